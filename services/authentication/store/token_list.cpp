// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/token_row.h"

namespace holdfast::authentication::tokens {

using contract::Timestamp;
using contract::TokenState;

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

// What stateOf() computes, as conditions.
void addState(Condition& where, TokenState state, Timestamp now)
{
    const qint64 at = contract::toMilliseconds(now);
    const auto unexpired = [&] {
        where.add(QStringLiteral("(t.expires_at IS NULL OR t.expires_at > ?)"), {at});
    };
    const auto assigned = [&](const char* rest) {
        unexpired();
        where.add(QStringLiteral("t.user_id IS NOT NULL") + QString::fromLatin1(rest));
    };
    switch (state) {
    case TokenState::Replaced:
        where.add(QStringLiteral("t.user_id IS NULL AND t.replaced_by_id IS NOT NULL"));
        break;
    case TokenState::Expired:
        where.add(QStringLiteral("t.expires_at <= ? AND (t.user_id IS NOT NULL OR t.replaced_by_id IS NULL)"),
                  {at});
        break;
    case TokenState::Unassigned:
        unexpired();
        where.add(QStringLiteral("t.user_id IS NULL AND t.replaced_by_id IS NULL"));
        break;
    case TokenState::Lost:
        assigned(" AND t.lost_at IS NOT NULL");
        break;
    case TokenState::Disabled:
        assigned(" AND t.lost_at IS NULL AND t.enabled = 0");
        break;
    case TokenState::NotYetValid:
        assigned(" AND t.lost_at IS NULL AND t.enabled = 1");
        where.add(QStringLiteral("t.starts_at > ?"), {at});
        break;
    case TokenState::Active:
        assigned(" AND t.lost_at IS NULL AND t.enabled = 1");
        where.add(QStringLiteral("(t.starts_at IS NULL OR t.starts_at <= ?)"), {at});
        break;
    }
}

QString contains(QString text)
{
    text.replace(QLatin1Char('!'), QStringLiteral("!!"));
    text.replace(QLatin1Char('%'), QStringLiteral("!%"));
    text.replace(QLatin1Char('_'), QStringLiteral("!_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

Condition conditionOf(const TokenFilter& filter, Timestamp now)
{
    Condition where;
    if (filter.state) {
        addState(where, *filter.state, now);
    }
    if (filter.kind) {
        where.add(QStringLiteral("t.kind = ?"), {contract::enumName(*filter.kind)});
    }
    if (filter.assigned) {
        where.add(*filter.assigned ? QStringLiteral("t.user_id IS NOT NULL")
                                   : QStringLiteral("t.user_id IS NULL"));
    }
    if (!filter.text.isEmpty()) {
        const QString plain = contains(filter.text.toLower());
        where.add(QStringLiteral("(lower(t.serial) LIKE ? ESCAPE '!' OR u.name_key LIKE ? ESCAPE '!'"
                                 " OR lower(u.display_name) LIKE ? ESCAPE '!'"
                                 " OR lower(t.notes) LIKE ? ESCAPE '!')"),
                  {plain, contains(canonicalName(filter.text)), plain, plain});
    }
    if (filter.domains) {
        QStringList marks;
        QVariantList ids;
        for (const qint64 id : *filter.domains) {
            marks << QStringLiteral("?");
            ids << id;
        }
        where.add(marks.isEmpty() ? QStringLiteral("1 = 0")
                                  : QStringLiteral("t.domain_id IN (%1)").arg(marks.join(QLatin1Char(','))),
                  ids);
    }
    return where;
}

// Without NULL, whose place in an order the databases disagree about.
QString expressionOf(TokenSort sort)
{
    switch (sort) {
    case TokenSort::Serial:
        break;
    case TokenSort::ExpiresAt:
        return QStringLiteral("COALESCE(t.expires_at, 9223372036854775807)");
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
        return {row.expiresAt ? contract::toMilliseconds(*row.expiresAt) : std::numeric_limits<qint64>::max(),
                row.serial};
    case TokenSort::LastUsedAt:
        return {row.lastUsedAt ? contract::toMilliseconds(*row.lastUsedAt) : qint64 {0}, row.serial};
    case TokenSort::UserName:
        return {canonicalName(row.userName), row.serial};
    }
    return {row.serial, row.serial};
}

std::vector<TokenRow> list(storage::Connection& connection, const TokenFilter& filter,
                           const TokenWindow& window, Timestamp now)
{
    Condition where = conditionOf(filter, now);
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

qint64 count(storage::Connection& connection, const TokenFilter& filter, Timestamp now)
{
    const Condition where = conditionOf(filter, now);
    auto rows = connection.select(
        QStringLiteral("SELECT COUNT(*) FROM tokens t LEFT JOIN users u ON u.id = t.user_id") + where.sql,
        where.values);
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace holdfast::authentication::tokens
