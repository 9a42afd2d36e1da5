// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/policy.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

// Lockout, token and offline policies: Policy is LockoutPolicy, TokenPolicy or OfflinePolicy. One of each
// type is the default. The caller writes the event of a change. `expectedVersion`: If-Match.
namespace holdfast::authentication::policies {

// When and by whom a change is made, for the history that every change writes.
struct Authorship
{
    Authorship(contract::Timestamp when, QString who = {}) // NOLINT: most changes of tests have no author
        : at(when)
        , author(std::move(who))
    { }
    contract::Timestamp at;
    QString author;
    std::optional<qint64> restoredFrom {}; // the version whose settings are taken again
};

template <class Policy>
[[nodiscard]] std::vector<Policy> list(storage::Connection& connection); // by name
template <class Policy>
[[nodiscard]] std::optional<Policy> find(storage::Connection& connection, qint64 id);

// id, isDefault, domains and version of `policy` are ignored. Errors: policy_name_taken, and fields that
// contradict each other.
template <class Policy>
[[nodiscard]] contract::Result<Policy> create(storage::Connection& connection, const Policy& policy,
                                              const Authorship& by);
// Errors: policy_unknown, stale_version, and as above.
template <class Policy>
[[nodiscard]] contract::Result<Policy> update(storage::Connection& connection, qint64 id,
                                              const Policy& policy, std::optional<qint64> expectedVersion,
                                              const Authorship& by);
// Errors: policy_unknown.
template <class Policy>
[[nodiscard]] contract::Result<Policy> makeDefault(storage::Connection& connection, qint64 id,
                                                   const Authorship& by);
// Errors: policy_unknown, stale_version, policy_is_default, policy_in_use (the detail names the domains).
template <class Policy>
[[nodiscard]] contract::Result<void> remove(storage::Connection& connection, qint64 id,
                                            std::optional<qint64> expectedVersion);

// Errors: as of update, without writing anything.
template <class Policy>
[[nodiscard]] contract::Result<void> check(storage::Connection& connection, qint64 id, const Policy& policy);

} // namespace holdfast::authentication::policies
