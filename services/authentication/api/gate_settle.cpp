// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate_settle.h"

#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/store/attempt_changes.h"
#include "services/authentication/store/offline_steps.h"

#include <QJsonArray>

namespace holdfast::authentication {

using contract::Event;
using contract::EventResult;
using Kind = Decision::Kind;

namespace {

constexpr auto logon = "AUTHN_LOGIN_EVENT";

Outcome outcomeOf(Outcome::Result result, Reason reason, const AttemptFacts& facts, const QString& serial)
{
    Outcome outcome;
    outcome.result = result;
    outcome.reason = reason;
    outcome.userId = facts.account.id;
    outcome.userName = facts.account.name;
    outcome.tokenSerial = serial;
    return outcome;
}

Decision overtaken(const Decision& decision)
{
    Decision refusal;
    refusal.reason = decision.emergencyIssueId != 0 ? reason::emergencyCodeUsed : reason::codeAlreadyUsed;
    refusal.tokenId = decision.tokenId;
    refusal.tokenSerial = decision.tokenSerial;
    refusal.step = decision.step;
    return refusal;
}

} // namespace

Event Settlement::event(const char* key, EventResult result, const AttemptFacts& facts) const
{
    Event event;
    event.at = m_now;
    event.log = contract::EventLog::Authentication;
    event.key = QString::fromLatin1(key);
    event.result = result;
    event.actor = m_origin.client;
    event.userId = QString::number(facts.account.id);
    event.userName = facts.account.name;
    event.domain = facts.domainPath;
    event.method = m_origin.method;
    event.client = m_origin.client;
    event.clientAddress = m_origin.clientAddress;
    return event;
}

Outcome Settlement::settle(const AttemptFacts& facts, const Decision& decision, int reserved, bool isNextCode)
{
    if (decision.kind == Kind::Refuse) {
        if (isNextCode && decision.tokenId != 0) {
            attempts::endNextCodeChance(m_connection, decision.tokenId);
        }
        return refuse(facts, decision, reserved);
    }
    if (decision.kind == Kind::Passcode) {
        return askPasscode(facts, decision, reserved);
    }
    const bool mine = decision.emergencyIssueId != 0
        ? attempts::consumeEmergencyCode(m_connection, decision, m_now)
        : decision.step < 0 || attempts::consumeStep(m_connection, facts, decision, m_now);
    if (!mine) {
        return refuse(facts, overtaken(decision), reserved);
    }
    applyUse(facts, decision);
    return decision.kind == Kind::Accept ? accept(facts, decision, reserved)
                                         : challenge(facts, decision, reserved);
}

void Settlement::applyUse(const AttemptFacts& facts, const Decision& decision)
{
    if (decision.takenPin) {
        const HashAnswer& pin = *decision.takenPin;
        const TokenFacts* before = tokenOf(facts, decision.token->replacesId);
        const bool mustChange = before && before->pinState == contract::PinState::MustChange;
        if (!attempts::setPin(m_connection, facts.account.id, decision.tokenId,
                              {.hash = pin.newHash,
                               .tag = pin.newTag,
                               .length = pin.newLength,
                               .mustChange = mustChange,
                               .setAt = before ? before->pinSetAt : std::nullopt},
                              m_now)) {
            throw storage::StorageError("A PIN was to be taken over by a token that has one.");
        }
    }
    if (decision.kind == Kind::NextTokencode) {
        return; // the use is complete with the code that follows
    }
    if (decision.completesReplacement) {
        const TokenFacts* before = tokenOf(facts, decision.token->replacesId);
        attempts::completeReplacement(m_connection, *decision.token);
        // The old token's codes go with it: they must not outlive its row as codes that stand alone.
        if (before) {
            attempts::cancelEmergencyCodes(m_connection, facts.account.id, before->id, m_now);
        }
        Event replaced = event("AM_TOKEN_REPLACED", EventResult::Success, facts);
        replaced.tokenSerial = decision.tokenSerial;
        replaced.detail = {{QStringLiteral("oldSerial"), before ? before->serial : QString()},
                           {QStringLiteral("keptPin"), decision.token->keepPin}};
        record(std::move(replaced));
    }
    if (decision.found) {
        Event found = event("AM_TOKEN_FOUND", EventResult::Success, facts);
        found.tokenSerial = decision.tokenSerial;
        record(std::move(found));
    }
    if (decision.cancelsEmergencyCodes
        && attempts::cancelEmergencyCodes(m_connection, facts.account.id, decision.tokenId, m_now) > 0) {
        Event cancelled = event("EMERGENCY_CODES_CANCELLED", EventResult::Success, facts);
        cancelled.tokenSerial = decision.tokenSerial;
        cancelled.detail.insert(QStringLiteral("cause"), QStringLiteral("token_returned"));
        record(std::move(cancelled));
    }
}

Outcome Settlement::accept(const AttemptFacts& facts, const Decision& decision, int reserved)
{
    if (decision.provesPossession) {
        // No logon: the failures that count stay, and the last logon is what it was.
        attempts::release(m_connection, facts.account.id, reserved);
        Event verified = event("CALLER_CODE_VERIFIED", EventResult::Success, facts);
        verified.tokenSerial = decision.tokenSerial;
        record(std::move(verified));
        return outcomeOf(Outcome::Result::Success, reason::none, facts, decision.tokenSerial);
    }
    attempts::recordSuccess(m_connection, facts.account, reserved, m_now);
    Event success = event(logon, EventResult::Success, facts);
    success.tokenSerial = decision.tokenSerial;
    if (decision.emergencyIssueId != 0) {
        success.method = QStringLiteral("EMERGENCY_TOKENCODE");
        success.detail = {{QStringLiteral("emergencyCodeId"), QString::number(decision.emergencyIssueId)},
                          {QStringLiteral("submittedAs"), m_origin.method}};
    }
    record(std::move(success));
    Outcome outcome = outcomeOf(Outcome::Result::Success, reason::none, facts, decision.tokenSerial);
    outcome.tokenId = decision.tokenId;
    outcome.step = decision.step;
    return outcome;
}

Outcome Settlement::challenge(const AttemptFacts& facts, const Decision& decision, int reserved)
{
    attempts::release(m_connection, facts.account.id, reserved);
    Event challenged = event(logon, EventResult::Challenge, facts);
    challenged.reason = decision.reason;
    challenged.tokenSerial = decision.tokenSerial;
    record(std::move(challenged));

    const bool next = decision.kind == Kind::NextTokencode;
    Outcome outcome = outcomeOf(next ? Outcome::Result::NextTokencode : Outcome::Result::NewPin,
                                decision.reason, facts, decision.tokenSerial);
    outcome.continuation = Continuation {.userId = facts.account.id,
                                         .tokenId = decision.tokenId,
                                         .tokenSerial = decision.tokenSerial,
                                         .step = decision.step,
                                         .method = m_origin.method,
                                         .client = m_origin.client,
                                         .clientAddress = m_origin.clientAddress};
    outcome.rules = pinRules(*facts.tokenPolicy.policy, *decision.token);
    if (!next) {
        attempts::requireNewPin(m_connection, decision.tokenId); // a PIN that is there but may not stay
        if (outcome.rules.given) {
            outcome.continuation->givenPin = generatePin(outcome.rules);
        }
    }
    return outcome;
}

// Neither success nor failure: a right password alone takes no failure back, or whoever knows it could guess
// passcodes for ever.
Outcome Settlement::askPasscode(const AttemptFacts& facts, const Decision& decision, int reserved)
{
    attempts::release(m_connection, facts.account.id, reserved);
    Event asked = event(logon, EventResult::Challenge, facts);
    asked.reason = decision.reason;
    record(std::move(asked));
    return outcomeOf(Outcome::Result::PasscodeRequired, decision.reason, facts, {});
}

Outcome Settlement::refuse(const AttemptFacts& facts, const Decision& decision, int reserved)
{
    Event failure = event(logon, EventResult::Failure, facts);
    failure.reason = decision.reason;
    failure.tokenSerial = decision.tokenSerial;
    FailureCount count;
    // Whoever has a workstation's keys could otherwise use codes up by its word, and lock their owner out.
    const bool byWorkstation = decision.reason == reason::codeAlreadyUsed && decision.step >= 0
        && offlineSteps::wasMovedOver(m_connection, decision.tokenId, decision.step);
    if (decision.counts && !byWorkstation) {
        const contract::LockoutPolicy& policy = *facts.lockout.policy;
        count = afterFailure(facts.account, policy, m_now);
        attempts::recordFailure(m_connection, facts.account, count, reserved);
        failure.detail.insert(QStringLiteral("failures"), count.failures);
        if (policy.enabled) {
            failure.detail.insert(QStringLiteral("limit"), policy.maxFailures);
        }
        if (decision.reason == reason::wrongCode || decision.reason == reason::wrongPin) {
            attempts::countWrongCode(m_connection, facts.account.id, decision.tokenId);
        }
    } else {
        attempts::release(m_connection, facts.account.id, reserved);
    }
    record(std::move(failure));
    if (count.locks) {
        recordLock(facts, count);
    }
    return outcomeOf(Outcome::Result::Refused, decision.reason, facts, decision.tokenSerial);
}

void Settlement::recordLock(const AttemptFacts& facts, const FailureCount& count)
{
    const contract::LockoutPolicy& policy = *facts.lockout.policy;
    Event locked = event("ACCOUNT_LOCKED", EventResult::Information, facts);
    locked.reason = reason::accountLocked;
    locked.actor = QStringLiteral("system");
    locked.detail = {{QStringLiteral("failures"), count.failures},
                     {QStringLiteral("limit"), policy.maxFailures}};
    if (policy.unlockBy == contract::UnlockBy::Time) {
        locked.detail.insert(QStringLiteral("unlockAfterSeconds"), policy.unlockAfterSeconds);
    }
    record(std::move(locked));
}

Outcome Settlement::refuseUnknown()
{
    Event failure = event(logon, EventResult::Failure, {});
    failure.userId.clear();
    failure.userName = m_origin.subjectName.left(255);
    failure.reason = reason::userUnknown;
    record(std::move(failure));
    Outcome outcome;
    outcome.reason = reason::userUnknown;
    return outcome;
}

Outcome Settlement::refuseUncounted(const AttemptFacts& facts, Reason why, int reserved)
{
    Decision decision;
    decision.reason = why;
    decision.counts = false;
    return refuse(facts, decision, reserved);
}

Outcome Settlement::completePin(const AttemptFacts& facts, const Continuation& continuation)
{
    Event chosen = event("AM_NEW_PIN_SET", EventResult::Success, facts);
    chosen.tokenSerial = continuation.tokenSerial;
    if (!continuation.givenPin.isEmpty()) {
        chosen.detail.insert(QStringLiteral("action"), QStringLiteral("generated"));
    }
    record(std::move(chosen));
    Decision decision;
    decision.tokenId = continuation.tokenId;
    decision.tokenSerial = continuation.tokenSerial;
    decision.step = continuation.step;
    return accept(facts, decision, 0);
}

Outcome Settlement::refusePin(const AttemptFacts& facts, const Continuation& continuation, PinRules rules,
                              std::vector<PinFault> faults)
{
    Event refused = event("AM_NEW_PIN_SET", EventResult::Challenge, facts);
    refused.reason = reason::pinRefused;
    refused.tokenSerial = continuation.tokenSerial;
    QJsonArray codes;
    for (const PinFault fault : faults) {
        codes.append(codeOf(fault));
    }
    refused.detail.insert(QStringLiteral("faults"), codes);
    record(std::move(refused));
    Outcome outcome =
        outcomeOf(Outcome::Result::PinRefused, reason::pinRefused, facts, continuation.tokenSerial);
    outcome.continuation = continuation;
    outcome.rules = rules;
    outcome.faults = std::move(faults);
    return outcome;
}

void Settlement::countInterrupted(const AttemptFacts& facts, int interrupted)
{
    const FailureCount count = afterFailure(facts.account, *facts.lockout.policy, m_now, interrupted);
    attempts::recordFailure(m_connection, facts.account, count, interrupted);
    Event failure = event(logon, EventResult::Failure, facts);
    failure.reason = reason::serviceInterrupted;
    failure.actor = QStringLiteral("system");
    failure.detail = {{QStringLiteral("attempts"), interrupted},
                      {QStringLiteral("failures"), count.failures},
                      {QStringLiteral("limit"), facts.lockout.policy->maxFailures}};
    record(std::move(failure));
    if (count.locks) {
        recordLock(facts, count);
    }
}

} // namespace holdfast::authentication
