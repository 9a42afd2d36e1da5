// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report.h"
#include "services/authentication/store/emergency.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

namespace {

Result<ReportSource> emergencyIssues(const Call& call, storage::Connection& connection, bool neverUsed)
{
    auto domains = reportDomains(call, connection, {contract::Permission::ViewEmergencyCodes});
    if (!domains) {
        return Unexpected(domains.error());
    }
    EmergencyReportFilter filter {
        .domains = std::move(*domains), .from = call.time("from"), .to = call.time("to")};
    if (const auto user = call.text("user")) {
        filter.userId = user->toLongLong();
    }
    filter.neverUsed = neverUsed;
    return ReportSource(
        [filter = std::move(filter), after = qint64 {0}, now = call.now()](storage::Connection& at) mutable {
            std::vector<ReportRow> rows;
            for (const EmergencyReportRow& row : emergency::issued(at, filter, after, reportBatch)) {
                const contract::EmergencyCode code = toEmergencyCode(row.issue, now);
                rows.push_back({cell(code.issuedAt), row.userName, row.domain, cell(code.tokenSerial),
                                contract::enumName(code.kind), code.count, code.remaining,
                                contract::enumName(code.replaces), contract::enumName(code.onTokenReturn),
                                contract::enumName(code.state), cell(code.expiresAt), cell(code.lastUsedAt),
                                code.issuedBy, code.reason});
                after = row.issue.id;
            }
            return rows;
        });
}

Result<ReportSource> emergencyCodesIssued(const Call& call, storage::Connection& connection)
{
    return emergencyIssues(call, connection, false);
}

Result<ReportSource> emergencyCodesNeverUsed(const Call& call, storage::Connection& connection)
{
    return emergencyIssues(call, connection, true);
}

} // namespace

std::vector<ReportKind> emergencyReports()
{
    const QStringList parameters = names({"days", "from", "to", "domain", "user"});
    const QStringList columns =
        names({"issuedAt", "user", "domain", "token", "kind", "count", "remaining", "replaces",
               "onTokenReturn", "state", "expiresAt", "lastUsedAt", "issuedBy", "reason"});
    return {
        {{.id = QStringLiteral("emergency-codes-issued"),
          .title = QStringLiteral("Emergency codes issued"),
          .description = QStringLiteral("To whom, by whom and why; never the codes."),
          .parameters = parameters,
          .columns = columns,
          .subject = contract::ReportSubject::EmergencyCodes},
         emergencyCodesIssued,
         ReportDays::Past},
        {{.id = QStringLiteral("emergency-codes-never-used"),
          .title = QStringLiteral("Emergency codes never used"),
          .description = QStringLiteral("Issued, and nobody signed in with any of them."),
          .parameters = parameters,
          .columns = columns,
          .subject = contract::ReportSubject::EmergencyCodes},
         emergencyCodesNeverUsed,
         ReportDays::Past},
    };
}

} // namespace holdfast::authentication
