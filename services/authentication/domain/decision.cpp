// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/decision.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/emergency_text.h"
#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/domain/pin_rules.h"
#include "services/authentication/domain/token_state.h"

#include <algorithm>

namespace holdfast::authentication {

using contract::CodeReplaces;
using contract::EmergencyCodeKind;
using contract::EmergencyCodeState;
using contract::PinState;
using contract::Secret;
using contract::Timestamp;
using Kind = Decision::Kind;

namespace {

Decision refuse(Reason reason, bool counts, const TokenFacts* token = nullptr)
{
    Decision decision {.kind = Kind::Refuse, .reason = reason, .counts = counts};
    if (token) {
        decision.tokenId = token->id;
        decision.tokenSerial = token->serial;
        decision.token = token;
    }
    return decision;
}

// Which code it was tells whether somebody here used it.
Decision refuseUsed(bool counts, const TokenFacts& token, qint64 step)
{
    Decision decision = refuse(reason::codeAlreadyUsed, counts, &token);
    decision.step = step;
    return decision;
}

const HashAnswer* answerTo(const HashQuestion& question, const HashAnswers& answers)
{
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const HashAnswer& answer) {
        return answer.identity == question.identity && answer.hash == question.hash;
    });
    return found == answers.end() ? nullptr : &*found;
}

// One slow hash for the PIN: a second one is not asked for, whatever has changed meanwhile.
bool pinWasHashed(const AttemptFacts& facts, const HashAnswers& answers)
{
    const QByteArray password = passwordIdentity(facts.account.id);
    return std::any_of(answers.begin(), answers.end(),
                       [&](const HashAnswer& answer) { return answer.identity != password; });
}

// Asks, or says how it was answered: nothing when the PIN is right.
std::optional<Decision> settlePin(const AttemptFacts& facts, HashQuestion question,
                                  const HashAnswers& answers, const TokenFacts& token,
                                  const HashAnswer*& given)
{
    given = answerTo(question, answers);
    if (!given) {
        if (pinWasHashed(facts, answers)) {
            return refuse(reason::wrongPin, true, &token);
        }
        Decision ask {
            .kind = Kind::AskHash, .tokenId = token.id, .tokenSerial = token.serial, .token = &token};
        ask.question = std::move(question);
        return ask;
    }
    return given->right ? std::nullopt : std::optional(refuse(reason::wrongPin, true, &token));
}

void describeUse(const AttemptFacts& facts, const TokenFacts& token, qint64 step, Timestamp now,
                 Decision& decision)
{
    const TokenReturn back = tokenReturn(token, facts.emergency, now);
    decision.tokenId = token.id;
    decision.tokenSerial = token.serial;
    decision.token = &token;
    decision.step = step;
    decision.driftSteps = driftAfter(token, step, now);
    decision.cancelsEmergencyCodes = back.cancelsEmergencyCodes;
    decision.found = back.found;
    decision.completesReplacement = token.replacesId && tokenOf(facts, token.replacesId);
}

// The policy was made stricter, or the PIN is too old: the right PIN is taken once more. Of the words and
// earlier PINs that a policy refuses nothing is asked here: they are for PINs that are chosen from now on.
bool pinMustGo(const AttemptFacts& facts, const PasscodeCandidate& candidate, Timestamp now)
{
    const contract::TokenPolicy& policy = *facts.tokenPolicy.policy;
    const TokenFacts* holder =
        candidate.pin.takenOver ? tokenOf(facts, candidate.token->replacesId) : candidate.token;
    return (holder && pinExpired(*holder, policy, now))
        || (candidate.typedPin && !hasShape(pinRules(policy, *candidate.token), *candidate.typedPin));
}

Decision use(const AttemptFacts& facts, const PasscodeCandidate& candidate, const HashAnswer* pin,
             Timestamp now)
{
    const TokenFacts& token = *candidate.token;
    const int patience = facts.tokenPolicy.policy->nextTokencodeAfter;
    const bool doubtful = token.nextCodeRequired || (patience > 0 && token.wrongCodes >= patience);
    const bool takesPin = pin && candidate.pin.takenOver;
    Decision decision;
    if (candidate.match.place == CodePlace::Wide
        || (doubtful && candidate.match.place != CodePlace::Follows)) {
        decision.kind = Kind::NextTokencode;
        decision.reason = reason::nextTokencodeRequired;
    } else if ((takesPin ? candidate.pin.mustChange : inNewPinMode(token))
               || pinMustGo(facts, candidate, now)) {
        decision.kind = Kind::NewPin;
        decision.reason = reason::newPinRequired;
    } else {
        decision.kind = Kind::Accept;
    }
    describeUse(facts, token, candidate.match.step, now, decision);
    decision.takenPin = takesPin ? pin : nullptr;
    return decision;
}

HashQuestion questionOf(const PasscodeCandidate& candidate)
{
    return {.text = *candidate.typedPin,
            .identity = pinIdentity(candidate.pin.serial),
            .hash = candidate.pin.hash,
            .rehashFor = candidate.pin.takenOver ? pinIdentity(candidate.token->serial) : QByteArray()};
}

std::optional<Decision> decideEmergency(const AttemptFacts& facts, const Secret& passcode, Timestamp now,
                                        const HashAnswers& answers)
{
    if (!facts.emergencyMatch) {
        return std::nullopt;
    }
    const auto issue = std::find_if(facts.emergency.begin(), facts.emergency.end(), [&](const auto& known) {
        return known.issueId == facts.emergencyMatch->issueId;
    });
    auto reading = readEmergencyCode(passcode);
    if (issue == facts.emergency.end() || !reading) {
        return std::nullopt;
    }
    const TokenFacts* token = tokenOf(facts, issue->tokenId);
    const bool once = issue->kind == EmergencyCodeKind::OneTimeSet;
    Reason refusal = refusalOf(facts, *issue, now);
    if (once && facts.emergencyMatch->used && refusal.isEmpty()) {
        refusal = reason::emergencyCodeUsed;
    }
    if (!refusal.isEmpty()) {
        return refuse(refusal, true, token);
    }
    if (issue->replaces == CodeReplaces::Tokencode && wantsPin(*token)) {
        HashQuestion question {
            .text = std::move(reading->pin), .identity = pinIdentity(token->serial), .hash = token->pinHash};
        const HashAnswer* pin = nullptr;
        if (question.text.isEmpty()) {
            return refuse(reason::wrongPin, true, token);
        }
        if (auto open = settlePin(facts, std::move(question), answers, *token, pin)) {
            return open;
        }
    }
    Decision decision {.kind = Kind::Accept};
    decision.emergencyIssueId = issue->issueId;
    decision.emergencyCodeId = facts.emergencyMatch->codeId;
    decision.consumesEmergencyCode = once;
    decision.tokenSerial = token ? token->serial : QString();
    return decision;
}

bool anythingToGuess(const AttemptFacts& facts, Timestamp now)
{
    return std::any_of(
               facts.tokens.begin(), facts.tokens.end(),
               [&](const TokenFacts& token) { return refusalOf(token, facts.emergency, now).isEmpty(); })
        || std::any_of(facts.emergency.begin(), facts.emergency.end(), [&](const EmergencyFacts& issue) {
               return stateOf(issue, now) == EmergencyCodeState::Active;
           });
}

// Nothing fits. Says why as well as it can be known.
Decision explainMiss(const AttemptFacts& facts, const std::vector<PasscodeCandidate>& usable,
                     const Secret& passcode, const security::KeyRing& keys, Timestamp now)
{
    const bool counts = anythingToGuess(facts, now);
    for (const PasscodeCandidate& candidate : usable) {
        if (candidate.match.place == CodePlace::Consumed) {
            return refuseUsed(counts, *candidate.token, candidate.match.step);
        }
    }
    for (const PasscodeCandidate& candidate : usable) {
        if (candidate.pinMissing) {
            return refuse(reason::wrongPin, counts, candidate.token);
        }
    }
    for (const TokenFacts& token : facts.tokens) {
        const Reason refusal = refusalOf(token, facts.emergency, now);
        if (!refusal.isEmpty()
            && matchPasscode(facts, token, passcode, keys, now).match.place != CodePlace::Nowhere) {
            return refuse(refusal, counts, &token);
        }
    }
    if (counts) {
        return refuse(reason::wrongCode, true, usable.size() == 1 ? usable.front().token : nullptr);
    }
    return facts.tokens.size() == 1
        ? refuse(refusalOf(facts.tokens.front(), facts.emergency, now), false, &facts.tokens.front())
        : refuse(reason::noToken, false);
}

Decision decidePasscode(const AttemptFacts& facts, const Secret& passcode, const security::KeyRing& keys,
                        Timestamp now, const HashAnswers& answers)
{
    std::vector<PasscodeCandidate> usable;
    for (const TokenFacts& token : facts.tokens) {
        if (refusalOf(token, facts.emergency, now).isEmpty()) {
            usable.push_back(matchPasscode(facts, token, passcode, keys, now));
        }
    }
    const auto weight = [](const PasscodeCandidate& candidate) {
        const CodePlace place = candidate.match.place;
        if (candidate.pinMissing || place == CodePlace::Nowhere || place == CodePlace::Consumed) {
            return 0;
        }
        return (place == CodePlace::Wide ? 1 : 3) + (candidate.typedPin ? 0 : 1);
    };
    const auto best = std::max_element(usable.begin(), usable.end(),
                                       [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
    if (best != usable.end() && weight(*best) > 0) {
        const HashAnswer* pin = nullptr;
        if (best->typedPin) {
            if (auto open = settlePin(facts, questionOf(*best), answers, *best->token, pin)) {
                return std::move(*open);
            }
        }
        return use(facts, *best, pin, now);
    }
    if (auto emergency = decideEmergency(facts, passcode, now, answers)) {
        return std::move(*emergency);
    }
    return explainMiss(facts, usable, passcode, keys, now);
}

// The help desk never hears a PIN. Only a code within the small window of a token in good order counts: there
// is no asking for the next one on the telephone.
Decision decideTokencode(const AttemptFacts& facts, const Secret& typed, Timestamp now)
{
    const int patience = facts.tokenPolicy.policy->nextTokencodeAfter;
    const TokenFacts* consumed = nullptr;
    qint64 consumedStep = -1;
    bool usable = false;
    for (const TokenFacts& token : facts.tokens) {
        const bool doubtful = token.nextCodeRequired || (patience > 0 && token.wrongCodes >= patience);
        if (!refusalOf(token, facts.emergency, now).isEmpty()) {
            continue;
        }
        usable = true; // and guesses count, although a doubtful token takes none
        if (doubtful || typed.size() != token.digits) {
            continue;
        }
        const CodeMatch match =
            findCode(token, *facts.tokenPolicy.policy, now,
                     [&](const otp::Code& expected) { return expected.equals(typed.reveal()); });
        if (match.place == CodePlace::Accepted) {
            Decision decision {.kind = Kind::Accept};
            decision.tokenId = token.id;
            decision.tokenSerial = token.serial;
            decision.token = &token;
            decision.step = match.step;
            decision.driftSteps = driftAfter(token, match.step, now);
            decision.provesPossession = true;
            return decision;
        }
        if (match.place == CodePlace::Consumed) {
            consumed = &token;
            consumedStep = match.step;
        }
    }
    if (consumed) {
        return refuseUsed(true, *consumed, consumedStep);
    }
    return usable ? refuse(reason::wrongCode, true) : refuse(reason::noToken, false);
}

} // namespace

Reason refusalOf(const AttemptFacts& facts, const EmergencyFacts& issue, Timestamp now)
{
    const TokenFacts* token = tokenOf(facts, issue.tokenId);
    if (const Reason refusal = refusalOf(issue, token, now); !refusal.isEmpty()) {
        return refusal;
    }
    if (issue.replaces == CodeReplaces::Passcode) {
        return reason::none;
    }
    // Half a passcode: somebody must know the other half.
    if (!token) {
        return reason::noToken;
    }
    return wantsPin(*token) && token->pinHash.isEmpty() ? reason::wrongPin : reason::none;
}

QByteArray pinIdentity(const QString& serial)
{
    return serial.toUtf8();
}

QByteArray passwordIdentity(qint64 userId)
{
    return QByteArrayLiteral("password:") + QByteArray::number(userId);
}

Decision decide(const AttemptFacts& facts, const Credentials& credentials, const security::KeyRing& keys,
                Timestamp now, const HashAnswers& answers)
{
    if (const Reason refusal = refusalOf(facts.account, *facts.lockout.policy, now); !refusal.isEmpty()) {
        return refuse(refusal, false);
    }
    if (credentials.tokencode) {
        return decideTokencode(facts, *credentials.tokencode, now);
    }
    if (credentials.password) {
        HashQuestion question {.text = *credentials.password,
                               .identity = passwordIdentity(facts.account.id),
                               .hash = facts.passwordHash};
        if (question.hash.isEmpty()) {
            return refuse(reason::noPassword, false);
        }
        const HashAnswer* answer = answerTo(question, answers);
        if (!answer) {
            if (!answers.empty()) { // changed meanwhile: no second slow hash
                return refuse(reason::wrongPassword, true);
            }
            Decision ask {.kind = Kind::AskHash};
            ask.question = std::move(question);
            return ask;
        }
        if (!answer->right) {
            return refuse(reason::wrongPassword, true);
        }
        if (!credentials.passcode) {
            return facts.passcodeWanted
                ? Decision {.kind = Kind::Passcode, .reason = reason::passcodeRequired}
                : Decision {.kind = Kind::Accept};
        }
    }
    if (!credentials.passcode) {
        return refuse(reason::wrongCode, false);
    }
    return decidePasscode(facts, *credentials.passcode, keys, now, answers);
}

} // namespace holdfast::authentication
