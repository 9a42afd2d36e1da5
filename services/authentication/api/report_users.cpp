// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/store/policies_snapshot.h"
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

Result<UserFilter> filterOf(const Call& call, storage::Connection& connection,
                            std::initializer_list<contract::Permission> needed = {
                                contract::Permission::ViewUsers})
{
    auto filter = userFilter(call, connection);
    const auto domains = reportDomains(call, connection, needed);
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
    auto filter =
        filterOf(call, connection, {contract::Permission::ViewUsers, contract::Permission::ViewTokens});
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

// People by name, as one condition selects them.
template <class Restrict>
Result<ReportSource> listed(const Call& call, storage::Connection& connection, Restrict restrictTo)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    restrictTo(*filter, *PolicySnapshot::of(connection));
    return walk(
        std::move(*filter), {},
        [now = call.now()](storage::Connection& at, const UserRow& row, std::vector<ReportRow>& rows) {
            const contract::User user = toUser(at, row, now);
            rows.push_back({user.name, user.displayName, user.email, user.domain,
                            contract::enumName(user.status), user.tokenCount, cell(user.startsAt),
                            cell(user.endsAt), daysUntil(user.endsAt, now), cell(user.lastLogonAt),
                            cell(user.createdAt)});
        });
}

Result<ReportSource> usersWithoutTokens(const Call& call, storage::Connection& connection)
{
    return listed(call, connection,
                  [](UserFilter& filter, const PolicySnapshot&) { filter.hasToken(false); });
}

Result<ReportSource> usersNeverSignedIn(const Call& call, storage::Connection& connection)
{
    return listed(call, connection,
                  [](UserFilter& filter, const PolicySnapshot&) { filter.neverLoggedOn(); });
}

Result<ReportSource> usersNotSignedIn(const Call& call, storage::Connection& connection)
{
    constexpr qint64 usual = 90;
    const auto days = std::chrono::days(call.integer("inactiveDays").value_or(usual));
    return listed(call, connection, [&](UserFilter& filter, const PolicySnapshot&) {
        filter.lastLoggedOnBefore(call.now() - days);
    });
}

Result<ReportSource> accountExpiration(const Call& call, storage::Connection& connection)
{
    return listed(call, connection, [&](UserFilter& filter, const PolicySnapshot&) {
        filter.ends(call.time("from"), call.time("to"));
    });
}

Result<ReportSource> disabledUsers(const Call& call, storage::Connection& connection)
{
    return listed(call, connection, [&](UserFilter& filter, const PolicySnapshot& policies) {
        filter.status(contract::UserStatus::Disabled, policies, call.now());
    });
}

Result<ReportSource> userAliases(const Call& call, storage::Connection& connection)
{
    auto filter = filterOf(call, connection);
    if (!filter) {
        return Unexpected(filter.error());
    }
    filter->hasAlias();
    return walk(std::move(*filter), {},
                [](storage::Connection&, const UserRow& row, std::vector<ReportRow>& rows) {
                    for (const QString& alias : row.aliases) {
                        rows.push_back({alias, row.account.name, row.displayName, row.domain});
                    }
                });
}

const QStringList listedColumns = names({"name", "displayName", "email", "domain", "status", "tokens",
                                         "startsAt", "endsAt", "daysLeft", "lastLogonAt", "createdAt"});

ReportKind listedKind(const char* id, const char* title, const char* description,
                      Result<ReportSource> (*begin)(const Call&, storage::Connection&),
                      const QStringList& more = {}, ReportDays days = ReportDays::None)
{
    return {{.id = QString::fromLatin1(id),
             .title = QString::fromLatin1(title),
             .description = QString::fromLatin1(description),
             .parameters = more + names({"domain", "filter"}),
             .columns = listedColumns},
            begin,
            days};
}

} // namespace

std::vector<ReportKind> userReports()
{
    return {
        {{.id = QStringLiteral("all-users"),
          .title = QStringLiteral("All users"),
          .description = QStringLiteral("Everybody, with the state of the account."),
          .parameters = names({"domain", "filter", "sort"}),
          .columns =
              names({"name", "displayName", "email", "phone", "domain", "status", "enabled", "administrator",
                     "tokens", "startsAt", "endsAt", "lastLogonAt", "createdAt", "notes"})},
         allUsers},
        {{.id = QStringLiteral("users-with-tokens"),
          .title = QStringLiteral("Users with tokens"),
          .description = QStringLiteral("A line for each token that somebody has."),
          .parameters = names({"domain", "filter"}),
          .columns = names({"user", "displayName", "domain", "status", "token", "kind", "state", "pinState",
                            "assignedAt", "lastUsedAt", "expiresAt"})},
         usersWithTokens},
        listedKind("users-without-tokens", "Users without tokens", "Who has no token at all.",
                   usersWithoutTokens),
        listedKind("users-never-signed-in", "Users who never signed in",
                   "Not once since the account was made.", usersNeverSignedIn),
        listedKind("users-not-signed-in", "Users who have not signed in for long",
                   "Who signed in once, but not for some time.", usersNotSignedIn, names({"inactiveDays"})),
        listedKind("account-expiration", "Account expiration", "Accounts that have ended or are going to.",
                   accountExpiration, names({"days", "from", "to"}), ReportDays::Ahead),
        listedKind("disabled-users", "Disabled accounts", "Whom an administrator has disabled.",
                   disabledUsers),
        {{.id = QStringLiteral("locked-now"),
          .title = QStringLiteral("Locked now"),
          .description = QStringLiteral("Whose logon would be refused at this moment for wrong codes."),
          .parameters = names({"domain"}),
          .columns =
              names({"user", "displayName", "domain", "lockedAt", "lockedUntil", "failures", "lastLogonAt"})},
         lockedNow},
        {{.id = QStringLiteral("user-aliases"),
          .title = QStringLiteral("Aliases"),
          .description = QStringLiteral("Other names that people sign in with."),
          .parameters = names({"domain", "filter"}),
          .columns = names({"alias", "user", "displayName", "domain"})},
         userAliases},
    };
}

} // namespace holdfast::authentication
