// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_changes.h"

#include "services/authentication/api/token_actions.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/store/emergency.h"
#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::PinState;
using contract::Result;
using contract::Unexpected;

namespace {

// What every change of a token that somebody has is: find, check, change with event.
template <class Decide>
Result<Changed> change(const Call& call, storage::Connection& connection, const QString& serial,
                       Permission permission, Run run, Decide decide)
{
    const auto subject = tokenSubjectOf(call, connection, serial, permission, Act::Changes);
    if (!subject) {
        return Unexpected(subject.error());
    }
    if (auto assigned = requireAssigned(*subject); !assigned) {
        return Unexpected(assigned.error());
    }
    return perform(decide(*subject), run);
}

void recordUpdate(const Call& call, storage::Connection& connection, const TokenSubject& subject,
                  const char* action, QJsonObject detail = {})
{
    contract::Event event =
        tokenEvent(call, "UPDATE_AM_TOKEN", subject.token, subject.person ? &*subject.person : nullptr);
    detail.insert(QStringLiteral("action"), QString::fromLatin1(action));
    event.detail = detail;
    call.record(connection, event);
}

Result<std::optional<contract::VerificationOutcome>> requireVerifiedHolder(const Call& call,
                                                                           storage::Connection& connection,
                                                                           const TokenSubject& subject,
                                                                           contract::GuardedAction action)
{
    const AccountFacts& account = subject.person->account;
    return requireVerified(call, connection, account.id, account.domainId, action);
}

// Codes end with the token that they stand for. Returns how many issues.
int endEmergencyCodesOf(const Call& call, storage::Connection& connection, const TokenRow& token)
{
    const QList<qint64> ended = emergency::cancelActive(connection, *token.userId, call.now(), token.id);
    return static_cast<int>(ended.size());
}

} // namespace

Result<void> requireCodesOurs(const Call& call, storage::Connection& connection, const TokenRow& token,
                              StolenCodes stolen)
{
    if (stolen == StolenCodes::Accepted) {
        return {};
    }
    const auto grant = offlineSets::stolenGrantOf(connection, token.id, call.now());
    if (!grant) {
        return {};
    }
    return refuseToken("codes_stolen",
                       grant->until
                           ? QStringLiteral("The workstation %1 was stolen with codes of this token that are"
                                            " good until %2. Assign another one, or wait until then.")
                                 .arg(grant->workstation, contract::toRfc3339(*grant->until))
                           : QStringLiteral("The workstation %1 was stolen with codes of this token that are"
                                            " good until they are used up. Assign another one.")
                                 .arg(grant->workstation));
}

Result<Changed> unassignToken(const Call& call, storage::Connection& connection, const QString& serial,
                              Run run)
{
    return change(call, connection, serial, Permission::AssignTokens, run,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      return Deed {[&] {
                          contract::Event event =
                              tokenEvent(call, "AM_UNLINK_TOKEN_PRINCIPAL", subject.token, &*subject.person);
                          event.detail = {{QStringLiteral("emergencyCodesEnded"),
                                           endEmergencyCodesOf(call, connection, subject.token)}};
                          tokens::unassign(connection, subject.token.id);
                          call.record(connection, event);
                      }};
                  });
}

Result<Changed> setTokenEnabled(const Call& call, storage::Connection& connection, const QString& serial,
                                bool enabled, Run run, StolenCodes stolen)
{
    return change(call, connection, serial, Permission::EnableTokens, run,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      if (enabled && stateOf(subject.token, call.now()) == contract::TokenState::Expired) {
                          return refuseToken("token_expired",
                                             QStringLiteral("This token has expired and would not work."
                                                            " Assign another one."));
                      }
                      if (subject.token.enabled == enabled) {
                          return Deed {};
                      }
                      QJsonObject detail;
                      if (enabled) {
                          if (auto ours = requireCodesOurs(call, connection, subject.token, stolen); !ours) {
                              return Unexpected(ours.error());
                          }
                          if (const auto grant =
                                  offlineSets::stolenGrantOf(connection, subject.token.id, call.now())) {
                              detail.insert(QStringLiteral("stolenWorkstation"), grant->workstation);
                          }
                      }
                      return Deed {[&, detail] {
                          tokens::setEnabled(connection, subject.token.id, enabled);
                          recordUpdate(call, connection, subject, enabled ? "enable" : "disable", detail);
                      }};
                  });
}

Result<Changed> clearTokenPin(const Call& call, storage::Connection& connection, const QString& serial,
                              Run run)
{
    return change(call, connection, serial, Permission::ClearPins, run,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      if (subject.token.pinState == PinState::NotRequired) {
                          return refuseToken(
                              "token_pinless",
                              QStringLiteral("This token is used without a PIN: there is none to clear."));
                      }
                      if (subject.token.pinState == PinState::NotSet) {
                          return Deed {};
                      }
                      const auto verification =
                          requireVerifiedHolder(call, connection, subject, contract::GuardedAction::ClearPin);
                      if (!verification) {
                          return Unexpected(verification.error());
                      }
                      return Deed {[&, verification = *verification] {
                          tokens::clearPin(connection, subject.token.id, call.now());
                          // A code that stands for the tokencode alone would otherwise do without the PIN,
                          // too.
                          QJsonObject detail;
                          if (const int ended = endEmergencyCodesOf(call, connection, subject.token);
                              ended > 0) {
                              detail.insert(QStringLiteral("emergencyCodesEnded"), ended);
                          }
                          addVerification(detail, verification);
                          recordUpdate(call, connection, subject, "clear-pin", std::move(detail));
                      }};
                  });
}

Result<Changed> requireNewTokenPin(const Call& call, storage::Connection& connection, const QString& serial,
                                   Run run)
{
    return change(call, connection, serial, Permission::ClearPins, run,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      if (subject.token.pinState == PinState::NotRequired) {
                          return refuseToken(
                              "token_pinless",
                              QStringLiteral("This token is used without a PIN: there is none to change."));
                      }
                      if (subject.token.pinState != PinState::Set) {
                          return Deed {};
                      }
                      return Deed {[&] {
                          tokens::requireNewPin(connection, subject.token.id);
                          recordUpdate(call, connection, subject, "require-new-pin");
                      }};
                  });
}

Result<Changed> putTokenPinBack(const Call& call, storage::Connection& connection, const QString& serial,
                                const tokens::KeptPin& pin, Run run)
{
    return change(call, connection, serial, Permission::ClearPins, run,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      const PinState present = subject.token.pinState;
                      if (present != PinState::NotSet && present != PinState::MustChange) {
                          return refuseToken("pin_changed_since",
                                             QStringLiteral("A new PIN was chosen since; it stays."));
                      }
                      return Deed {[&] {
                          tokens::putPinBack(connection, subject.token.id, pin);
                          recordUpdate(call, connection, subject, "restore-pin");
                      }};
                  });
}

Result<Changed> reportTokenLost(const Call& call, storage::Connection& connection, const QString& serial,
                                const contract::TokenLost& body)
{
    return change(call, connection, serial, Permission::MarkTokensLost, Run::Does,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      if (subject.token.lostAt) {
                          return Deed {};
                      }
                      return Deed {[&] {
                          tokens::setLost(connection, subject.token.id, call.now());
                          recordUpdate(
                              call, connection, subject, "lost",
                              {{QStringLiteral("reason"), body.reason.value_or(QString()).trimmed()}});
                      }};
                  });
}

Result<Changed> reportTokenFound(const Call& call, storage::Connection& connection, const QString& serial)
{
    return change(call, connection, serial, Permission::MarkTokensLost, Run::Does,
                  [&](const TokenSubject& subject) -> Result<Deed> {
                      if (!subject.token.lostAt) {
                          return Deed {};
                      }
                      const auto verification = requireVerifiedHolder(call, connection, subject,
                                                                      contract::GuardedAction::MarkFound);
                      if (!verification) {
                          return Unexpected(verification.error());
                      }
                      return Deed {[&, verification = *verification] {
                          tokens::setLost(connection, subject.token.id, std::nullopt);
                          QJsonObject detail {{QStringLiteral("emergencyCodesEnded"),
                                               endEmergencyCodesOf(call, connection, subject.token)}};
                          addVerification(detail, verification);
                          recordUpdate(call, connection, subject, "found", std::move(detail));
                      }};
                  });
}

} // namespace holdfast::authentication
