// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/overview.h"

#include "services/authentication/store/events.h"
#include "services/authentication/store/users_list.h"

namespace holdfast::authentication::overview {

namespace {

using contract::toMilliseconds;

constexpr std::chrono::hours day {24};
constexpr int expiringDays = 30;

// " AND column IN (...)", or nothing.
QString within(const QString& column, const Reach& reach, QVariantList& values)
{
    if (!reach.domains) {
        return {};
    }
    QStringList marks {QStringLiteral("0")};
    for (const qint64 id : *reach.domains) {
        marks << QStringLiteral("?");
        values << id;
    }
    return QStringLiteral(" AND %1 IN (%2)").arg(column, marks.join(QLatin1Char(',')));
}

int countOf(storage::Connection& connection, const QString& sql, const QVariantList& values)
{
    auto rows = connection.select(sql, values);
    return rows.next() ? static_cast<int>(rows.integer(0)) : 0;
}

UserFilter filterOf(const Reach& reach)
{
    UserFilter filter;
    if (reach.domains) {
        filter.domains(*reach.domains);
    }
    return filter;
}

} // namespace

void countPeople(storage::Connection& connection, const PolicySnapshot& policies, const Reach& reach,
                 contract::Overview& overview)
{
    const auto count = [&](const auto& restrict) {
        UserFilter filter = filterOf(reach);
        restrict(filter);
        return static_cast<int>(users::count(connection, filter));
    };
    overview.users = count([](UserFilter&) {});
    overview.usersLocked =
        count([&](UserFilter& filter) { filter.status(contract::UserStatus::Locked, policies, reach.now); });
    overview.usersDisabled = count(
        [&](UserFilter& filter) { filter.status(contract::UserStatus::Disabled, policies, reach.now); });
    overview.usersWithoutToken = count([&](UserFilter& filter) {
        filter.hasToken(false);
        filter.enabled();
    });
}

void countTokens(storage::Connection& connection, const Reach& reach, contract::Overview& overview)
{
    const auto tokens = [&](const QString& condition, const QVariantList& more) {
        QVariantList values = more;
        const QString sql = QStringLiteral("SELECT COUNT(*) FROM tokens t WHERE ") + condition
            + within(QStringLiteral("t.domain_id"), reach, values);
        return countOf(connection, sql, values);
    };
    const qint64 now = toMilliseconds(reach.now);
    const qint64 soon = toMilliseconds(reach.now + day * expiringDays);
    overview.tokens = tokens(QStringLiteral("1 = 1"), {});
    overview.tokensUnassigned = tokens(QStringLiteral("t.user_id IS NULL AND t.replaced_by_id IS NULL"
                                                      " AND (t.expires_at IS NULL OR t.expires_at > ?)"),
                                       {now});
    overview.tokensExpiring = tokens(
        QStringLiteral("t.expires_at > ? AND t.expires_at <= ? AND t.user_id IS NOT NULL"), {now, soon});
    overview.tokensExpired = tokens(QStringLiteral("t.expires_at <= ? AND t.user_id IS NOT NULL"), {now});

    QVariantList values {now};
    const QString scope = within(QStringLiteral("u.domain_id"), reach, values);
    overview.emergencyCodesActive = countOf(
        connection,
        QStringLiteral("SELECT COUNT(*) FROM emergency_issues e JOIN users u ON u.id = e.user_id"
                       " WHERE e.expires_at > ? AND e.cancelled_at IS NULL%1 AND (e.kind = 'fixed' OR EXISTS"
                       " (SELECT 1 FROM emergency_codes c WHERE c.issue_id = e.id AND c.used_at IS NULL))")
            .arg(scope),
        values);
}

void countEvents(storage::Connection& connection, const Reach& reach, contract::Overview& overview)
{
    const contract::Timestamp since = reach.now - day;
    if (!reach.domains) {
        const auto counts = events::countLogonsSince(connection, since);
        overview.successesToday = static_cast<int>(counts.successes);
        overview.failuresToday = static_cast<int>(counts.failures);
        return;
    }
    const auto count = [&](contract::EventResult result) {
        return static_cast<int>(events::count(connection,
                                              {.log = contract::EventLog::Authentication,
                                               .result = result,
                                               .from = since,
                                               .domains = reach.domains}));
    };
    overview.successesToday = count(contract::EventResult::Success);
    overview.failuresToday = count(contract::EventResult::Failure);
}

} // namespace holdfast::authentication::overview
