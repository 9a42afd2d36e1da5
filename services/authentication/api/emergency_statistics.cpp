// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/emergency_statistics.h"

#include "services/authentication/api/emergency_codes.h"
#include "services/authentication/api/event_query.h"

namespace holdfast::authentication {

using contract::EmergencyStatistics;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

Result<EmergencyStatistics> readStatistics(Call& call)
{
    const contract::Timestamp to = call.time("to").value_or(call.now() + std::chrono::milliseconds(1));
    const contract::Timestamp from = call.time("from").value_or(to - emergency::quarter);
    if (from >= to) {
        return contract::invalidField(QStringLiteral("from"), QStringLiteral("contradicts"),
                                      QStringLiteral("The beginning must come before the end."));
    }
    return call.read([&](storage::Connection& connection) -> Result<EmergencyStatistics> {
        auto domains = domainsWithin(call.caller().scopeOf(Permission::ViewEmergencyCodes), connection,
                                     call.text("domain").value_or(QString()));
        if (!domains) {
            return Unexpected(domains.error());
        }
        auto found = emergency::statistics(connection, {.domains = *domains, .from = from, .to = to});
        found.from = from;
        found.to = to;
        return found;
    });
}

} // namespace

void addEmergencyStatisticsRoutes(Routes& routes)
{
    routes.get<EmergencyStatistics>(
        {.path = "/api/v1/emergency-codes/statistics",
         .id = "readEmergencyStatistics",
         .summary =
             "How many emergency codes were issued, by domain, issuer, reason and person, and never used.",
         .tag = "Emergency codes",
         .access = Permission::ViewEmergencyCodes,
         .query = {{.name = "from", .description = "From then on; 90 days ago.", .type = ParameterType::Time},
                   {.name = "to", .description = "Before then; now.", .type = ParameterType::Time},
                   {.name = "domain", .description = "Path of a domain: it and all below it alone."}}},
        readStatistics);
}

} // namespace holdfast::authentication
