// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/notifications.h"

#include <QJsonDocument>

namespace holdfast::authentication::notifications {

using contract::NotificationSeverity;
using contract::toMilliseconds;
using storage::Connection;

namespace {

const QString selection =
    QStringLiteral("SELECT id, kind, subject, severity, reason, detail, owner_id, raised_at,"
                   " mailed_at, gone_at, closed_at FROM notifications ");

QString textOf(const QJsonObject& detail)
{
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

std::optional<contract::Timestamp> moment(std::optional<qint64> milliseconds)
{
    return milliseconds ? std::optional(contract::fromMilliseconds(*milliseconds)) : std::nullopt;
}

std::vector<NotificationRow> read(Connection::Rows rows)
{
    std::vector<NotificationRow> all;
    while (rows.next()) {
        NotificationRow row;
        row.id = rows.integer(0);
        row.kind = rows.text(1);
        row.subject = rows.text(2);
        row.severity =
            contract::enumValue<NotificationSeverity>(rows.text(3)).value_or(NotificationSeverity::Warning);
        row.reason = rows.text(4);
        row.detail = QJsonDocument::fromJson(rows.text(5).toUtf8()).object();
        row.ownerId = rows.optionalInteger(6);
        row.raisedAt = contract::fromMilliseconds(rows.integer(7));
        row.mailedAt = moment(rows.optionalInteger(8));
        row.goneAt = moment(rows.optionalInteger(9));
        row.closedAt = moment(rows.optionalInteger(10));
        all.push_back(std::move(row));
    }
    return all;
}

struct Sentence
{
    const char* kind; // or its reason
    const char* text; // {name}: of the detail
};

constexpr std::array sentences {
    Sentence {"tokensExpiring", "{count} assigned tokens end within {days} days."},
    Sentence {"massLockout", "{accounts} accounts were locked within {minutes} minutes."},
    Sentence {"offlineEnding", "The offline days of {people} people end before Monday."},
    Sentence {"offlineLeavers", "{workstations} workstations hold offline data of people who have left."},
    Sentence {"reportFailed", "The report \"{name}\" of {owner} failed: {why}"},
    Sentence {"mailFailing", "E-mail cannot be sent; {waiting} messages wait: {why}"},
    Sentence {"anchorFailing", "The end of the event log is not written outside: {why}"},
    Sentence {"syslogUnreachable", "The syslog server is not reached; the events wait."},
    // Parts of the service, in the words of its health.
    Sentence {"database", "Database: {why}"},
    Sentence {"disk", "Disk: {why}"},
    Sentence {"queue", "Waiting changes: {why}"},
    Sentence {"eventHead", "Event log: {why}"},
    Sentence {"keys", "Keys: {why}"},
    Sentence {"backup", "Backup: {why}"},
    Sentence {"clock", "Clock: {why}"},
};

} // namespace

std::vector<NotificationRow> open(Connection& connection)
{
    return read(connection.select(
        selection + QStringLiteral("WHERE closed_at IS NULL ORDER BY severity, raised_at DESC, id DESC")));
}

std::vector<NotificationRow> closed(Connection& connection, int limit)
{
    return read(connection.select(
        selection + QStringLiteral("WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ?"),
        {limit}));
}

NotificationRow raise(Connection& connection, NotificationRow row)
{
    {
        auto former = connection.select(
            QStringLiteral("SELECT MAX(mailed_at) FROM notifications WHERE kind = ? AND subject = ?"),
            {row.kind, row.subject});
        row.mailedAt = former.next() ? moment(former.optionalInteger(0)) : std::nullopt;
    }
    row.id = connection.insert(
        QStringLiteral("INSERT INTO notifications (kind, subject, severity, reason, detail, owner_id,"
                       " raised_at, mailed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {row.kind, row.subject, contract::enumName(row.severity), row.reason, textOf(row.detail),
         storage::orNull(row.ownerId), toMilliseconds(row.raisedAt),
         row.mailedAt ? QVariant(toMilliseconds(*row.mailedAt)) : QVariant()});
    return row;
}

void update(Connection& connection, const NotificationRow& row)
{
    connection.change(
        QStringLiteral(
            "UPDATE notifications SET severity = ?, reason = ?, detail = ?, owner_id = ? WHERE id = ?"),
        {contract::enumName(row.severity), row.reason, textOf(row.detail), storage::orNull(row.ownerId),
         row.id});
}

void setMailed(Connection& connection, qint64 id, contract::Timestamp now)
{
    connection.change(QStringLiteral("UPDATE notifications SET mailed_at = ? WHERE id = ?"),
                      {toMilliseconds(now), id});
}

void setGone(Connection& connection, qint64 id, std::optional<contract::Timestamp> since)
{
    connection.change(QStringLiteral("UPDATE notifications SET gone_at = ? WHERE id = ?"),
                      {since ? QVariant(toMilliseconds(*since)) : QVariant(), id});
}

void close(Connection& connection, qint64 id, contract::Timestamp now)
{
    connection.change(QStringLiteral("UPDATE notifications SET closed_at = ? WHERE id = ?"),
                      {toMilliseconds(now), id});
}

void removeClosed(Connection& connection, contract::Timestamp before)
{
    connection.change(QStringLiteral("DELETE FROM notifications WHERE closed_at < ?"),
                      {toMilliseconds(before)});
}

QString sentenceOf(const NotificationRow& row)
{
    for (const Sentence& known : sentences) {
        if (row.kind != QLatin1String(known.kind)) {
            continue;
        }
        QString text = QString::fromLatin1(known.text);
        for (auto value = row.detail.begin(); value != row.detail.end(); ++value) {
            text.replace(QLatin1Char('{') + value.key() + QLatin1Char('}'), value->toVariant().toString());
        }
        return text;
    }
    return row.detail.value(QLatin1String("why")).toString(); // of a part that has no name here
}

} // namespace holdfast::authentication::notifications
