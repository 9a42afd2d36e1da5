// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/users_list.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/user_row.h"
#include "services/authentication/store/walk.h"

namespace holdfast::authentication::users {

namespace {

// Each has an index. Without NULL, whose place in an order the databases disagree about.
QString expressionOf(UserSort sort)
{
    switch (sort) {
    case UserSort::Name:
        break;
    case UserSort::DisplayName:
        return QStringLiteral("u.display_key");
    case UserSort::LastLogonAt:
        return QStringLiteral("COALESCE(u.last_logon_at, 0)");
    case UserSort::CreatedAt:
        return QStringLiteral("u.created_at");
    }
    return QStringLiteral("u.name_key");
}

QString whereOf(const QStringList& conditions)
{
    return conditions.isEmpty() ? QString()
                                : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
}

} // namespace

UserKey keyOf(const UserRow& row, UserSort sort)
{
    const qint64 id = row.account.id;
    switch (sort) {
    case UserSort::Name:
        break;
    case UserSort::DisplayName:
        return {canonicalName(row.displayName), id};
    case UserSort::LastLogonAt:
        return {row.account.lastLogonAt ? contract::toMilliseconds(*row.account.lastLogonAt) : qint64 {0},
                id};
    case UserSort::CreatedAt:
        return {contract::toMilliseconds(row.createdAt), id};
    }
    return {canonicalName(row.account.name), id};
}

std::vector<UserRow> list(storage::Connection& connection, const UserFilter& filter, const UserWindow& window)
{
    QStringList conditions = filter.conditions();
    QVariantList values = filter.values();
    const QString expression = expressionOf(window.sort);
    const Walk walk = walkOf(window.before.has_value(), window.offset, window.limit, window.total);
    const bool descending = window.descending != walk.backwards;
    if (const auto& key = window.before ? window.before : window.after) {
        // The row value lets an index range find the place at once.
        conditions << QStringLiteral("(%1, u.id) %2 (?, ?)")
                          .arg(expression, descending ? QStringLiteral("<") : QStringLiteral(">"));
        values << key->value << key->id;
    }
    // The ids first, so that what precedes an offset is walked in the index alone.
    const QString direction = descending ? QStringLiteral(" DESC") : QString();
    const QString order = QStringLiteral(" ORDER BY %1%2, u.id%2").arg(expression, direction);
    const QString ids = QStringLiteral("SELECT u.id FROM users u") + whereOf(conditions) + order
        + QStringLiteral(" LIMIT ? OFFSET ?");
    values << walk.limit << walk.offset;

    std::vector<UserRow> page;
    auto rows =
        connection.select(userSelection() + QStringLiteral(" WHERE u.id IN (%1)").arg(ids) + order, values);
    while (rows.next()) {
        page.push_back(readUserRow(rows));
    }
    if (walk.backwards) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(storage::Connection& connection, const UserFilter& filter)
{
    return filter.countIn(connection, QStringLiteral("users u"));
}

std::vector<Named> named(storage::Connection& connection, const UserFilter& filter, qint64 afterId, int limit)
{
    auto rows =
        connection.select(QStringLiteral("SELECT u.id, u.name, u.display_name FROM users u")
                              + whereOf(filter.conditions() + QStringList {QStringLiteral("u.id > ?")})
                              + QStringLiteral(" ORDER BY u.id LIMIT ?"),
                          filter.values() + QVariantList {afterId, limit});
    std::vector<Named> found;
    while (rows.next()) {
        found.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    }
    return found;
}

} // namespace holdfast::authentication::users
