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

QString spanText(qint64 seconds)
{
    const auto text = [](qint64 count, const char* one) {
        return count == 1 ? QStringLiteral("1 %1").arg(QLatin1String(one))
                          : QStringLiteral("%1 %2s").arg(count).arg(QLatin1String(one));
    };
    if (seconds >= 86400 && seconds % 86400 == 0) {
        return text(seconds / 86400, "day");
    }
    if (seconds >= 3600 && seconds % 3600 == 0) {
        return text(seconds / 3600, "hour");
    }
    return seconds >= 60 && seconds % 60 == 0 ? text(seconds / 60, "minute") : text(seconds, "second");
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
    if (account.startsAt) {
        check.detail.insert(QStringLiteral("startsAt"), toRfc3339(*account.startsAt));
    }
    if (!check.passed) {
        check.cure = cureOf(CardAction::ExtendAccount, QStringLiteral("Change start date"));
        check.cure->needs << QStringLiteral("startsAt");
        check.detail.insert(QStringLiteral("reason"), QString(reason::accountNotYetValid));
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
    if (account.endsAt) {
        check.detail.insert(QStringLiteral("endsAt"), toRfc3339(*account.endsAt));
    }
    if (!check.passed) {
        check.cure = cureOf(CardAction::ExtendAccount, QStringLiteral("Extend account"));
        check.detail.insert(QStringLiteral("reason"), QString(reason::accountEnded));
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
        : failures == 1 ? QStringLiteral("1 failure")
                        : QStringLiteral("%1 failures").arg(failures);
    check.required = policy.enabled ? QStringLiteral("fewer than %1 failures in %2")
                                          .arg(policy.maxFailures)
                                          .arg(spanText(policy.windowSeconds))
                                    : QStringLiteral("accounts are never locked");
    check.origin = facts.lockout.origin;
    check.detail = {{QStringLiteral("failures"), failures},
                    {QStringLiteral("limit"), policy.enabled ? policy.maxFailures : 0},
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

// Attempts whose slow hash is under way count as failures until they are settled.
Check attemptsFreeCheck(const AttemptFacts& facts, Timestamp now)
{
    const contract::LockoutPolicy& policy = *facts.lockout.policy;
    const int pending = facts.account.pending;
    Check check {.id = QStringLiteral("account_attempts_free"),
                 .passed = mayReserve(facts.account, policy, now)};
    check.found = pending == 0 ? QStringLiteral("no other attempt under way")
                               : QStringLiteral("%1 other attempts under way").arg(pending);
    check.required = QStringLiteral("attempts under way and failures together below the limit");
    check.origin = facts.lockout.origin;
    check.detail.insert(QStringLiteral("pending"), pending);
    if (!check.passed) {
        check.detail.insert(QStringLiteral("reason"), QString(reason::tooManyWaiting));
    }
    return check;
}

} // namespace

std::vector<Check> accountChecks(const AttemptFacts& facts, Timestamp now)
{
    return {enabledCheck(facts.account), startedCheck(facts.account, now), notEndedCheck(facts.account, now),
            notLockedCheck(facts, now), attemptsFreeCheck(facts, now)};
}

} // namespace holdfast::authentication
