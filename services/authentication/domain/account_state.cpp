// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/account_state.h"

namespace holdfast::authentication {

using contract::Timestamp;
using contract::UserStatus;
using std::chrono::seconds;

namespace {

// Whether a lock that was set has ended by itself.
bool lockHasEnded(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now)
{
    return account.lockedAt && policy.unlockBy == contract::UnlockBy::Time
        && now >= *account.lockedAt + seconds(policy.unlockAfterSeconds);
}

} // namespace

Lock lockOf(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now)
{
    if (!account.lockedAt || !policy.enabled || lockHasEnded(account, policy, now)) {
        return {};
    }
    Lock lock {.locked = true};
    if (policy.unlockBy == contract::UnlockBy::Time) {
        lock.until = *account.lockedAt + seconds(policy.unlockAfterSeconds);
    }
    return lock;
}

UserStatus statusOf(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now)
{
    if (!account.enabled) {
        return UserStatus::Disabled;
    }
    if (account.startsAt && now < *account.startsAt) {
        return UserStatus::NotYetValid;
    }
    if (account.endsAt && now >= *account.endsAt) {
        return UserStatus::Ended;
    }
    return lockOf(account, policy, now).locked ? UserStatus::Locked : UserStatus::Active;
}

Reason refusalOf(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now)
{
    switch (statusOf(account, policy, now)) {
    case UserStatus::Disabled:
        return reason::accountDisabled;
    case UserStatus::NotYetValid:
        return reason::accountNotYetValid;
    case UserStatus::Ended:
        return reason::accountEnded;
    case UserStatus::Locked:
        return reason::accountLocked;
    case UserStatus::Active:
        break;
    }
    return reason::none;
}

int failuresThatCount(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now)
{
    if (lockOf(account, policy, now).locked) {
        return account.failures;
    }
    const bool stale =
        !account.firstFailureAt || now >= *account.firstFailureAt + seconds(policy.windowSeconds);
    return stale || lockHasEnded(account, policy, now) ? 0 : account.failures;
}

FailureCount afterFailure(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now,
                          int count)
{
    const int before = failuresThatCount(account, policy, now);
    FailureCount after;
    after.failures = before + count;
    after.firstFailureAt = before == 0 ? now : account.firstFailureAt;
    if (lockOf(account, policy, now).locked) {
        after.lockedAt = account.lockedAt;
    } else if (policy.enabled && after.failures >= policy.maxFailures) {
        after.lockedAt = now;
        after.locks = true;
    }
    return after;
}

bool mayReserve(const AccountFacts& account, const contract::LockoutPolicy& policy, Timestamp now)
{
    if (!policy.enabled || account.pending == 0) {
        return true;
    }
    return failuresThatCount(account, policy, now) + account.pending < policy.maxFailures;
}

} // namespace holdfast::authentication
