// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/token_row.h"
#include "services/authentication/store/walk.h"

namespace holdfast::authentication::tokens {

namespace {

struct Condition
{
    QString sql;
    QVariantList values;

    void add(const QString& text, const QVariantList& more = {})
    {
        sql += sql.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ");
        sql += text;
        values += more;
    }
};

Condition conditionOf(const TokenFilter& filter)
{
    Condition where;
    for (const QString& condition : filter.conditions()) {
        where.add(condition);
    }
    where.values = filter.values();
    return where;
}

constexpr qint64 endless = (qint64 {1} << 53) - 1; // exact in JSON, where cursors live

// Without NULL, whose place in an order the databases disagree about.
QString expressionOf(TokenSort sort)
{
    switch (sort) {
    case TokenSort::Serial:
        break;
    case TokenSort::ExpiresAt:
        return QStringLiteral("COALESCE(t.expires_at, %1)").arg(endless);
    case TokenSort::LastUsedAt:
        return QStringLiteral("COALESCE(t.last_used_at, 0)");
    case TokenSort::UserName:
        return QStringLiteral("t.holder_key");
    }
    return QStringLiteral("t.serial");
}

void addBeyond(Condition& where, const TokenKey& key, TokenSort sort, bool greater)
{
    const QString sign = greater ? QStringLiteral(">") : QStringLiteral("<");
    if (sort == TokenSort::Serial) {
        where.add(QStringLiteral("t.serial %1 ?").arg(sign), {key.serial});
        return;
    }
    // The row value lets an index range find the place at once.
    where.add(QStringLiteral("(%1, t.serial) %2 (?, ?)").arg(expressionOf(sort), sign),
              {key.value, key.serial});
}

} // namespace

TokenKey keyOf(const TokenRow& row, TokenSort sort)
{
    switch (sort) {
    case TokenSort::Serial:
        break;
    case TokenSort::ExpiresAt:
        return {row.expiresAt ? contract::toMilliseconds(*row.expiresAt) : endless, row.serial};
    case TokenSort::LastUsedAt:
        return {row.lastUsedAt ? contract::toMilliseconds(*row.lastUsedAt) : qint64 {0}, row.serial};
    case TokenSort::UserName:
        return {canonicalName(row.userName), row.serial};
    }
    return {row.serial, row.serial};
}

std::vector<TokenRow> list(storage::Connection& connection, const TokenFilter& filter,
                           const TokenWindow& window)
{
    Condition where = conditionOf(filter);
    const Walk walk = walkOf(window.before.has_value(), window.offset, window.limit, window.total);
    if (window.after) {
        addBeyond(where, *window.after, window.sort, !window.descending);
    } else if (window.before) {
        addBeyond(where, *window.before, window.sort, window.descending);
    }
    const QString direction = window.descending != walk.backwards ? QStringLiteral(" DESC") : QString();
    QString order = QStringLiteral(" ORDER BY t.serial") + direction;
    if (window.sort != TokenSort::Serial) {
        order = QStringLiteral(" ORDER BY %1%2, t.serial%2").arg(expressionOf(window.sort), direction);
    }
    // The ids first, so that what precedes an offset is walked in the index alone.
    const QString ids =
        QStringLiteral("SELECT t.id FROM tokens t") + where.sql + order + QStringLiteral(" LIMIT ? OFFSET ?");
    std::vector<TokenRow> page;
    auto rows = connection.select(tokenSelection() + QStringLiteral(" WHERE t.id IN (%1)").arg(ids) + order,
                                  where.values + QVariantList {walk.limit, walk.offset});
    while (rows.next()) {
        page.push_back(readTokenRow(rows));
    }
    if (walk.backwards) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(storage::Connection& connection, const TokenFilter& filter)
{
    return filter.countIn(connection, QStringLiteral("tokens t"));
}

std::vector<Named> named(storage::Connection& connection, const TokenFilter& filter, qint64 afterId,
                         int limit)
{
    Condition where = conditionOf(filter);
    where.add(QStringLiteral("t.id > ?"), {afterId});
    auto rows = connection.select(QStringLiteral("SELECT t.id, t.serial, u.name FROM tokens t"
                                                 " LEFT JOIN users u ON u.id = t.user_id")
                                      + where.sql + QStringLiteral(" ORDER BY t.id LIMIT ?"),
                                  where.values + QVariantList {limit});
    std::vector<Named> found;
    while (rows.next()) {
        found.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    }
    return found;
}

} // namespace holdfast::authentication::tokens
