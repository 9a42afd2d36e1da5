// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/mail_queue.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace holdfast::authentication {

using contract::toMilliseconds;
using storage::Connection;

bool isMailAddress(const QString& address)
{
    constexpr qsizetype longest = 254; // RFC 5321, section 4.5.3.1.3
    static const QRegularExpression form(QStringLiteral(
        "\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\z"));
    return address.size() <= longest && form.match(address).hasMatch();
}

contract::Result<void> requireMailAddresses(const QString& field, const QStringList& addresses)
{
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        if (!isMailAddress(addresses.at(i))) {
            return contract::invalidField(
                QStringLiteral("%1[%2]").arg(field).arg(i), QStringLiteral("not_an_address"),
                QStringLiteral("This is no e-mail address, such as it@example.com."));
        }
    }
    return {};
}

namespace mailQueue {

namespace {

const QString selection = QStringLiteral(
    "SELECT id, recipients, subject, body, attachment, attachment_name, attachment_type, attempts,"
    " last_error, created_at, next_at, about, about_id, rights FROM mail_queue ");

std::optional<QueuedMail> read(Connection::Rows rows)
{
    if (!rows.next()) {
        return std::nullopt;
    }
    QueuedMail mail;
    mail.id = rows.integer(0);
    mail.message.recipients = rows.text(1).split(QLatin1Char(','), Qt::SkipEmptyParts);
    mail.message.subject = rows.text(2);
    mail.message.body = rows.text(3);
    mail.message.attachment = rows.text(4);
    mail.message.attachmentName = rows.text(5);
    mail.message.attachmentType = rows.text(6).toLatin1();
    mail.attempts = static_cast<int>(rows.integer(7));
    mail.lastError = rows.text(8);
    mail.createdAt = contract::fromMilliseconds(rows.integer(9));
    mail.nextAt = contract::fromMilliseconds(rows.integer(10));
    mail.message.about = rows.text(11);
    mail.message.aboutId = rows.integer(12);
    mail.message.rights = QJsonDocument::fromJson(rows.text(13).toUtf8()).object();
    return mail;
}

} // namespace

bool add(Connection& connection, const MailMessage& message, contract::Timestamp now)
{
    if (count(connection) >= mostWaiting) {
        return false;
    }
    connection.insert(
        QStringLiteral("INSERT INTO mail_queue (recipients, subject, body, attachment, attachment_name,"
                       " attachment_type, created_at, next_at, about, about_id, rights)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {message.recipients.join(QLatin1Char(',')), message.subject, message.body, message.attachment,
         message.attachmentName, QString::fromLatin1(message.attachmentType), toMilliseconds(now),
         toMilliseconds(now), message.about, message.aboutId,
         QString::fromUtf8(QJsonDocument(message.rights).toJson(QJsonDocument::Compact))});
    return true;
}

qint64 count(Connection& connection)
{
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM mail_queue"));
    return rows.next() ? rows.integer(0) : 0;
}

std::optional<QueuedMail> oldest(Connection& connection)
{
    return read(connection.select(selection + QStringLiteral("ORDER BY id LIMIT 1")));
}

std::optional<QueuedMail> due(Connection& connection, contract::Timestamp now)
{
    return read(
        connection.select(selection + QStringLiteral("WHERE next_at <= ? ORDER BY next_at, id LIMIT 1"),
                          {toMilliseconds(now)}));
}

void claim(Connection& connection, qint64 id, contract::Timestamp nextAt)
{
    connection.change(
        QStringLiteral("UPDATE mail_queue SET attempts = attempts + 1, next_at = ? WHERE id = ?"),
        {toMilliseconds(nextAt), id});
}

void postpone(Connection& connection, qint64 id, const QString& error, contract::Timestamp nextAt)
{
    connection.change(QStringLiteral("UPDATE mail_queue SET last_error = ?, next_at = ? WHERE id = ?"),
                      {error, toMilliseconds(nextAt), id});
}

void setRecipients(Connection& connection, qint64 id, const QStringList& recipients)
{
    connection.change(QStringLiteral("UPDATE mail_queue SET recipients = ? WHERE id = ?"),
                      {recipients.join(QLatin1Char(',')), id});
}

void remove(Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("DELETE FROM mail_queue WHERE id = ?"), {id});
}

} // namespace mailQueue
} // namespace holdfast::authentication
