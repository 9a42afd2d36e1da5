// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/search_text.h"

#include "services/authentication/store/canonical.h"

#include <QRegularExpression>

namespace holdfast::authentication::search {

namespace {

// "+49 (30) 123-45" -> "+493012345"; anything else stays.
QString withoutSeparators(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^[+0-9][0-9 ()/.-]*$"));
    static const QRegularExpression separators(QStringLiteral("[ ()/.-]"));
    return number.match(text).hasMatch() ? QString(text).remove(separators) : text;
}

} // namespace

QString holding(const QString& text)
{
    QString escaped;
    for (const QChar character : text) {
        if (character == QLatin1Char('%') || character == QLatin1Char('_')
            || character == QLatin1Char('\\')) {
            escaped.append(QLatin1Char('\\'));
        }
        escaped.append(character);
    }
    return QLatin1Char('%') + escaped + QLatin1Char('%');
}

void index(storage::Connection& connection, qint64 userId, const QStringList& texts)
{
    QStringList lines;
    for (const QString& text : texts) {
        const QString form = withoutSeparators(canonicalName(text));
        if (!form.isEmpty()) {
            lines << form;
        }
    }
    connection.change(QStringLiteral("INSERT INTO user_search (user_id, fragments) VALUES (?, ?)"
                                     " ON CONFLICT (user_id) DO UPDATE SET fragments = excluded.fragments"),
                      {userId, lines.isEmpty() ? QStringLiteral("") : lines.join(QLatin1Char(' '))});
}

std::vector<qint64> withFragments(storage::Connection& connection, const QString& text,
                                  const std::optional<std::vector<qint64>>& domains, int limit)
{
    const QString typed = withoutSeparators(canonicalName(text));
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList conditions;
    QVariantList values;
    bool selective = false;
    for (const QString& word : words) {
        conditions << QStringLiteral("s.fragments LIKE ? ESCAPE '\\'");
        values << holding(word);
        selective = selective || word.size() >= shortestFragment;
    }
    if (!selective) {
        return {};
    }
    if (domains) {
        QStringList marks {QStringLiteral("0")};
        for (const qint64 id : *domains) {
            marks << QStringLiteral("?");
            values << id;
        }
        conditions << QStringLiteral(
                          "EXISTS (SELECT 1 FROM users u WHERE u.id = s.user_id AND u.domain_id IN (%1))")
                          .arg(marks.join(QLatin1Char(',')));
    }
    values << limit;
    std::vector<qint64> found;
    auto rows = connection.select(QStringLiteral("SELECT s.user_id FROM user_search s WHERE %1 LIMIT ?")
                                      .arg(conditions.join(QStringLiteral(" AND "))),
                                  values);
    while (rows.next()) {
        found.push_back(rows.integer(0));
    }
    return found;
}

} // namespace holdfast::authentication::search
