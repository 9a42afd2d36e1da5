// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_actions.h"

#include "services/authentication/api/tokens.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/store/emergency.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::PinState;
using contract::Result;
using contract::Token;
using contract::Unexpected;

namespace {

// What every simple action is: find, check, change with event, answer. A change that finds the token as it is
// to be says so by doing nothing (and writes no event).
template <class Change>
Result<Token> actOn(Call& call, Permission permission, Change change)
{
    return call.write([&](storage::Connection& connection) -> Result<Token> {
        auto subject = tokenSubjectOf(call, connection, permission, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        if (auto assigned = requireAssigned(*subject); !assigned) {
            return Unexpected(assigned.error());
        }
        if (auto changed = change(connection, *subject); !changed) {
            return Unexpected(changed.error());
        }
        return tokenNow(call, connection, subject->token.serial);
    });
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

Unexpected refuseToken(const char* code, const QString& sentence)
{
    return contract::failure(ErrorKind::Conflict, QString::fromLatin1(code), sentence);
}

Result<void> requireAssigned(const TokenSubject& subject)
{
    if (!subject.token.userId) {
        return refuseToken("token_unassigned", QStringLiteral("Nobody has this token. Assign it first."));
    }
    return {};
}

Token tokenNow(const Call& call, storage::Connection& connection, const QString& serial)
{
    return toToken(tokens::find(connection, serial).value(), call.now());
}

Result<Token> unassignToken(Call& call)
{
    return actOn(call, Permission::AssignTokens,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     contract::Event event =
                         tokenEvent(call, "AM_UNLINK_TOKEN_PRINCIPAL", subject.token, &*subject.person);
                     event.detail = {{QStringLiteral("emergencyCodesEnded"),
                                      endEmergencyCodesOf(call, connection, subject.token)}};
                     tokens::unassign(connection, subject.token.id);
                     call.record(connection, event);
                     return {};
                 });
}

Result<Token> enableToken(Call& call)
{
    return actOn(call, Permission::EnableTokens,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     if (stateOf(subject.token, call.now()) == contract::TokenState::Expired) {
                         return refuseToken("token_expired",
                                            QStringLiteral("This token has expired and would not work."
                                                           " Assign another one."));
                     }
                     if (!subject.token.enabled) {
                         tokens::setEnabled(connection, subject.token.id, true);
                         recordUpdate(call, connection, subject, "enable");
                     }
                     return {};
                 });
}

Result<Token> disableToken(Call& call)
{
    return actOn(call, Permission::EnableTokens,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     if (subject.token.enabled) {
                         tokens::setEnabled(connection, subject.token.id, false);
                         recordUpdate(call, connection, subject, "disable");
                     }
                     return {};
                 });
}

Result<Token> clearTokenPin(Call& call)
{
    return actOn(call, Permission::ClearPins,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     if (subject.token.pinState == PinState::NotRequired) {
                         return refuseToken(
                             "token_pinless",
                             QStringLiteral("This token is used without a PIN: there is none to clear."));
                     }
                     if (subject.token.pinState != PinState::NotSet) {
                         const auto verification = requireVerifiedHolder(call, connection, subject,
                                                                         contract::GuardedAction::ClearPin);
                         if (!verification) {
                             return Unexpected(verification.error());
                         }
                         tokens::clearPin(connection, subject.token.id, call.now());
                         // A code that stands for the tokencode alone would otherwise do without the PIN,
                         // too.
                         const int ended =
                             subject.token.userId ? endEmergencyCodesOf(call, connection, subject.token) : 0;
                         QJsonObject detail;
                         if (ended > 0) {
                             detail.insert(QStringLiteral("emergencyCodesEnded"), ended);
                         }
                         addVerification(detail, *verification);
                         recordUpdate(call, connection, subject, "clear-pin", std::move(detail));
                     }
                     return {};
                 });
}

Result<Token> requireNewTokenPin(Call& call)
{
    return actOn(call, Permission::ClearPins,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     if (subject.token.pinState == PinState::NotRequired) {
                         return refuseToken(
                             "token_pinless",
                             QStringLiteral("This token is used without a PIN: there is none to change."));
                     }
                     if (subject.token.pinState == PinState::Set) {
                         tokens::requireNewPin(connection, subject.token.id);
                         recordUpdate(call, connection, subject, "require-new-pin");
                     }
                     return {};
                 });
}

Result<Token> reportTokenLost(Call& call, const contract::TokenLost& body)
{
    return actOn(call, Permission::MarkTokensLost,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     if (!subject.token.lostAt) {
                         tokens::setLost(connection, subject.token.id, call.now());
                         recordUpdate(
                             call, connection, subject, "lost",
                             {{QStringLiteral("reason"), body.reason.value_or(QString()).trimmed()}});
                     }
                     return {};
                 });
}

Result<Token> reportTokenFound(Call& call)
{
    return actOn(call, Permission::MarkTokensLost,
                 [&](storage::Connection& connection, const TokenSubject& subject) -> Result<void> {
                     if (subject.token.lostAt) {
                         const auto verification = requireVerifiedHolder(call, connection, subject,
                                                                         contract::GuardedAction::MarkFound);
                         if (!verification) {
                             return Unexpected(verification.error());
                         }
                         tokens::setLost(connection, subject.token.id, std::nullopt);
                         QJsonObject detail {{QStringLiteral("emergencyCodesEnded"),
                                              endEmergencyCodesOf(call, connection, subject.token)}};
                         addVerification(detail, *verification);
                         recordUpdate(call, connection, subject, "found", std::move(detail));
                     }
                     return {};
                 });
}

} // namespace holdfast::authentication
