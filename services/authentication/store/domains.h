// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/policies_snapshot.h"

// The tree of security domains. Reading goes through PolicySnapshot::of(); the caller writes the event of a
// change (CREATE_, UPDATE_, DELETE_SECURITY_DOMAIN).
namespace holdfast::authentication::domains {

// Errors: domain_unknown (the parent), domain_name_taken, invalid name (field `name`).
[[nodiscard]] contract::Result<DomainNode> create(storage::Connection& connection, const QString& name,
                                                  qint64 parentId);
// Renames and moves (paths of everything below follow) and chooses policies. `expectedVersion`: If-Match.
// Errors: domain_unknown, stale_version, domain_name_taken, domain_is_root (it has no name and stays),
// domain_within_itself, policy_unknown.
[[nodiscard]] contract::Result<DomainNode> update(storage::Connection& connection, qint64 id,
                                                  const contract::DomainUpdate& update,
                                                  std::optional<qint64> expectedVersion);
// Errors: domain_unknown, stale_version, domain_is_root, domain_not_empty (subdomains, people,
// tokens or workstations).
[[nodiscard]] contract::Result<void> remove(storage::Connection& connection, qint64 id,
                                            std::optional<qint64> expectedVersion);

// As shown: with counts and effective policies. `list` is ordered by path.
[[nodiscard]] std::optional<contract::SecurityDomain> find(storage::Connection& connection, qint64 id);
[[nodiscard]] std::vector<contract::SecurityDomain> list(storage::Connection& connection);

} // namespace holdfast::authentication::domains
