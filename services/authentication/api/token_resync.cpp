// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_actions.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/code_match.h"
#include "services/authentication/store/attempt.h"
#include "services/authentication/store/attempt_changes.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Token;
using contract::Unexpected;

namespace {

// One sentence for every cause: it must not help to guess codes.
Unexpected refused()
{
    return refuseToken("resync_failed",
                       QStringLiteral("These two codes do not follow each other on this token. Let the caller"
                                      " read one code, wait until it changes, and read the next."));
}

void countFailure(const Call& call, storage::Connection& connection, const TokenSubject& subject)
{
    const AttemptFacts& person = *subject.person;
    const contract::LockoutPolicy& policy = *person.lockout.policy;
    const FailureCount count = afterFailure(person.account, policy, call.now());
    attempts::recordFailure(connection, person.account, count, 0);
    contract::Event event = tokenEvent(call, "AM_RESYNC_TOKEN", subject.token, &person);
    event.result = contract::EventResult::Failure;
    event.reason = reason::wrongCode;
    event.detail = {{QStringLiteral("failures"), count.failures}};
    call.record(connection, event);
    if (count.locks) {
        contract::Event locked = personEvent(call, "ACCOUNT_LOCKED", person);
        locked.log = contract::EventLog::Authentication;
        locked.result = contract::EventResult::Information;
        locked.reason = reason::accountLocked;
        locked.detail = {{QStringLiteral("failures"), count.failures},
                         {QStringLiteral("limit"), policy.maxFailures}};
        call.record(connection, locked);
    }
}

// Committed either way: a failure is counted although the answer is an error.
struct Outcome
{
    std::optional<contract::Error> error {};
    Token token {};
};

Outcome resynchroniseToken(const Call& call, storage::Connection& connection,
                           const contract::TokenResync& body)
{
    const auto subject = tokenSubjectOf(call, connection, Permission::ResyncTokens, Act::Changes);
    if (!subject) {
        return {subject.error()};
    }
    if (auto assigned = requireAssigned(*subject); !assigned) {
        return {assigned.error()};
    }
    if (stateOf(subject->token, call.now()) == contract::TokenState::Expired) {
        return {refuseToken("token_expired", QStringLiteral("This token has expired. Assign another one."))
                    .value()};
    }
    const AttemptFacts& person = *subject->person;
    // Wrong logons whose slow hash is under way count as well: together they stay below the limit.
    const contract::LockoutPolicy& policy = *person.lockout.policy;
    if (lockOf(person.account, policy, call.now()).locked
        || !mayReserve(person.account, policy, call.now())) {
        return {refuseToken("account_locked",
                            QStringLiteral("The account is locked. Unlock it first: wrong codes count."))
                    .value()};
    }
    const auto facts = loadTokenFacts(connection, subject->token.serial, call.context().keys);
    const auto step =
        facts ? resynchronise(*facts, body.firstCode, body.secondCode, call.now()) : std::nullopt;
    if (!step
        || !tokens::resynchronise(connection, subject->token.id, *step,
                                  driftAfter(*facts, *step, call.now()))) {
        countFailure(call, connection, *subject);
        return {refused().value()};
    }
    const int drift = driftAfter(*facts, *step, call.now());
    contract::Event event = tokenEvent(call, "AM_RESYNC_TOKEN", subject->token, &person);
    event.detail = {{QStringLiteral("driftSteps"), drift}};
    call.record(connection, event);
    return {std::nullopt, tokenNow(call, connection, subject->token.serial)};
}

} // namespace

Result<Token> resyncToken(Call& call, const contract::TokenResync& body)
{
    Outcome outcome = call.write(
        [&](storage::Connection& connection) { return resynchroniseToken(call, connection, body); });
    if (outcome.error) {
        return Unexpected(std::move(*outcome.error));
    }
    return std::move(outcome.token);
}

} // namespace holdfast::authentication
