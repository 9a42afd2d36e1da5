// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report.h"
#include "services/authentication/api/token_query.h"
#include "services/authentication/store/emergency.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Token;
using contract::Unexpected;

namespace {

template <class RowOf>
ReportSource walk(TokenFilter filter, TokenWindow window, RowOf rowOf)
{
    window.limit = reportBatch;
    return [filter = std::move(filter), window, rowOf](storage::Connection& connection) mutable {
        std::vector<ReportRow> rows;
        for (const TokenRow& token : tokens::list(connection, filter, window)) {
            rows.push_back(rowOf(token));
            window.after = tokens::keyOf(token, window.sort);
        }
        return rows;
    };
}

Result<TokenFilter> filterOf(const Call& call, storage::Connection& connection)
{
    auto filter = tokenFilter(call, connection);
    const auto domains = reportDomains(call, connection);
    if (!filter || !domains) {
        return Unexpected(filter ? domains.error() : filter.error());
    }
    if (*domains) {
        filter->domains(**domains);
    }
    return std::move(*filter);
}

QJsonValue cell(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

Result<ReportSource> allTokens(const Call& call, storage::Connection& connection)
{
    if (auto sorted = requireSort(call, tokenListParameters()); !sorted) {
        return Unexpected(sorted.error());
    }
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    const TokenOrder order = tokenOrder(call);
    return walk(std::move(*filter), {.sort = order.sort, .descending = order.descending},
                [now = call.now()](const TokenRow& row) -> ReportRow {
                    const Token token = toToken(row, now);
                    return {token.serial,
                            contract::enumName(token.kind),
                            token.digits,
                            token.intervalSeconds,
                            contract::enumName(token.state),
                            contract::enumName(token.pinState),
                            cell(token.userName),
                            cell(token.userDisplayName),
                            token.domain,
                            authentication::cell(token.assignedAt),
                            authentication::cell(token.lastUsedAt),
                            authentication::cell(token.expiresAt),
                            authentication::cell(token.importedAt),
                            token.manufacturer,
                            token.notes};
                });
}

Result<ReportSource> tokenExpiration(const Call& call, storage::Connection& connection)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    filter->expires(call.time("from"), call.time("to"));
    return walk(std::move(*filter), {.sort = TokenSort::ExpiresAt},
                [now = call.now()](const TokenRow& row) -> ReportRow {
                    const Token token = toToken(row, now);
                    const auto left = std::chrono::floor<std::chrono::days>(*token.expiresAt - now).count();
                    return {token.serial,
                            contract::enumName(token.kind),
                            contract::enumName(token.state),
                            cell(token.userName),
                            cell(token.userDisplayName),
                            token.domain,
                            authentication::cell(token.expiresAt),
                            static_cast<qint64>(left)};
                });
}

Result<ReportSource> emergencyIssues(const Call& call, storage::Connection& connection, bool neverUsed)
{
    auto domains = reportDomains(call, connection);
    if (!domains) {
        return Unexpected(domains.error());
    }
    EmergencyReportFilter filter {
        .domains = std::move(*domains), .from = call.time("from"), .to = call.time("to")};
    if (const auto user = call.text("user")) {
        filter.userId = user->toLongLong();
    }
    filter.neverUsed = neverUsed;
    return ReportSource([filter = std::move(filter), after = qint64 {0},
                         now = call.now()](storage::Connection& at) mutable {
        std::vector<ReportRow> rows;
        for (const EmergencyReportRow& row : emergency::issued(at, filter, after, reportBatch)) {
            const contract::EmergencyCode code = toEmergencyCode(row.issue, now);
            rows.push_back({authentication::cell(code.issuedAt), row.userName, row.domain,
                            cell(code.tokenSerial), contract::enumName(code.kind), code.count, code.remaining,
                            contract::enumName(code.replaces), contract::enumName(code.onTokenReturn),
                            contract::enumName(code.state), authentication::cell(code.expiresAt),
                            authentication::cell(code.lastUsedAt), code.issuedBy, code.reason});
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

std::vector<ReportKind> tokenReports()
{
    const QString domain = QStringLiteral("domain");
    const QStringList ofIssues {QStringLiteral("from"), QStringLiteral("to"), domain, QStringLiteral("user")};
    const QStringList issueColumns {
        QStringLiteral("issuedAt"),  QStringLiteral("user"),      domain,
        QStringLiteral("token"),     QStringLiteral("kind"),      QStringLiteral("count"),
        QStringLiteral("remaining"), QStringLiteral("replaces"),  QStringLiteral("onTokenReturn"),
        QStringLiteral("state"),     QStringLiteral("expiresAt"), QStringLiteral("lastUsedAt"),
        QStringLiteral("issuedBy"),  QStringLiteral("reason")};
    return {
        {{.id = QStringLiteral("all-tokens"),
          .title = QStringLiteral("All tokens"),
          .description = QStringLiteral("Every token, assigned or not."),
          .parameters = {domain, QStringLiteral("filter"), QStringLiteral("sort")},
          .columns = {QStringLiteral("token"), QStringLiteral("kind"), QStringLiteral("digits"),
                      QStringLiteral("intervalSeconds"), QStringLiteral("state"), QStringLiteral("pinState"),
                      QStringLiteral("user"), QStringLiteral("displayName"), domain,
                      QStringLiteral("assignedAt"), QStringLiteral("lastUsedAt"), QStringLiteral("expiresAt"),
                      QStringLiteral("importedAt"), QStringLiteral("manufacturer"), QStringLiteral("notes")}},
         allTokens},
        {{.id = QStringLiteral("token-expiration"),
          .title = QStringLiteral("Token expiration"),
          .description = QStringLiteral("Tokens that people have, by the day on which they end."),
          .parameters = {QStringLiteral("from"), QStringLiteral("to"), domain},
          .columns = {QStringLiteral("token"), QStringLiteral("kind"), QStringLiteral("state"),
                      QStringLiteral("user"), QStringLiteral("displayName"), domain,
                      QStringLiteral("expiresAt"), QStringLiteral("daysLeft")}},
         tokenExpiration},
        {{.id = QStringLiteral("emergency-codes-issued"),
          .title = QStringLiteral("Emergency codes issued"),
          .description = QStringLiteral("To whom, by whom and why; never the codes."),
          .parameters = ofIssues,
          .columns = issueColumns},
         emergencyCodesIssued},
        {{.id = QStringLiteral("emergency-codes-never-used"),
          .title = QStringLiteral("Emergency codes never used"),
          .description = QStringLiteral("Issued, and nobody signed in with any of them."),
          .parameters = ofIssues,
          .columns = issueColumns},
         emergencyCodesNeverUsed},
    };
}

} // namespace holdfast::authentication
