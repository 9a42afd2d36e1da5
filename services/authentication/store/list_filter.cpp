// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/list_filter.h"

namespace holdfast::authentication {

void ListFilter::Conditions::add(const Condition& condition, bool negated)
{
    // A condition on NULL is neither true nor false: CASE makes it false before it is negated.
    sql << (negated ? QStringLiteral("(CASE WHEN %1 THEN 1 ELSE 0 END) = 0") : QStringLiteral("(%1)"))
               .arg(condition.sql);
    values += condition.values;
}

void ListFilter::add(const QString& sql, const QVariantList& values, bool negated)
{
    add({sql, values}, {sql, values}, negated);
}

void ListFilter::add(const Condition& walked, const Condition& counted, bool negated)
{
    m_onlyWords.clear();
    m_walked.add(walked, negated);
    m_counted.add(counted, negated);
}

void ListFilter::holds(storage::Connection& connection, const QStringList& words, bool negated)
{
    if (const auto few = fragments::fewHolding(connection, m_of, words)) {
        add(few->sql, few->values, negated);
        return;
    }
    const bool alone = m_counted.sql.isEmpty() && !negated;
    const Condition found = fragments::found(m_of, words);
    add(fragments::held(m_of, words), found, negated);
    if (alone) {
        m_onlyWords = found.values.constFirst().toString();
    }
}

qint64 ListFilter::countIn(storage::Connection& connection, const QString& source) const
{
    QString sql = QStringLiteral("SELECT COUNT(*) FROM ");
    QVariantList values = m_counted.values;
    if (!m_onlyWords.isEmpty()) {
        sql += QStringLiteral("%1 WHERE %1 MATCH ?").arg(fragments::indexOf(m_of));
        values = {m_onlyWords};
    } else {
        sql += source;
        if (!m_counted.sql.isEmpty()) {
            sql += QStringLiteral(" WHERE ") + m_counted.sql.join(QStringLiteral(" AND "));
        }
    }
    auto rows = connection.select(sql, values);
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace holdfast::authentication
