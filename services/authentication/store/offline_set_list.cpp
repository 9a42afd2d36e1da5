// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/fragments.h"
#include "services/authentication/store/offline_set_row.h"

namespace holdfast::authentication {

using contract::OfflineSetState;
using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;

namespace {

const QString& endOfSet()
{
    static const QString end = QLatin1Char('(') + offlineSetEnd(QStringLiteral("s.")) + QLatin1Char(')');
    return end;
}

QString offlineSortExpression(OfflineSort sort)
{
    switch (sort) {
    case OfflineSort::DaysLeft:
        return endOfSet();
    case OfflineSort::UserName:
        return QStringLiteral("s.user_key");
    case OfflineSort::Workstation:
        return QStringLiteral("w.name_key");
    case OfflineSort::LastContact:
        break;
    }
    return QStringLiteral("w.last_contact_at");
}

QString offlineWhere(const QStringList& conditions)
{
    return QStringLiteral(" WHERE s.replaced_by IS NULL")
        + (conditions.isEmpty() ? QString()
                                : QStringLiteral(" AND ") + conditions.join(QStringLiteral(" AND ")));
}

} // namespace

QString offlineSetEnd(const QString& alias)
{
    return QStringLiteral("CASE WHEN %1revoked_at IS NOT NULL OR %1void_reason <> '' THEN 0"
                          " WHEN %1stands_until < %1expires_at THEN %1stands_until ELSE %1expires_at END")
        .arg(alias);
}

const QString& offlineRunOut()
{
    static const QString condition =
        QStringLiteral("(%1) = 'expired' AND u.enabled = 1 AND (u.ends_at IS NULL OR u.ends_at > n.at)"
                       " AND NOT EXISTS (SELECT 1 FROM offline_sets o WHERE o.user_id = s.user_id"
                       " AND o.replaced_by IS NULL AND o.revoked_at IS NULL AND o.expires_at > n.at)")
            .arg(offlineSetReason());
    return condition;
}

void OfflineFilter::add(const QString& condition, const QVariantList& values, bool negated)
{
    m_conditions +=
        (negated ? QStringLiteral("(CASE WHEN %1 THEN 1 ELSE 0 END) = 0") : QStringLiteral("(%1)"))
            .arg(condition);
    m_values += values;
}

void OfflineFilter::text(const QString& text, bool negated, bool serials)
{
    const QString held = fragments::holding(canonicalName(text));
    QString condition = QStringLiteral("s.user_key LIKE ? ESCAPE '\\' OR u.display_key LIKE ? ESCAPE '\\'"
                                       " OR w.name_key LIKE ? ESCAPE '\\'");
    QVariantList values {held, held, held};
    if (serials) {
        condition += QStringLiteral(" OR s.token_serial LIKE ? ESCAPE '\\'");
        values << fragments::holding(text.trimmed());
    }
    add(condition, values, negated);
}

void OfflineFilter::state(OfflineSetState state, bool negated)
{
    const QString reason = QStringLiteral("(%1)").arg(offlineSetReason());
    switch (state) {
    case OfflineSetState::Valid:
        return add(reason + QStringLiteral(" = ''"), {}, negated);
    case OfflineSetState::Expired:
        return add(reason + QStringLiteral(" = 'expired'"), {}, negated);
    case OfflineSetState::Revoked:
        return add(reason + QStringLiteral(" IN ('revoked', 'stolen')"), {}, negated);
    case OfflineSetState::Void:
        return add(reason + QStringLiteral(" NOT IN ('', 'expired', 'revoked', 'stolen')"), {}, negated);
    }
}

void OfflineFilter::user(qint64 id, bool negated)
{
    add(QStringLiteral("s.user_id = ?"), {id}, negated);
}

void OfflineFilter::workstation(qint64 id, bool negated)
{
    add(QStringLiteral("s.workstation_id = ?"), {id}, negated);
}

void OfflineFilter::userDomains(const std::vector<qint64>& ids, bool negated)
{
    QVariantList values;
    for (const qint64 id : ids) {
        values << id;
    }
    add(ids.empty() ? QStringLiteral("1 = 0")
                    : QStringLiteral("COALESCE(u.domain_id, s.user_domain_id) IN (%1)")
                          .arg(QStringList(values.size(), QStringLiteral("?")).join(QLatin1Char(','))),
        values, negated);
}

void OfflineFilter::daysBelow(double days, Timestamp now, bool negated)
{
    constexpr double dayMilliseconds = 86'400'000.0;
    const qint64 until = toMilliseconds(now) + static_cast<qint64>(days * dayMilliseconds);
    add(endOfSet() + QStringLiteral(" < ?"), {std::max(until, toMilliseconds(now) + 1)}, negated);
}

void OfflineFilter::refill(contract::OfflineRefill refill, bool negated)
{
    add(QStringLiteral("s.refill = ?"), {contract::enumName(refill)}, negated);
}

void OfflineFilter::ofLeavers(bool negated)
{
    add(QStringLiteral("(%1) IN ('user_deleted', 'account_disabled', 'account_ended')")
            .arg(offlineSetReason()),
        {}, negated);
}

namespace offlineSets {

OfflineKey keyOf(const OfflineSetRow& row, OfflineSort sort)
{
    switch (sort) {
    case OfflineSort::DaysLeft:
        return {row.ends, row.id};
    case OfflineSort::UserName:
        return {row.userKey, row.id};
    case OfflineSort::Workstation:
        return {row.workstationKey, row.id};
    case OfflineSort::LastContact:
        break;
    }
    return {row.lastContactAt ? toMilliseconds(*row.lastContactAt) : qint64 {0}, row.id};
}

std::vector<OfflineSetRow> list(Connection& connection, const OfflineFilter& filter,
                                const OfflineWindow& window, Timestamp now)
{
    QStringList conditions = filter.conditions();
    QVariantList values = QVariantList {toMilliseconds(now)} + filter.values();
    const QString expression = offlineSortExpression(window.sort);
    const bool descending = window.descending != window.before.has_value();
    if (const auto& key = window.before ? window.before : window.after) {
        // The first of the two is what an index answers.
        conditions << QStringLiteral("%1 %2= ?")
                          .arg(expression, descending ? QStringLiteral("<") : QStringLiteral(">"))
                   << QStringLiteral("(%1, s.id) %2 (?, ?)")
                          .arg(expression, descending ? QStringLiteral("<") : QStringLiteral(">"));
        values << key->value << key->value << key->id;
    }
    const QString direction = descending ? QStringLiteral(" DESC") : QString();
    values << window.limit << window.offset;
    auto rows = connection.select(
        offlineSetSelection() + offlineWhere(conditions)
            + QStringLiteral(" ORDER BY %1%2, s.id%2 LIMIT ? OFFSET ?").arg(expression, direction),
        values);
    std::vector<OfflineSetRow> page;
    while (rows.next()) {
        page.push_back(readOfflineSetRow(rows));
    }
    if (window.before) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(Connection& connection, const OfflineFilter& filter, Timestamp now)
{
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*)") + offlineSetSource()
                                      + offlineWhere(filter.conditions()),
                                  QVariantList {toMilliseconds(now)} + filter.values());
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace offlineSets

} // namespace holdfast::authentication
