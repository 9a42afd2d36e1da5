// SPDX-License-Identifier: Apache-2.0
// What the gate does within its transactions.
#include "services/authentication/api/gate_run.h"
#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/domain/token_state.h"
#include "services/authentication/store/attempt.h"
#include "services/authentication/store/attempt_changes.h"
#include "services/authentication/store/pin_history.h"
#include "services/security/pin_hash.h"

namespace holdfast::authentication {

using contract::PinStyle;
using contract::Secret;
using storage::Connection;
using Kind = Decision::Kind;

std::optional<AttemptFacts> Gate::Implementation::load(GateRun& run, Connection& connection)
{
    const AttemptNeeds needs {.keys = &m_keys,
                              .typed = run.credentials.passcode ? &*run.credentials.passcode : nullptr,
                              .password = run.credentials.password.has_value()};
    const auto read = [&] {
        return run.userId != 0 ? loadAttempt(connection, run.userId, needs)
                               : loadAttempt(connection, run.origin.subjectName, needs);
    };
    auto facts = read();
    if (!facts) {
        return facts;
    }
    run.userId = facts->account.id;
    if (const int count = takeAbandoned(run.userId); count > 0) {
        run.reclaimed = count;
        Settlement(connection, m_events, run.origin, run.at).countInterrupted(*facts, count);
        facts = read();
    }
    return facts;
}

namespace {

// Whoever makes offline data for the logon needs the PIN: it goes out with a success, and where another step
// follows, it waits for that.
void handOutPin(const contract::Secret& pin, bool wanted, Outcome& outcome)
{
    if (!wanted) {
        return;
    }
    if (outcome.continuation) {
        outcome.continuation->wantsPin = true;
        outcome.continuation->pin = pin;
    } else if (outcome.result == Outcome::Result::Success && outcome.tokenId != 0) {
        outcome.pin = pin;
    }
}

bool isPinOf(const AttemptFacts& facts, const Decision& decision, const QByteArray& identity)
{
    return decision.token && !identity.isEmpty()
        && pinIdentity(pinSourceOf(facts, *decision.token).serial) == identity;
}

} // namespace

std::optional<Outcome> Gate::Implementation::decideStep(GateRun& run, Connection& connection)
{
    Settlement settlement(connection, m_events, run.origin, run.at);
    const auto facts = load(run, connection);
    if (!facts) {
        return settlement.refuseUnknown();
    }
    const Decision decision = decide(*facts, run.credentials, m_keys, run.at, run.answers);
    if (decision.kind != Kind::AskHash) {
        for (const HashAnswer& answer : run.answers) {
            attempts::rekey(connection, facts->account.id, answer);
        }
    }
    const bool evaluated = decision.kind != Kind::Refuse || decision.counts;
    if (evaluated && run.reserved == 0 && !mayReserve(facts->account, *facts->lockout.policy, run.at)) {
        return settlement.refuseUncounted(*facts, reason::tooManyWaiting);
    }
    if (decision.kind == Kind::AskHash) {
        return askHash(run, *facts, decision, settlement, connection);
    }
    Outcome outcome = settlement.settle(*facts, decision, run.reserved);
    const bool typed = isPinOf(*facts, decision, run.pinIdentity);
    handOutPin(typed ? run.pin : Secret(), run.wantsPin, outcome);
    return outcome;
}

std::optional<Outcome> Gate::Implementation::askHash(GateRun& run, const AttemptFacts& facts,
                                                     const Decision& decision, Settlement& settlement,
                                                     Connection& connection)
{
    if (!m_pool.claim(run.lane())) {
        return settlement.refuseUncounted(facts, reason::tooManyWaiting, run.reserved);
    }
    run.claimed = true;
    if (run.reserved == 0) {
        if (!attempts::reserve(connection, facts.account)) {
            m_pool.unclaim(run.lane());
            run.claimed = false;
            return settlement.refuseUncounted(facts, reason::tooManyWaiting);
        }
        run.reserved = 1;
    }
    const bool mixed = decision.token && decision.token->pinStyle == PinStyle::Mixed;
    run.hash = [this, &run, question = *decision.question, mixed] {
        HashAnswer answer {.identity = question.identity, .hash = question.hash};
        answer.right = security::verifyPin(m_keys, question.text, question.identity, question.hash);
        if (answer.right && run.wantsPin) {
            run.pin = question.text;
            run.pinIdentity = question.identity;
        }
        // A key was rotated since: who knows the PIN lets it be hashed under the new one.
        answer.rekeyed = answer.right && question.rehashFor.isEmpty()
            && security::pinKeyVersion(question.hash) != m_keys.currentVersion();
        if (answer.rekeyed || (answer.right && !question.rehashFor.isEmpty())) {
            const QByteArray& identity = answer.rekeyed ? question.identity : question.rehashFor;
            answer.newHash = security::hashPin(m_keys, question.text, identity);
            if (mixed) {
                answer.newTag = security::pinTag(m_keys, question.text, identity);
                answer.newLength = static_cast<int>(question.text.size());
            }
        }
        run.answers.push_back(std::move(answer));
    };
    return std::nullopt;
}

std::optional<Outcome> Gate::Implementation::nextTokencodeStep(GateRun& run, Connection& connection)
{
    Settlement settlement(connection, m_events, run.origin, run.at);
    const auto facts = load(run, connection);
    if (!facts) {
        return settlement.refuseUnknown();
    }
    const Decision decision = decideNextTokencode(*facts, run.continuation.tokenId, run.continuation.step,
                                                  run.secret, m_keys, run.at);
    const bool evaluated = decision.kind != Kind::Refuse || decision.counts;
    if (evaluated && !mayReserve(facts->account, *facts->lockout.policy, run.at)) {
        return settlement.refuseUncounted(*facts, reason::tooManyWaiting);
    }
    Outcome outcome = settlement.settle(*facts, decision, 0, true);
    handOutPin(run.continuation.pin, run.wantsPin, outcome);
    return outcome;
}

std::optional<Outcome> Gate::Implementation::newPinStep(GateRun& run, Connection& connection)
{
    Settlement settlement(connection, m_events, run.origin, run.at);
    const auto facts = load(run, connection);
    if (!facts) {
        return settlement.refuseUnknown();
    }
    if (const Reason refusal = refusalOf(facts->account, *facts->lockout.policy, run.at);
        !refusal.isEmpty()) {
        return settlement.refuseUncounted(*facts, refusal);
    }
    const TokenFacts* token = tokenOf(*facts, run.continuation.tokenId);
    if (!token) {
        return settlement.refuseUncounted(*facts, reason::noToken);
    }
    if (const Reason refusal = refusalOf(*token, facts->emergency, run.at); !refusal.isEmpty()) {
        return settlement.refuseUncounted(*facts, refusal);
    }
    // The right to choose is bound to the consumed code: a later logon, or a PIN set meanwhile, ends it.
    if (!inNewPinMode(*token) || token->lastStep != run.continuation.step) {
        return settlement.refuseUncounted(*facts, reason::codeAlreadyUsed);
    }
    if (run.newPinHash) {
        return keepPin(run, *facts, settlement, connection);
    }
    return askPinHash(run, *facts, *token, settlement, connection);
}

std::optional<Outcome> Gate::Implementation::askPinHash(GateRun& run, const AttemptFacts& facts,
                                                        const TokenFacts& token, Settlement& settlement,
                                                        Connection& connection)
{
    const PinRules rules = pinRules(*facts.tokenPolicy.policy, token);
    const Secret& given = run.continuation.givenPin;
    if (!given.isEmpty() && !given.equals(run.secret.reveal())) {
        return settlement.refusePin(facts, run.continuation, rules, {PinFault::NotAsGiven});
    }
    if (auto faults = faultsOf(rules, run.secret); given.isEmpty() && !faults.empty()) {
        return settlement.refusePin(facts, run.continuation, rules, std::move(faults));
    }
    std::vector<pin_history::EarlierPin> earlier;
    if (given.isEmpty() && rules.history > 0) {
        earlier = pin_history::latest(connection, token.id, rules.history);
    }
    if (!m_pool.claim(run.lane())) {
        return settlement.refuseUncounted(facts, reason::tooManyWaiting);
    }
    run.claimed = true;
    run.hash = [this, &run, identity = pinIdentity(token.serial), before = token.pinHash,
                earlier = std::move(earlier)] {
        if (!before.isEmpty() && security::verifyPin(m_keys, run.secret, identity, before)) {
            run.faults.push_back(PinFault::SameAsBefore);
        } else if (std::any_of(earlier.begin(), earlier.end(), [&](const pin_history::EarlierPin& pin) {
                       return security::verifyPin(m_keys, run.secret, pinIdentity(pin.serial), pin.hash);
                   })) {
            run.faults.push_back(PinFault::UsedBefore);
        }
        run.newPinHash = run.faults.empty() ? security::hashPin(m_keys, run.secret, identity) : QByteArray();
    };
    return std::nullopt;
}

std::optional<Outcome> Gate::Implementation::keepPin(GateRun& run, const AttemptFacts& facts,
                                                     Settlement& settlement, Connection& connection)
{
    const TokenFacts& token = *tokenOf(facts, run.continuation.tokenId);
    const PinRules rules = pinRules(*facts.tokenPolicy.policy, token);
    if (!run.faults.empty()) {
        return settlement.refusePin(facts, run.continuation, rules, std::move(run.faults));
    }
    attempts::NewPin pin {.hash = *run.newPinHash};
    if (token.pinStyle == PinStyle::Mixed) {
        pin.tag = security::pinTag(m_keys, run.secret, pinIdentity(token.serial));
        pin.length = static_cast<int>(run.secret.size());
    }
    if (!attempts::setPin(connection, facts.account.id, token.id, pin, run.at)) {
        return settlement.refuseUncounted(facts, reason::codeAlreadyUsed);
    }
    Outcome outcome = settlement.completePin(facts, run.continuation);
    handOutPin(run.secret, run.continuation.wantsPin, outcome);
    return outcome;
}

} // namespace holdfast::authentication
