// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bulk_settings.h"

#include "services/authentication/api/bulk_jobs.h"

namespace holdfast::authentication {

using contract::BulkSettings;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

Result<BulkSettings> readSettings(Call& call)
{
    return call.read([](storage::Connection& connection) -> Result<BulkSettings> {
        return bulkSettings::read(connection);
    });
}

Result<BulkSettings> replaceSettings(Call& call, const BulkSettings& wanted)
{
    return call.write([&](storage::Connection& connection) -> Result<BulkSettings> {
        const BulkSettings before = bulkSettings::read(connection);
        const auto checked = call.requireInScope(Permission::EditSettings, QStringLiteral("/")).and_then([&] {
            return call.requireVersion(before.version);
        });
        if (!checked) {
            return Unexpected(checked.error());
        }
        const BulkSettings after = bulkSettings::replace(connection, wanted);
        contract::Event event = call.event("UPDATE_BULK_SETTINGS");
        event.detail = {{QStringLiteral("sharePercent"), after.sharePercent},
                        {QStringLiteral("freeItems"), after.freeItems},
                        {QStringLiteral("failurePercent"), after.failurePercent}};
        call.record(connection, std::move(event));
        return after;
    });
}

} // namespace

void addBulkSettingsRoutes(Routes& routes)
{
    routes.get<BulkSettings>({.path = "/api/v1/settings/bulk-jobs",
                              .id = "readBulkSettings",
                              .summary = "Says how much a job may change unasked.",
                              .tag = "Settings",
                              .access = Permission::RunBulkJobs},
                             readSettings);
    routes.put<BulkSettings, BulkSettings>({.path = "/api/v1/settings/bulk-jobs",
                                            .id = "replaceBulkSettings",
                                            .summary = "Sets how much a job may change unasked.",
                                            .tag = "Settings",
                                            .access = Permission::EditSettings},
                                           replaceSettings);
}

} // namespace holdfast::authentication
