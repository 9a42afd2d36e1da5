// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"
#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication {

// The readiness board: /offline-sets and /offline-readiness.
void addOfflineSetRoutes(Routes& routes);
void addOfflineCodeRoutes(Routes& routes); // /offline-sets/{id}/emergency-codes
void addOfflineExplainRoutes(Routes& routes); // /users/{id}/offline-explain, /policies/offline/verdicts

// The set that the path names, or the one that has taken its place since. Errors: offline_set_unknown
// (NotFound; also where the caller may not see the person), outside_scope.
[[nodiscard]] contract::Result<OfflineSetRow>
visibleOfflineSet(const Call& call, storage::Connection& connection, contract::Permission permission);
// With person, token and workstation; `reason` may be empty.
[[nodiscard]] contract::Event offlineSetEvent(const Call& call, const char* key, const OfflineSetRow& row,
                                              const QString& reason);

// What the board's parameters ask for, restricted to what the caller may see. Errors: invalid_filter, and a
// field.
[[nodiscard]] contract::Result<OfflineFilter> offlineFilter(const Call& call,
                                                            storage::Connection& connection);
struct OfflineOrdering
{
    OfflineSort sort = OfflineSort::DaysLeft;
    bool descending = false;
    QString text = QStringLiteral("daysLeft");
};
[[nodiscard]] OfflineOrdering offlineOrder(const Call& call);
[[nodiscard]] std::vector<QueryParameter> offlineListParameters();

} // namespace holdfast::authentication
