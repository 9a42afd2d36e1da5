// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/overview.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/settings.h"

namespace holdfast::authentication {

using contract::Overview;
using contract::Permission;
using contract::Result;

namespace {

Result<Overview> readOverview(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<Overview> {
        const auto snapshot = PolicySnapshot::of(connection);
        Overview overview;
        overview.organisation = settings::value(connection, settings::organisation).value_or(QString());
        const overview::Reach reach {domainsInScope(call, Permission::ViewUsers, *snapshot), call.now()};
        overview::countPeople(connection, *snapshot, reach, overview);
        overview::countTokens(connection, reach, overview);
        overview::countEvents(connection, reach, overview);
        return overview;
    });
}

} // namespace

void addOverviewRoutes(Routes& routes)
{
    routes.get<Overview>({.path = "/api/v1/overview",
                          .id = "readOverview",
                          .summary = "Counts what the first page shows, within the caller's scope.",
                          .tag = "Overview",
                          .access = Permission::ViewUsers},
                         readOverview);
}

} // namespace holdfast::authentication
