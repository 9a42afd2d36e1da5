// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/token_row.h"

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
        return QStringLiteral("COALESCE(u.name_key, '')");
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
    where.add(QStringLiteral("(%1 %2 ? OR (%1 = ? AND t.serial %2 ?))").arg(expressionOf(sort), sign),
              {key.value, key.value, key.serial});
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
    const bool backwards = window.before.has_value();
    if (window.after) {
        addBeyond(where, *window.after, window.sort, !window.descending);
    } else if (backwards) {
        addBeyond(where, *window.before, window.sort, window.descending);
    }
    const QString direction = window.descending != backwards ? QStringLiteral(" DESC") : QString();
    QString order = QStringLiteral(" ORDER BY t.serial") + direction;
    if (window.sort != TokenSort::Serial) {
        order = QStringLiteral(" ORDER BY %1%2, t.serial%2").arg(expressionOf(window.sort), direction);
    }
    std::vector<TokenRow> page;
    auto rows = connection.select(tokenSelection() + where.sql + order + QStringLiteral(" LIMIT ? OFFSET ?"),
                                  where.values + QVariantList {window.limit, window.offset});
    while (rows.next()) {
        page.push_back(readTokenRow(rows));
    }
    if (backwards) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(storage::Connection& connection, const TokenFilter& filter)
{
    const Condition where = conditionOf(filter);
    auto rows = connection.select(
        QStringLiteral("SELECT COUNT(*) FROM tokens t LEFT JOIN users u ON u.id = t.user_id") + where.sql,
        where.values);
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace holdfast::authentication::tokens
