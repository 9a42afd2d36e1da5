// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/fragments.h"
#include "services/authentication/store/walk.h"
#include "services/authentication/store/workstation_row.h"

#include <map>

namespace holdfast::authentication {

using contract::toMilliseconds;
using contract::WorkstationState;

namespace {

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

// stateOf() as SQL: domains whose offline days are alike together.
QString silentCondition(const PolicySnapshot& policies, contract::Timestamp now, QVariantList& values)
{
    std::map<int, QVariantList> domainsOf;
    for (const DomainNode& domain : policies.domains()) {
        domainsOf[policies.offline(domain.id).policy->offlineDays] << domain.id;
    }
    QStringList alternatives {QStringLiteral("1 = 0")};
    for (const auto& [days, domains] : domainsOf) {
        alternatives << QStringLiteral("(w.domain_id IN (%1) AND (CASE WHEN w.last_contact_at > 0"
                                       " THEN w.last_contact_at ELSE w.enrolled_at END) < ?)")
                            .arg(placeholders(domains.size()));
        values += domains;
        values << toMilliseconds(now - std::chrono::days(days));
    }
    return alternatives.join(QStringLiteral(" OR "));
}

QString sortExpression(WorkstationSort sort)
{
    return sort == WorkstationSort::Name ? QStringLiteral("w.name_key") : QStringLiteral("w.last_contact_at");
}

QString whereOfAll(const QStringList& conditions)
{
    return conditions.isEmpty() ? QString()
                                : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
}

} // namespace

void WorkstationFilter::add(const QString& condition, const QVariantList& values, bool negated)
{
    m_conditions +=
        (negated ? QStringLiteral("(CASE WHEN %1 THEN 1 ELSE 0 END) = 0") : QStringLiteral("(%1)"))
            .arg(condition);
    m_values += values;
}

void WorkstationFilter::text(const QString& text, bool negated)
{
    add(QStringLiteral("w.name_key LIKE ? ESCAPE '\\'"), {fragments::holding(canonicalName(text))}, negated);
}

void WorkstationFilter::name(const QString& pattern, bool negated)
{
    if (!pattern.endsWith(QLatin1Char('*'))) {
        add(QStringLiteral("w.name_key = ?"), {canonicalName(pattern)}, negated);
        return;
    }
    static const QString last = QString::fromUcs4(U"\U0010FFFF", 1);
    const QString prefix = canonicalName(pattern.chopped(1));
    add(QStringLiteral("w.name_key >= ? AND w.name_key < ?"), {prefix, prefix + last}, negated);
}

void WorkstationFilter::state(WorkstationState state, const PolicySnapshot& policies, contract::Timestamp now,
                              bool negated)
{
    if (state == WorkstationState::Revoked) {
        add(QStringLiteral("w.revoked_at IS NOT NULL"), {}, negated);
        return;
    }
    QVariantList values;
    const QString silent = silentCondition(policies, now, values);
    const QString form = state == WorkstationState::Silent
        ? QStringLiteral("w.revoked_at IS NULL AND (%1)")
        : QStringLiteral("w.revoked_at IS NULL AND NOT (%1)");
    add(form.arg(silent), values, negated);
}

void WorkstationFilter::domains(const std::vector<qint64>& ids, bool negated)
{
    QVariantList values;
    for (const qint64 id : ids) {
        values << id;
    }
    add(ids.empty() ? QStringLiteral("1 = 0")
                    : QStringLiteral("w.domain_id IN (%1)").arg(placeholders(values.size())),
        values, negated);
}

namespace workstations {

WorkstationKey keyOf(const WorkstationRow& row, WorkstationSort sort)
{
    if (sort == WorkstationSort::Name) {
        return {canonicalName(row.name), row.id};
    }
    return {row.lastContactAt ? toMilliseconds(*row.lastContactAt) : qint64 {0}, row.id};
}

std::vector<WorkstationRow> list(storage::Connection& connection, const WorkstationFilter& filter,
                                 const WorkstationWindow& window)
{
    QStringList conditions = filter.conditions();
    QVariantList values = filter.values();
    const QString expression = sortExpression(window.sort);
    const Walk walk = walkOf(window.before.has_value(), window.offset, window.limit, window.total);
    const bool descending = window.descending != walk.backwards;
    if (const auto& key = window.before ? window.before : window.after) {
        conditions << QStringLiteral("(%1, w.id) %2 (?, ?)")
                          .arg(expression, descending ? QStringLiteral("<") : QStringLiteral(">"));
        values << key->value << key->id;
    }
    const QString direction = descending ? QStringLiteral(" DESC") : QString();
    const QString order = QStringLiteral(" ORDER BY %1%2, w.id%2").arg(expression, direction);
    const QString ids = QStringLiteral("SELECT w.id FROM workstations w") + whereOfAll(conditions) + order
        + QStringLiteral(" LIMIT ? OFFSET ?");
    values << walk.limit << walk.offset;
    auto rows = connection.select(
        workstationSelection() + QStringLiteral(" WHERE w.id IN (%1)").arg(ids) + order, values);
    std::vector<WorkstationRow> page;
    while (rows.next()) {
        page.push_back(readWorkstationRow(rows));
    }
    if (walk.backwards) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(storage::Connection& connection, const WorkstationFilter& filter)
{
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM workstations w")
                                      + whereOfAll(filter.conditions()),
                                  filter.values());
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace workstations

} // namespace holdfast::authentication
