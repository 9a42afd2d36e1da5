// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/decision.h"
#include "services/authentication/domain/explain.h"
#include "services/authentication/domain/explain_parts.h"
#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/domain/token_state.h"

#include <algorithm>
#include <chrono>

namespace holdfast::authentication {

using contract::CardAction;
using contract::Check;
using contract::Cure;
using contract::EmergencyCodeKind;
using contract::PinState;
using contract::Timestamp;
using contract::toRfc3339;

namespace {

Check check(const char* id, const TokenFacts& token, bool passed, QString found, QString required)
{
    return {.id = QString::fromLatin1(id),
            .tokenSerial = token.serial,
            .passed = passed,
            .found = std::move(found),
            .required = std::move(required)};
}

void refuse(Check& check, Reason reason, Cure cure)
{
    if (!check.passed) {
        check.detail.insert(QStringLiteral("reason"), QString(reason));
        check.cure = std::move(cure);
    }
}

Check enabledCheck(const TokenFacts& token)
{
    Check result = check("token_enabled", token, token.enabled,
                         token.enabled ? QStringLiteral("enabled") : QStringLiteral("disabled"),
                         QStringLiteral("enabled"));
    refuse(result, reason::tokenDisabled,
           cureOf(CardAction::EnableToken, QStringLiteral("Enable token"), token.serial));
    return result;
}

Check notLostCheck(const AttemptFacts& facts, const TokenFacts& token, Timestamp now)
{
    const TokenReturn back = tokenReturn(token, facts.emergency, now);
    QString found = token.lostAt ? QStringLiteral("reported lost %1").arg(toRfc3339(*token.lostAt))
                                 : QStringLiteral("not lost");
    if (back.refusal == reason::emergencyCodeActive) {
        found = QStringLiteral("emergency codes stand for it");
    } else if (back.found || back.cancelsEmergencyCodes) {
        found += QStringLiteral("; its next use is taken, and ends the emergency codes for it");
    }
    Check result =
        check("token_not_lost", token, back.refusal.isEmpty(), found, QStringLiteral("with its owner"));
    if (token.lostAt) {
        result.detail.insert(QStringLiteral("lostAt"), toRfc3339(*token.lostAt));
    }
    result.detail.insert(QStringLiteral("taken"), back.found || back.cancelsEmergencyCodes);
    refuse(result, back.refusal,
           cureOf(CardAction::TokenFound, QStringLiteral("Token was found"), token.serial));
    return result;
}

Check startedCheck(const TokenFacts& token, Timestamp now)
{
    Check result = check("token_started", token, !token.startsAt || now >= *token.startsAt,
                         token.startsAt ? QStringLiteral("valid from %1").arg(toRfc3339(*token.startsAt))
                                        : QStringLiteral("no start date"),
                         QStringLiteral("started"));
    if (token.startsAt) {
        result.detail.insert(QStringLiteral("startsAt"), toRfc3339(*token.startsAt));
    }
    refuse(result, reason::tokenNotYetValid,
           cureOf(CardAction::IssueEmergencyCode, QStringLiteral("Issue emergency code"), token.serial));
    return result;
}

Check notExpiredCheck(const TokenFacts& token, Timestamp now)
{
    const bool passed = !token.expiresAt || now < *token.expiresAt;
    Check result = check("token_not_expired", token, passed,
                         !token.expiresAt ? QStringLiteral("no expiry")
                             : passed     ? QStringLiteral("expires %1").arg(toRfc3339(*token.expiresAt))
                                          : QStringLiteral("expired %1").arg(toRfc3339(*token.expiresAt)),
                         QStringLiteral("not expired"));
    if (token.expiresAt) {
        result.detail.insert(QStringLiteral("expiresAt"), toRfc3339(*token.expiresAt));
    }
    refuse(result, reason::tokenExpired,
           cureOf(CardAction::ReplaceToken, QStringLiteral("Replace token"), token.serial));
    return result;
}

// A time token shows one code after the other: the one that it shows now may have been used.
qint64 secondsUntil(const TokenFacts& token, qint64 step, Timestamp now)
{
    if (token.kind == contract::TokenKind::Hotp) {
        return 0;
    }
    const qint64 starts = (step - token.driftSteps) * token.intervalSeconds;
    const auto here = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    return std::max<qint64>(0, starts - here);
}

Check codeFreeCheck(const AttemptFacts& facts, const TokenFacts& token, Timestamp now)
{
    const contract::TokenPolicy& policy = *facts.tokenPolicy.policy;
    const CodeMatch next = nextCode(token, policy, now);
    const bool passed = next.place != CodePlace::Consumed && next.place != CodePlace::Nowhere;
    const qint64 wait = passed ? secondsUntil(token, next.step, now) : 0;
    const bool counter = token.kind == contract::TokenKind::Hotp;
    Check result = check(
        "token_code_free", token, passed,
        !passed ? QStringLiteral("every code within reach was used: was the service's clock set back?")
            : wait
            ? QStringLiteral("the code shown now was used; the next one comes in %1").arg(spanText(wait))
            : QStringLiteral("the next code was not used yet"),
        counter ? QStringLiteral("one of the next %1 codes").arg(policy.counterLookAhead)
                : QStringLiteral("a code within %1 steps of the token's clock; within %2 with the next one")
                      .arg(policy.acceptedSteps)
                      .arg(policy.acceptedSteps + policy.nextTokencodeSteps));
    result.origin = facts.tokenPolicy.origin;
    result.detail = {{QStringLiteral("waitSeconds"), wait},
                     {QStringLiteral("driftSeconds"), qint64 {token.driftSteps} * token.intervalSeconds}};
    if (token.lastUsedAt) {
        result.detail.insert(QStringLiteral("lastUsedAt"), toRfc3339(*token.lastUsedAt));
    }
    refuse(result, reason::codeAlreadyUsed,
           cureOf(CardAction::ResyncToken, QStringLiteral("Resynchronise token"), token.serial));
    return result;
}

Check pinCheck(const AttemptFacts& facts, const TokenFacts& token, Timestamp now)
{
    const PinSource pin = pinSourceOf(facts, token);
    const bool whole = canBeRecognised(pin, token);
    const bool expired = pinExpired(token, *facts.tokenPolicy.policy, now);
    const bool chooses = (inNewPinMode(token) || expired) && !pin.takenOver;
    const auto [state, found] = [&]() -> std::pair<const char*, QString> {
        if (!whole) {
            return {"missing", QStringLiteral("the record of its PIN is missing")};
        }
        if (pin.takenOver) {
            return {"takenOver", QStringLiteral("PIN of the token that it replaces")};
        }
        if (chooses && token.pinState == PinState::NotSet) {
            return {"notSet", QStringLiteral("new-PIN mode: the tokencode alone, then a new PIN")};
        }
        if (chooses && expired && !inNewPinMode(token)) {
            return {"expired", QStringLiteral("PIN set; it is too old, and a new one will be asked for")};
        }
        if (chooses) {
            return {"mustChange", QStringLiteral("PIN set; a new one will be asked for")};
        }
        return pin.wanted ? std::pair {"set", QStringLiteral("PIN set")}
                          : std::pair {"none", QStringLiteral("no PIN needed")};
    }();
    Check result = check("token_pin", token, whole, found, QStringLiteral("PIN as the token wants it"));
    result.detail = {{QStringLiteral("newPin"), chooses},
                     {QStringLiteral("pin"), QString::fromLatin1(state)},
                     {QStringLiteral("mixed"), token.pinStyle == contract::PinStyle::Mixed}};
    refuse(result, reason::wrongPin, cureOf(CardAction::ClearPin, QStringLiteral("Clear PIN"), token.serial));
    return result;
}

// No obstacle: the person is asked for one more code.
Check nextCodeCheck(const AttemptFacts& facts, const TokenFacts& token)
{
    const int patience = facts.tokenPolicy.policy->nextTokencodeAfter;
    const bool asks = token.nextCodeRequired || (patience > 0 && token.wrongCodes >= patience);
    Check result = check("token_next_code", token, true,
                         asks ? QStringLiteral("the next tokencode will be asked for as well")
                              : QStringLiteral("%1 wrong codes").arg(token.wrongCodes),
                         patience > 0 ? QStringLiteral("fewer than %1 wrong codes").arg(patience)
                                      : QStringLiteral("any number of wrong codes"));
    result.origin = facts.tokenPolicy.origin;
    result.detail = {{QStringLiteral("nextCode"), asks},
                     {QStringLiteral("wrongCodes"), token.wrongCodes},
                     {QStringLiteral("limit"), patience}};
    if (asks) {
        result.cure = cureOf(CardAction::ResyncToken, QStringLiteral("Resynchronise token"), token.serial);
    }
    return result;
}

} // namespace

std::vector<Check> tokenChecks(const AttemptFacts& facts, const TokenFacts& token, Timestamp now)
{
    Check whole =
        check("token_whole", token, !token.damaged,
              token.damaged ? QStringLiteral("its sealed seed does not open") : QStringLiteral("whole"),
              QStringLiteral("whole"));
    refuse(whole, reason::tokenDamaged,
           cureOf(CardAction::ReplaceToken, QStringLiteral("Replace token"), token.serial));
    std::vector<Check> checks {enabledCheck(token), notLostCheck(facts, token, now), startedCheck(token, now),
                               notExpiredCheck(token, now), std::move(whole)};
    if (token.generator && !token.damaged) {
        checks.push_back(codeFreeCheck(facts, token, now));
    }
    checks.push_back(pinCheck(facts, token, now));
    checks.push_back(nextCodeCheck(facts, token));
    return checks;
}

Check emergencyCheck(const AttemptFacts& facts, const EmergencyFacts& issue, Timestamp now)
{
    const TokenFacts* token = tokenOf(facts, issue.tokenId);
    const Reason refusal = refusalOf(facts, issue, now);
    Check result {.id = emergencyCodeCheck, .passed = refusal.isEmpty()};
    result.tokenSerial = token ? token->serial : QString();
    result.found = issue.kind == EmergencyCodeKind::Fixed
        ? QStringLiteral("emergency code until %1").arg(toRfc3339(issue.expiresAt))
        : QStringLiteral("%1 of %2 emergency codes until %3")
              .arg(issue.unused)
              .arg(issue.count)
              .arg(toRfc3339(issue.expiresAt));
    const bool alone = issue.replaces == contract::CodeReplaces::Passcode;
    result.required =
        alone ? QStringLiteral("active; typed alone") : QStringLiteral("active; typed behind the PIN");
    result.detail = {{QStringLiteral("expiresAt"), toRfc3339(issue.expiresAt)},
                     {QStringLiteral("kind"), enumName(issue.kind)},
                     {QStringLiteral("replaces"), enumName(issue.replaces)},
                     {QStringLiteral("remaining"), issue.unused},
                     {QStringLiteral("count"), issue.count}};
    refuse(
        result, refusal,
        cureOf(CardAction::IssueEmergencyCode, QStringLiteral("Issue emergency code"), result.tokenSerial));
    return result;
}

} // namespace holdfast::authentication
