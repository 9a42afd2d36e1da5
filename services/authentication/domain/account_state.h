// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/authentication/domain/reasons.h"
#include "services/contract/user.h"

namespace holdfast::authentication {

// A lock is computed from when it began and the policy of now, so that no list says locked when a logon would
// pass.
struct Lock
{
    bool locked = false;
    std::optional<contract::Timestamp> until {}; // absent: an administrator must unlock
};
[[nodiscard]] Lock lockOf(const AccountFacts& account, const contract::LockoutPolicy& policy,
                          contract::Timestamp now);

// Disabled weighs more than the dates, and those more than a lock.
[[nodiscard]] contract::UserStatus statusOf(const AccountFacts& account,
                                            const contract::LockoutPolicy& policy, contract::Timestamp now);
// Why the account may not log on now; empty when it may.
[[nodiscard]] Reason refusalOf(const AccountFacts& account, const contract::LockoutPolicy& policy,
                               contract::Timestamp now);

// Consecutive failures that count towards a lock now: none older than the window, none from before a lock
// that has ended.
[[nodiscard]] int failuresThatCount(const AccountFacts& account, const contract::LockoutPolicy& policy,
                                    contract::Timestamp now);

// What an account's counters become. `locks`: this failure locked it.
struct FailureCount
{
    int failures = 0;
    std::optional<contract::Timestamp> firstFailureAt {};
    std::optional<contract::Timestamp> lockedAt {};
    bool locks = false;
};
[[nodiscard]] FailureCount afterFailure(const AccountFacts& account, const contract::LockoutPolicy& policy,
                                        contract::Timestamp now, int count = 1);

// Whether one more attempt may be evaluated beside those whose slow hash is under way: failures and pending
// together stay below the limit.
[[nodiscard]] bool mayReserve(const AccountFacts& account, const contract::LockoutPolicy& policy,
                              contract::Timestamp now);

} // namespace holdfast::authentication
