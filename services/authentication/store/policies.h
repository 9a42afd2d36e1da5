// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/policy.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

// Lockout, token and offline policies: Policy is LockoutPolicy, TokenPolicy or OfflinePolicy. One of each
// type is the default. The caller writes the event of a change. `expectedVersion`: If-Match.
namespace holdfast::authentication::policies {

template <class Policy>
[[nodiscard]] std::vector<Policy> list(storage::Connection& connection); // by name
template <class Policy>
[[nodiscard]] std::optional<Policy> find(storage::Connection& connection, qint64 id);

// id, isDefault, domains and version of `policy` are ignored. Errors: policy_name_taken, and fields that
// contradict each other.
template <class Policy>
[[nodiscard]] contract::Result<Policy> create(storage::Connection& connection, const Policy& policy,
                                              contract::Timestamp now);
// Errors: policy_unknown, stale_version, and as above.
template <class Policy>
[[nodiscard]] contract::Result<Policy> update(storage::Connection& connection, qint64 id,
                                              const Policy& policy, std::optional<qint64> expectedVersion,
                                              contract::Timestamp now);
// Errors: policy_unknown.
template <class Policy>
[[nodiscard]] contract::Result<Policy> makeDefault(storage::Connection& connection, qint64 id,
                                                   contract::Timestamp now);
// Errors: policy_unknown, stale_version, policy_is_default, policy_in_use (the detail names the domains).
template <class Policy>
[[nodiscard]] contract::Result<void> remove(storage::Connection& connection, qint64 id,
                                            std::optional<qint64> expectedVersion);

} // namespace holdfast::authentication::policies
