// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/store/events.h"

namespace holdfast::authentication {

// Parameters that say which events: log, user, token, key, result, from, to and q.
[[nodiscard]] std::vector<QueryParameter> eventFilterParameters();

// The domains of the scope, and of those the subtree of `domain` (empty: all); nothing when that is
// everything. Error: field domain.
[[nodiscard]] contract::Result<std::optional<std::vector<qint64>>>
domainsWithin(const Scope& scope, storage::Connection& connection, const QString& domain);

// The query of a caller who has `permission`, restricted to the domains in its scope: what belongs to no
// domain (the system log above all) is seen with the root in scope alone. `domain`: this subtree only; empty:
// all. Errors: outside_scope, and the parameters user and domain at fault.
[[nodiscard]] contract::Result<EventQuery> eventQuery(const Call& call, storage::Connection& connection,
                                                      contract::Permission permission,
                                                      const QString& domain = {},
                                                      std::optional<contract::EventLog> log = {});

} // namespace holdfast::authentication
