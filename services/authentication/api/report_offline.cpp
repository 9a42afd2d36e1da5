// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_sets.h"
#include "services/authentication/api/report.h"

#include <cmath>

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

namespace {

Result<ReportSource> offlineDaysLeft(const Call& call, storage::Connection& connection)
{
    auto filter = offlineFilter(call, connection);
    const auto domains = reportDomains(
        call, connection, {contract::Permission::ViewUsers, contract::Permission::ViewWorkstations});
    if (!filter || !domains) {
        return Unexpected(filter ? domains.error() : filter.error());
    }
    if (*domains) {
        filter->userDomains(**domains);
    }
    OfflineWindow window {.limit = reportBatch};
    return [filter = std::move(*filter), window, now = call.now(),
            tokens =
                call.caller().scopeOf(contract::Permission::ViewTokens)](storage::Connection& at) mutable {
        std::vector<ReportRow> rows;
        for (const OfflineSetRow& row : offlineSets::list(at, filter, window, now)) {
            constexpr double tenths = 10.0;
            rows.push_back(
                {row.userName, row.userDisplayName, row.domain, row.workstationName,
                 tokens.contains(row.domain) ? row.tokenSerial : QString(), contract::enumName(row.state()),
                 row.reason, std::floor(row.daysLeft(now) * tenths) / tenths,
                 row.daysReported ? QJsonValue(std::floor(*row.daysReported * tenths) / tenths)
                                  : QJsonValue(),
                 cell(row.reportedAt), cell(std::optional(row.issuedAt)), cell(std::optional(row.expiresAt)),
                 contract::enumName(row.refill), row.policyName, cell(row.lastContactAt)});
            window.after = offlineSets::keyOf(row, window.sort);
        }
        return rows;
    };
}

} // namespace

std::vector<ReportKind> offlineReports()
{
    return {
        {{.id = QStringLiteral("offline-days-left"),
          .title = QStringLiteral("Offline days left"),
          .description = QStringLiteral("Who holds offline data where, and for how long; the fewest first."),
          .parameters = names({"domain", "filter"}),
          .columns = names({"user", "displayName", "domain", "workstation", "token", "state", "reason",
                            "daysLeft", "daysReported", "reportedAt", "issuedAt", "expiresAt", "refill",
                            "policy", "lastContactAt"})},
         offlineDaysLeft}};
}

} // namespace holdfast::authentication
