// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report.h"
#include "services/authentication/api/token_query.h"

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
    const auto domains = reportDomains(call, connection, {contract::Permission::ViewTokens});
    if (!filter || !domains) {
        return Unexpected(filter ? domains.error() : filter.error());
    }
    if (*domains) {
        filter->domains(**domains);
    }
    return std::move(*filter);
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
                            cell(token.assignedAt),
                            cell(token.lastUsedAt),
                            cell(token.expiresAt),
                            cell(token.importedAt),
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
    return walk(
        std::move(*filter), {.sort = TokenSort::ExpiresAt},
        [now = call.now()](const TokenRow& row) -> ReportRow {
            const Token token = toToken(row, now);
            return {token.serial,          contract::enumName(token.kind), contract::enumName(token.state),
                    cell(token.userName),  cell(token.userDisplayName),    token.domain,
                    cell(token.expiresAt), daysUntil(token.expiresAt, now)};
        });
}

// Tokens by serial, as one condition selects them.
template <class Restrict>
Result<ReportSource> listed(const Call& call, storage::Connection& connection, Restrict restrictTo)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    restrictTo(*filter);
    return walk(std::move(*filter), {.sort = TokenSort::Serial}, [now = call.now()](const TokenRow& row) {
        const Token token = toToken(row, now);
        return ReportRow {token.serial,
                          contract::enumName(token.kind),
                          contract::enumName(token.state),
                          cell(token.userName),
                          cell(token.userDisplayName),
                          token.domain,
                          cell(token.assignedAt),
                          cell(token.lastUsedAt),
                          cell(row.lostAt),
                          cell(token.expiresAt),
                          cell(token.importedAt),
                          token.manufacturer,
                          token.notes};
    });
}

const QStringList listedColumns =
    names({"token", "kind", "state", "user", "displayName", "domain", "assignedAt", "lastUsedAt", "lostAt",
           "expiresAt", "importedAt", "manufacturer", "notes"});

Result<ReportSource> unassignedTokens(const Call& call, storage::Connection& connection)
{
    return listed(call, connection,
                  [&](TokenFilter& filter) { filter.state(contract::TokenState::Unassigned, call.now()); });
}

Result<ReportSource> lostTokens(const Call& call, storage::Connection& connection)
{
    return listed(call, connection,
                  [&](TokenFilter& filter) { filter.state(contract::TokenState::Lost, call.now()); });
}

Result<ReportSource> tokensNeverUsed(const Call& call, storage::Connection& connection)
{
    return listed(call, connection, [](TokenFilter& filter) {
        filter.assigned(true);
        filter.neverUsed();
    });
}

Result<ReportSource> importedTokens(const Call& call, storage::Connection& connection)
{
    return listed(call, connection,
                  [&](TokenFilter& filter) { filter.imported(call.time("from"), call.time("to")); });
}

ReportKind listedKind(const char* id, const char* title, const char* description,
                      Result<ReportSource> (*begin)(const Call&, storage::Connection&))
{
    return {{.id = QString::fromLatin1(id),
             .title = QString::fromLatin1(title),
             .description = QString::fromLatin1(description),
             .parameters = names({"domain", "filter"}),
             .columns = listedColumns,
             .subject = contract::ReportSubject::Tokens},
            begin};
}

} // namespace

std::vector<ReportKind> tokenReports()
{
    std::vector<ReportKind> kinds {
        {{.id = QStringLiteral("all-tokens"),
          .title = QStringLiteral("All tokens"),
          .description = QStringLiteral("Every token, assigned or not."),
          .parameters = names({"domain", "filter", "sort"}),
          .columns = names({"token", "kind", "digits", "intervalSeconds", "state", "pinState", "user",
                            "displayName", "domain", "assignedAt", "lastUsedAt", "expiresAt", "importedAt",
                            "manufacturer", "notes"}),
          .subject = contract::ReportSubject::Tokens},
         allTokens},
        {{.id = QStringLiteral("token-expiration"),
          .title = QStringLiteral("Token expiration"),
          .description = QStringLiteral("Tokens that people have, by the day on which they end."),
          .parameters = names({"days", "from", "to", "domain"}),
          .columns =
              names({"token", "kind", "state", "user", "displayName", "domain", "expiresAt", "daysLeft"}),
          .subject = contract::ReportSubject::Tokens},
         tokenExpiration,
         ReportDays::Ahead},
        listedKind("unassigned-tokens", "Unassigned tokens", "On the shelf, ready to be given to somebody.",
                   unassignedTokens),
        listedKind("lost-tokens", "Lost tokens", "Reported lost, and whose they are.", lostTokens),
        listedKind("tokens-never-used", "Tokens never used",
                   "Somebody has them and never signed in with them.", tokensNeverUsed),
        listedKind("imported-tokens", "Imported tokens",
                   "When each token was read in, from which manufacturer.", importedTokens),
    };
    kinds.back().described.parameters = names({"days", "from", "to", "domain", "filter"});
    kinds.back().days = ReportDays::Past;
    return kinds;
}

} // namespace holdfast::authentication
