// SPDX-License-Identifier: Apache-2.0
#include "services/client/list_query.h"

#include <QStringList>

namespace holdfast::client {

namespace {

// name:"value", with what the filter's grammar wants escaped.
QString term(const QString& name, QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return name + QLatin1String(":\"") + value + QLatin1Char('"');
}

} // namespace

QString ListQuery::wholeFilter() const
{
    QStringList parts;
    if (!filter.trimmed().isEmpty()) {
        parts << filter.trimmed();
    }
    for (const auto& [name, value] : terms) {
        parts << term(name, value);
    }
    return parts.join(QLatin1Char(' '));
}

QUrlQuery ListQuery::toUrlQuery() const
{
    QUrlQuery query;
    // QUrlQuery leaves "+" alone, which a server reads as a blank.
    const auto add = [&](const QString& name, QString value) {
        value.replace(QLatin1Char('%'), QLatin1String("%25")).replace(QLatin1Char('+'), QLatin1String("%2B"));
        query.addQueryItem(name, value);
    };
    if (const QString whole = wholeFilter(); !whole.isEmpty()) {
        add(QStringLiteral("filter"), whole);
    }
    if (!sort.isEmpty()) {
        add(QStringLiteral("sort"), sort);
    }
    for (const auto& [name, value] : where) {
        add(name, value);
    }
    if (limit > 0) {
        add(QStringLiteral("limit"), QString::number(limit));
    }
    if (after) {
        add(QStringLiteral("after"), *after);
    } else if (before) {
        add(QStringLiteral("before"), *before);
    } else if (at) {
        add(QStringLiteral("at"), QString::number(*at, 'f', 6));
    }
    if (total) {
        add(QStringLiteral("total"), QStringLiteral("true"));
    }
    return query;
}

} // namespace holdfast::client
