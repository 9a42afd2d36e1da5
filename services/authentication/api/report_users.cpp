// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/roles.h"
#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

namespace {

// Walks people in order of name. rowsOf: what a person contributes.
template <class RowsOf>
ReportSource walk(UserFilter filter, UserWindow window, RowsOf rowsOf)
{
    window.limit = reportBatch;
    return [filter = std::move(filter), window, rowsOf](storage::Connection& connection) mutable {
        std::vector<ReportRow> rows;
        // A person may contribute nothing, and only the end may be empty.
        while (rows.empty()) {
            const auto page = users::list(connection, filter, window);
            if (page.empty()) {
                break;
            }
            for (const UserRow& user : page) {
                rowsOf(connection, user, rows);
            }
            window.after = users::keyOf(page.back(), window.sort);
        }
        return rows;
    };
}

Result<UserFilter> filterOf(const Call& call, storage::Connection& connection)
{
    auto filter = userFilter(call, connection);
    const auto domains = reportDomains(call, connection);
    if (!filter || !domains) {
        return Unexpected(filter ? domains.error() : filter.error());
    }
    if (*domains) {
        filter->domains(**domains);
    }
    return std::move(*filter);
}

Result<ReportSource> allUsers(const Call& call, storage::Connection& connection)
{
    if (auto sorted = requireSort(call, userListParameters()); !sorted) {
        return Unexpected(sorted.error());
    }
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    const UserOrder order = userOrder(call);
    return walk(
        std::move(*filter), {.sort = order.sort, .descending = order.descending},
        [now = call.now()](storage::Connection& at, const UserRow& row, std::vector<ReportRow>& rows) {
            const contract::User user = toUser(at, row, now);
            rows.push_back({user.name, user.displayName, user.email, user.phone, user.domain,
                            contract::enumName(user.status), user.enabled, user.administrator,
                            user.tokenCount, cell(user.startsAt), cell(user.endsAt), cell(user.lastLogonAt),
                            cell(user.createdAt), user.notes});
        });
}

Result<ReportSource> usersWithTokens(const Call& call, storage::Connection& connection)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    filter->hasToken(true);
    return walk(
        std::move(*filter), {},
        [now = call.now()](storage::Connection& at, const UserRow& row, std::vector<ReportRow>& rows) {
            const contract::User user = toUser(at, row, now);
            for (const TokenRow& owned : tokens::ofUser(at, row.account.id)) {
                const contract::Token token = toToken(owned, now);
                rows.push_back({user.name, user.displayName, user.domain, contract::enumName(user.status),
                                token.serial, contract::enumName(token.kind), contract::enumName(token.state),
                                contract::enumName(token.pinState), cell(token.assignedAt),
                                cell(token.lastUsedAt), cell(token.expiresAt)});
            }
        });
}

Result<ReportSource> lockedNow(const Call& call, storage::Connection& connection)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    filter->status(contract::UserStatus::Locked, *PolicySnapshot::of(connection), call.now());
    return walk(
        std::move(*filter), {},
        [now = call.now()](storage::Connection& at, const UserRow& row, std::vector<ReportRow>& rows) {
            const auto& policy = *PolicySnapshot::of(at)->lockout(row.account.domainId).policy;
            rows.push_back({row.account.name, row.displayName, row.domain, cell(row.account.lockedAt),
                            cell(lockOf(row.account, policy, now).until),
                            failuresThatCount(row.account, policy, now), cell(row.account.lastLogonAt)});
        });
}

Result<ReportSource> administratorList(const Call& call, storage::Connection& connection)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    filter->administrator(true);
    return walk(
        std::move(*filter), {},
        [now = call.now()](storage::Connection& at, const UserRow& row, std::vector<ReportRow>& rows) {
            const auto entry = administrators::find(at, row.account.id);
            if (entry) {
                rows.push_back({row.account.name, row.displayName, row.domain,
                                contract::enumName(toUser(at, row, now).status), roles::inWords(entry->roles),
                                entry->hasPassword, cell(row.account.lastLogonAt)});
            }
        });
}

} // namespace

std::vector<ReportKind> userReports()
{
    const QString domain = QStringLiteral("domain");
    const QString filter = QStringLiteral("filter");
    return {
        {{.id = QStringLiteral("all-users"),
          .title = QStringLiteral("All users"),
          .description = QStringLiteral("Everybody, with the state of the account."),
          .parameters = {domain, filter, QStringLiteral("sort")},
          .columns = {QStringLiteral("name"), QStringLiteral("displayName"), QStringLiteral("email"),
                      QStringLiteral("phone"), domain, QStringLiteral("status"), QStringLiteral("enabled"),
                      QStringLiteral("administrator"), QStringLiteral("tokens"), QStringLiteral("startsAt"),
                      QStringLiteral("endsAt"), QStringLiteral("lastLogonAt"), QStringLiteral("createdAt"),
                      QStringLiteral("notes")}},
         allUsers},
        {{.id = QStringLiteral("users-with-tokens"),
          .title = QStringLiteral("Users with tokens"),
          .description = QStringLiteral("A line for each token that somebody has."),
          .parameters = {domain, filter},
          .columns = {QStringLiteral("user"), QStringLiteral("displayName"), domain, QStringLiteral("status"),
                      QStringLiteral("token"), QStringLiteral("kind"), QStringLiteral("state"),
                      QStringLiteral("pinState"), QStringLiteral("assignedAt"), QStringLiteral("lastUsedAt"),
                      QStringLiteral("expiresAt")}},
         usersWithTokens},
        {{.id = QStringLiteral("locked-now"),
          .title = QStringLiteral("Locked now"),
          .description = QStringLiteral("Whose logon would be refused at this moment for wrong codes."),
          .parameters = {domain},
          .columns = {QStringLiteral("user"), QStringLiteral("displayName"), domain,
                      QStringLiteral("lockedAt"), QStringLiteral("lockedUntil"), QStringLiteral("failures"),
                      QStringLiteral("lastLogonAt")}},
         lockedNow},
        {{.id = QStringLiteral("administrators"),
          .title = QStringLiteral("Administrators"),
          .description = QStringLiteral("Who has which role, and over which domains."),
          .parameters = {domain},
          .columns = {QStringLiteral("user"), QStringLiteral("displayName"), domain, QStringLiteral("status"),
                      QStringLiteral("roles"), QStringLiteral("hasPassword"), QStringLiteral("lastLogonAt")}},
         administratorList},
    };
}

} // namespace holdfast::authentication
