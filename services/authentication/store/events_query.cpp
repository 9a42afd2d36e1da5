// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/event_runs.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/events_chain.h"
#include "services/contract/event_sentence.h"

#include <QJsonDocument>

namespace holdfast::authentication::events {

namespace {

struct Clause
{
    QStringList terms;
    QVariantList values;

    void add(const QString& term, const QVariant& value)
    {
        terms << term;
        values << value;
    }
    [[nodiscard]] QString where() const
    {
        return terms.isEmpty() ? QString() : QStringLiteral(" WHERE ") + terms.join(QStringLiteral(" AND "));
    }
};

void addText(Clause& clause, const QString& text)
{
    QString pattern = text.toLower();
    for (const QChar special : {QLatin1Char('\\'), QLatin1Char('%'), QLatin1Char('_')}) {
        pattern.replace(special, QStringLiteral("\\") + special);
    }
    pattern = QLatin1Char('%') + pattern + QLatin1Char('%');
    QStringList terms;
    for (const char* column : {"user_name", "actor", "token_serial", "key", "reason", "client", "domain"}) {
        terms << QStringLiteral("LOWER(%1) LIKE ? ESCAPE '\\'").arg(QLatin1String(column));
        clause.values << pattern;
    }
    clause.terms << QLatin1Char('(') + terms.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

// Nothing indexes all events by token: it would cost every authentication. Those who ever had the token are
// few, and their events are indexed.
void addToken(Clause& clause, const QString& serial)
{
    clause.terms << QStringLiteral(
        "sequence IN (SELECT sequence FROM events WHERE log = 'administration' AND token_serial <> '' "
        "AND token_serial = ? UNION SELECT sequence FROM events WHERE token_serial = ? AND user_id <> '' "
        "AND user_id IN (SELECT user_id FROM events WHERE log = 'administration' AND token_serial <> '' "
        "AND token_serial = ? UNION SELECT CAST(user_id AS TEXT) FROM tokens WHERE serial = ? "
        "AND user_id IS NOT NULL))");
    clause.values << serial << serial << serial << serial;
}

void addScope(Clause& clause, const std::vector<qint64>& domains)
{
    QStringList ids;
    for (const qint64 id : domains) {
        ids << QString::number(id);
    }
    clause.terms << (ids.isEmpty() ? QStringLiteral("1 = 0")
                                   : QStringLiteral("domain_id IN (%1)").arg(ids.join(QLatin1Char(','))));
}

void addTime(Clause& clause, storage::Connection& connection, const EventQuery& query)
{
    const event_runs::Span span = event_runs::spanOf(connection, query.from, query.to);
    if (span.first) {
        clause.add(QStringLiteral("sequence >= ?"), *span.first);
    }
    if (span.end) {
        clause.add(QStringLiteral("sequence < ?"), *span.end);
    }
    if (query.from) {
        clause.add(QStringLiteral("at >= ?"), contract::toMilliseconds(*query.from));
    }
    if (query.to) {
        clause.add(QStringLiteral("at < ?"), contract::toMilliseconds(*query.to));
    }
}

// What looks redundant below makes the partial indexes fit.
Clause filterOf(storage::Connection& connection, const EventQuery& query)
{
    Clause clause;
    if (query.log) {
        clause.add(QStringLiteral("log = ?"), enumName(*query.log));
        if (*query.log != contract::EventLog::Authentication) {
            clause.terms << QStringLiteral("log <> 'authentication'");
        }
    }
    if (query.userId) {
        clause.add(QStringLiteral("user_id <> '' AND user_id = ?"), QString::number(*query.userId));
    }
    if (!query.tokenSerial.isEmpty()) {
        addToken(clause, query.tokenSerial);
    }
    if (!query.key.isEmpty()) {
        clause.add(QStringLiteral("key = ?"), query.key);
    }
    if (query.result) {
        clause.add(QStringLiteral("result = ?"), enumName(*query.result));
        if (*query.result != contract::EventResult::Success) {
            clause.terms << QStringLiteral("result <> 'success'");
        }
    }
    addTime(clause, connection, query);
    if (!query.text.isEmpty()) {
        addText(clause, query.text);
    }
    if (query.domains) {
        addScope(clause, *query.domains);
    }
    return clause;
}

contract::Event eventFrom(const EventRow& row)
{
    const auto& t = row.texts;
    contract::Event event;
    event.sequence = row.sequence;
    event.at = contract::fromMilliseconds(row.at);
    event.log = contract::enumValue<contract::EventLog>(t[0]).value_or(contract::EventLog::System);
    event.key = t[1];
    event.result =
        contract::enumValue<contract::EventResult>(t[2]).value_or(contract::EventResult::Information);
    event.reason = t[3];
    event.actor = t[4];
    event.actorId = t[5];
    event.userId = t[6];
    event.userName = t[7];
    event.domain = t[8];
    event.tokenSerial = t[9];
    event.method = t[10];
    event.client = t[11];
    event.clientAddress = t[12];
    event.detail = QJsonDocument::fromJson(t[13].toUtf8()).object();
    event.sentence = contract::eventSentence(event);
    return event;
}

} // namespace

std::vector<contract::Event> page(storage::Connection& connection, const EventQuery& query)
{
    Clause clause = filterOf(connection, query);
    if (query.after) {
        clause.add(QStringLiteral("sequence > ?"), *query.after);
    }
    if (query.before) {
        clause.add(QStringLiteral("sequence < ?"), *query.before);
    }
    clause.values << query.limit;
    auto rows = connection.select(
        QStringLiteral("SELECT %1 FROM events%2 ORDER BY sequence %3 LIMIT ?")
            .arg(eventColumns(), clause.where(), QLatin1String(query.newestFirst ? "DESC" : "ASC")),
        clause.values);
    std::vector<contract::Event> found;
    while (rows.next()) {
        found.push_back(eventFrom(rowFrom(rows)));
    }
    return found;
}

qint64 count(storage::Connection& connection, const EventQuery& query)
{
    const Clause clause = filterOf(connection, query);
    auto rows =
        connection.select(QStringLiteral("SELECT COUNT(*) FROM events") + clause.where(), clause.values);
    return rows.next() ? rows.integer(0) : 0;
}

LogonCounts countLogonsSince(storage::Connection& connection, contract::Timestamp since)
{
    const auto span = event_runs::spanOf(connection, since, {});
    const auto number = [&](const QString& sql, const QVariantList& values) {
        auto rows = connection.select(sql, values);
        return rows.next() ? rows.integer(0) : 0;
    };
    const qint64 first =
        number(QStringLiteral("SELECT sequence FROM events WHERE sequence >= ? AND at >= ? ORDER BY sequence"
                              " LIMIT 1"),
               {*span.first, contract::toMilliseconds(since)});
    if (first == 0) {
        return {};
    }
    // No sequence is left out, so that the many successes need not be counted one by one: what is rare is,
    // value by value, for so the partial indexes are ranges.
    LogonCounts counts;
    counts.successes = lastSequence(connection) - first + 1;
    for (const auto& [log, name] : contract::EnumNames<contract::EventLog>::names) {
        if (log != contract::EventLog::Authentication) {
            counts.successes -= number(QStringLiteral("SELECT COUNT(*) FROM events WHERE log = ?"
                                                      " AND log <> 'authentication' AND sequence >= ?"),
                                       {QString::fromLatin1(name), first});
        }
    }
    for (const auto& [result, name] : contract::EnumNames<contract::EventResult>::names) {
        if (result == contract::EventResult::Success) {
            continue;
        }
        const qint64 rows =
            number(QStringLiteral("SELECT COUNT(*) FROM events WHERE result = ? AND result <> 'success'"
                                  " AND log = 'authentication' AND sequence >= ?"),
                   {QString::fromLatin1(name), first});
        counts.successes -= rows;
        if (result == contract::EventResult::Failure) {
            counts.failures = rows;
        }
    }
    return counts;
}

qint64 lastSequence(storage::Connection& connection)
{
    return readChainEnd(connection).sequence;
}

} // namespace holdfast::authentication::events
