// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/emergency_statistics.h"

namespace holdfast::authentication::emergency {

using contract::EmergencyCount;
using contract::toMilliseconds;

namespace {

constexpr int mostLines = 50;

struct Where
{
    QString text;
    QVariantList values;
};

Where whereOf(const EmergencyReportFilter& filter)
{
    Where where {QStringLiteral(" WHERE 1 = 1"), {}};
    if (filter.from) {
        where.text += QStringLiteral(" AND i.issued_at >= ?");
        where.values << toMilliseconds(*filter.from);
    }
    if (filter.to) {
        where.text += QStringLiteral(" AND i.issued_at < ?");
        where.values << toMilliseconds(*filter.to);
    }
    if (filter.userId) {
        where.text += QStringLiteral(" AND i.user_id = ?");
        where.values << *filter.userId;
    }
    if (filter.domains) {
        QStringList marks {QStringLiteral("0")};
        for (const qint64 id : *filter.domains) {
            marks << QStringLiteral("?");
            where.values << id;
        }
        where.text += QStringLiteral(" AND u.domain_id IN (%1)").arg(marks.join(QLatin1Char(',')));
    }
    return where;
}

std::vector<EmergencyCount> countBy(storage::Connection& connection, const QString& name, const Where& where,
                                    int limit)
{
    std::vector<EmergencyCount> counts;
    auto rows = connection.select(
        QStringLiteral("SELECT %1 AS name, COUNT(*) AS issued,"
                       " SUM(CASE WHEN i.last_used_at IS NULL THEN 1 ELSE 0 END) FROM emergency_issues i"
                       " JOIN users u ON u.id = i.user_id JOIN domains d ON d.id = u.domain_id%2"
                       " GROUP BY %1 ORDER BY issued DESC, name LIMIT ?")
            .arg(name, where.text),
        where.values + QVariantList {limit});
    while (rows.next()) {
        counts.push_back(
            {rows.text(0), static_cast<int>(rows.integer(1)), static_cast<int>(rows.integer(2))});
    }
    return counts;
}

} // namespace

contract::EmergencyStatistics statistics(storage::Connection& connection, const EmergencyReportFilter& filter)
{
    const Where where = whereOf(filter);
    contract::EmergencyStatistics found;
    auto rows = connection.select(
        QStringLiteral("SELECT COUNT(*), COALESCE(SUM(CASE WHEN i.last_used_at IS NULL THEN 1 ELSE 0 END), 0)"
                       " FROM emergency_issues i JOIN users u ON u.id = i.user_id")
            + where.text,
        where.values);
    if (rows.next()) {
        found.issued = static_cast<int>(rows.integer(0));
        found.neverUsed = static_cast<int>(rows.integer(1));
    }
    found.domains = countBy(connection, QStringLiteral("d.path"), where, mostLines);
    found.issuers = countBy(connection, QStringLiteral("i.issued_by"), where, mostLines);
    found.reasons = countBy(connection, QStringLiteral("i.reason"), where, mostLines);
    found.people = countBy(connection, QStringLiteral("u.name"), where, mostLines);
    return found;
}

} // namespace holdfast::authentication::emergency
