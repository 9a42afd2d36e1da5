// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/explain_parts.h"

namespace holdfast::authentication {

using contract::CardAction;
using contract::Check;
using contract::Timestamp;
using contract::toRfc3339;

contract::Cure cureOf(CardAction action, const QString& label, const QString& serial)
{
    return {.action = action, .tokenSerial = serial, .label = label};
}

namespace {

Check enabledCheck(const AccountFacts& account)
{
    Check check {.id = QStringLiteral("account_enabled"), .passed = account.enabled};
    check.found = account.enabled ? QStringLiteral("enabled") : QStringLiteral("disabled");
    check.required = QStringLiteral("enabled");
    if (!check.passed) {
        check.cure = cureOf(CardAction::Enable, QStringLiteral("Enable account"));
        check.detail.insert(QStringLiteral("reason"), QString(reason::accountDisabled));
    }
    return check;
}

Check startedCheck(const AccountFacts& account, Timestamp now)
{
    Check check {.id = QStringLiteral("account_started")};
    check.passed = !account.startsAt || now >= *account.startsAt;
    check.found = account.startsAt ? QStringLiteral("starts %1").arg(toRfc3339(*account.startsAt))
                                   : QStringLiteral("no start date");
    check.required = QStringLiteral("started");
    if (!check.passed) {
        check.cure = cureOf(CardAction::ExtendAccount, QStringLiteral("Change start date"));
        check.detail = {{QStringLiteral("reason"), QString(reason::accountNotYetValid)},
                        {QStringLiteral("startsAt"), toRfc3339(*account.startsAt)}};
    }
    return check;
}

Check notEndedCheck(const AccountFacts& account, Timestamp now)
{
    Check check {.id = QStringLiteral("account_not_ended")};
    check.passed = !account.endsAt || now < *account.endsAt;
    check.found = !account.endsAt ? QStringLiteral("no end date")
        : check.passed            ? QStringLiteral("ends %1").arg(toRfc3339(*account.endsAt))
                                  : QStringLiteral("ended %1").arg(toRfc3339(*account.endsAt));
    check.required = QStringLiteral("not ended");
    if (!check.passed) {
        check.cure = cureOf(CardAction::ExtendAccount, QStringLiteral("Extend account"));
        check.detail = {{QStringLiteral("reason"), QString(reason::accountEnded)},
                        {QStringLiteral("endsAt"), toRfc3339(*account.endsAt)}};
    }
    return check;
}

Check notLockedCheck(const AttemptFacts& facts, Timestamp now)
{
    const contract::LockoutPolicy& policy = *facts.lockout.policy;
    const Lock lock = lockOf(facts.account, policy, now);
    const int failures = failuresThatCount(facts.account, policy, now);
    Check check {.id = QStringLiteral("account_not_locked"), .passed = !lock.locked};
    check.found = lock.locked && lock.until
        ? QStringLiteral("locked until %1 after %2 failures").arg(toRfc3339(*lock.until)).arg(failures)
        : lock.locked
        ? QStringLiteral("locked after %1 failures until an administrator unlocks").arg(failures)
        : QStringLiteral("%1 failures").arg(failures);
    check.required = policy.enabled ? QStringLiteral("fewer than %1 failures in %2 seconds")
                                          .arg(policy.maxFailures)
                                          .arg(policy.windowSeconds)
                                    : QStringLiteral("accounts are never locked");
    check.origin = facts.lockout.origin;
    check.detail = {{QStringLiteral("failures"), failures},
                    {QStringLiteral("limit"), policy.maxFailures},
                    {QStringLiteral("windowSeconds"), policy.windowSeconds}};
    if (lock.locked) {
        check.cure = cureOf(CardAction::Unlock, QStringLiteral("Unlock account"));
        check.detail.insert(QStringLiteral("reason"), QString(reason::accountLocked));
        check.detail.insert(QStringLiteral("lockedAt"), toRfc3339(*facts.account.lockedAt));
        if (lock.until) {
            check.detail.insert(QStringLiteral("lockedUntil"), toRfc3339(*lock.until));
        }
    }
    return check;
}

} // namespace

std::vector<Check> accountChecks(const AttemptFacts& facts, Timestamp now)
{
    return {enabledCheck(facts.account), startedCheck(facts.account, now), notEndedCheck(facts.account, now),
            notLockedCheck(facts, now)};
}

} // namespace holdfast::authentication
