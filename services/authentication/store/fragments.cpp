// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/fragments.h"

#include "services/authentication/store/canonical.h"

#include <QRegularExpression>

namespace holdfast::authentication::fragments {

namespace {

// "+49 (30) 123-45" -> "+493012345"; anything else stays.
QString withoutSeparators(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^[+0-9][0-9 ()/.-]*$"));
    static const QRegularExpression separators(QStringLiteral("[ ()/.-]"));
    return number.match(text).hasMatch() ? QString(text).remove(separators) : text;
}

QString formOf(Of which, const QString& word)
{
    const QString canonical = canonicalName(word);
    return which == Of::People ? withoutSeparators(canonical) : canonical;
}

QString aliasOf(Of which)
{
    return which == Of::People ? QStringLiteral("u") : QStringLiteral("t");
}

// An id whose row is gone has nothing to be found by any more.
void carryUser(storage::Connection& connection, qint64 id)
{
    const qint64 rows =
        connection.change(QStringLiteral("INSERT OR REPLACE INTO user_fragments (rowid, fragments)"
                                         " SELECT user_id, fragments FROM user_search WHERE user_id = ?"),
                          {id});
    if (rows == 0) {
        connection.change(QStringLiteral("DELETE FROM user_fragments WHERE rowid = ?"), {id});
    }
}

void carryToken(storage::Connection& connection, qint64 id)
{
    QVariantList texts;
    {
        auto rows = connection.select(
            QStringLiteral("SELECT t.serial, COALESCE(s.fragments, ''), t.notes FROM tokens t"
                           " LEFT JOIN user_search s ON s.user_id = t.user_id WHERE t.id = ?"),
            {id});
        if (rows.next()) {
            texts = {canonicalName(rows.text(0)), rows.text(1), canonicalName(rows.text(2))};
        }
    }
    if (texts.isEmpty()) {
        connection.change(QStringLiteral("DELETE FROM token_fragments WHERE rowid = ?"), {id});
        return;
    }
    connection.change(QStringLiteral("INSERT OR REPLACE INTO token_fragments (rowid, serial, holder, notes)"
                                     " VALUES (?, ?, ?, ?)"),
                      QVariantList {id} + texts);
}

std::vector<qint64> due(storage::Connection& connection, const QString& kind, qint64 after)
{
    constexpr int batch = 1000;
    std::vector<qint64> ids;
    auto rows = connection.select(
        QStringLiteral("SELECT id FROM fragments_due WHERE kind = ? AND id > ? ORDER BY id LIMIT ?"),
        {kind, after, batch});
    while (rows.next()) {
        ids.push_back(rows.integer(0));
    }
    return ids;
}

void carry(storage::Connection& connection, const QString& kind,
           void (*one)(storage::Connection& connection, qint64 id))
{
    for (auto ids = due(connection, kind, 0); !ids.empty(); ids = due(connection, kind, ids.back())) {
        for (const qint64 id : ids) {
            one(connection, id);
        }
    }
}

} // namespace

void index(storage::Connection& connection, qint64 userId, const QStringList& texts)
{
    QStringList lines;
    for (const QString& text : texts) {
        const QString form = formOf(Of::People, text);
        if (!form.isEmpty()) {
            lines << form;
        }
    }
    connection.change(QStringLiteral("INSERT INTO user_search (user_id, fragments) VALUES (?, ?)"
                                     " ON CONFLICT (user_id) DO UPDATE SET fragments = excluded.fragments"),
                      {userId, lines.isEmpty() ? QStringLiteral("") : lines.join(QLatin1Char(' '))});
}

void carryOver(storage::Connection& connection)
{
    if (!connection.select(QStringLiteral("SELECT 1 FROM fragments_due LIMIT 1")).next()) {
        return;
    }
    carry(connection, QStringLiteral("user"), carryUser);
    carry(connection, QStringLiteral("token"), carryToken);
    connection.change(QStringLiteral("DELETE FROM fragments_due"));
}

bool isLongEnough(Of which, const QString& word)
{
    return formOf(which, word).toUcs4().size() >= shortest;
}

QString matching(const QStringList& words)
{
    QStringList phrases;
    for (QString word : words) {
        phrases << QLatin1Char('"') + word.replace(QLatin1Char('"'), QStringLiteral("\"\""))
                + QLatin1Char('"');
    }
    return phrases.join(QStringLiteral(" AND "));
}

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

QString indexOf(Of which)
{
    return which == Of::People ? QStringLiteral("user_fragments") : QStringLiteral("token_fragments");
}

Condition found(Of which, const QStringList& words)
{
    QStringList forms;
    for (const QString& word : words) {
        forms << formOf(which, word);
    }
    return {QStringLiteral("%1.id IN (SELECT rowid FROM %2 WHERE %2 MATCH ?)")
                .arg(aliasOf(which), indexOf(which)),
            {matching(forms)}};
}

Condition held(Of which, const QStringList& words)
{
    // The + keeps the index out of it: it would be read once for each row.
    const QString one = which == Of::People
        ? QStringLiteral("+f.fragments LIKE ? ESCAPE '\\'")
        : QStringLiteral("(+f.serial LIKE ? ESCAPE '\\' OR +f.holder LIKE ? ESCAPE '\\'"
                         " OR +f.notes LIKE ? ESCAPE '\\')");
    Condition condition;
    QStringList all;
    for (const QString& word : words) {
        all << one;
        for (qsizetype i = one.count(QLatin1Char('?')); i > 0; --i) {
            condition.values << holding(formOf(which, word));
        }
    }
    condition.sql = QStringLiteral("EXISTS (SELECT 1 FROM %1 f WHERE f.rowid = %2.id AND %3)")
                        .arg(indexOf(which), aliasOf(which), all.join(QStringLiteral(" AND ")));
    return condition;
}

std::optional<Condition> fewHolding(storage::Connection& connection, Of which, const QStringList& words)
{
    constexpr int few = 10'000;
    // The ids themselves: page and total need not search once more.
    QStringList ids;
    auto rows =
        connection.select(QStringLiteral("SELECT rowid FROM %1 WHERE %1 MATCH ? LIMIT ?").arg(indexOf(which)),
                          found(which, words).values + QVariantList {few});
    while (rows.next()) {
        ids << QString::number(rows.integer(0));
    }
    if (ids.size() == few) {
        return std::nullopt;
    }
    return Condition {QStringLiteral("%1.id IN (SELECT value FROM json_each(?))").arg(aliasOf(which)),
                      {QString(QLatin1Char('[') + ids.join(QLatin1Char(',')) + QLatin1Char(']'))}};
}

std::vector<qint64> people(storage::Connection& connection, const QString& text,
                           const std::optional<std::vector<qint64>>& domains, int limit)
{
    const QString typed = formOf(Of::People, text);
    QStringList words;
    QStringList shortOnes;
    for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        (isLongEnough(Of::People, word) ? words : shortOnes) << word;
    }
    if (words.isEmpty()) {
        return {};
    }
    QStringList conditions {QStringLiteral("user_fragments MATCH ?")};
    QVariantList values {matching(words)};
    for (const QString& word : std::as_const(shortOnes)) {
        conditions << QStringLiteral("+f.fragments LIKE ? ESCAPE '\\'");
        values << holding(word);
    }
    if (domains) {
        QStringList marks {QStringLiteral("0")};
        for (const qint64 id : *domains) {
            marks << QStringLiteral("?");
            values << id;
        }
        conditions << QStringLiteral("u.domain_id IN (%1)").arg(marks.join(QLatin1Char(',')));
    }
    values << limit;
    std::vector<qint64> found;
    auto rows = connection.select(
        QStringLiteral("SELECT f.rowid FROM user_fragments f CROSS JOIN users u ON u.id = f.rowid"
                       " WHERE %1 LIMIT ?")
            .arg(conditions.join(QStringLiteral(" AND "))),
        values);
    while (rows.next()) {
        found.push_back(rows.integer(0));
    }
    return found;
}

} // namespace holdfast::authentication::fragments
