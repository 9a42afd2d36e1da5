// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

#include <QJsonObject>
#include <QStringList>

namespace holdfast::authentication {

// An e-mail, as it is sent: a text, and at most one file with it.
struct MailMessage
{
    QStringList recipients;
    QString subject;
    QString body;
    QString attachment; // path; read when it is sent
    QString attachmentName;
    QByteArray attachmentType;
    // For whoever decides, when it is sent, who may still get it.
    QString about {}; // mailQueue::notifications, mailQueue::report, or nothing of the kind
    qint64 aboutId = 0; // of a report: of its job
    QJsonObject rights {}; // of recipients, as they were when it was written
};

struct QueuedMail
{
    qint64 id = 0;
    MailMessage message;
    int attempts = 0;
    QString lastError;
    contract::Timestamp createdAt {};
    contract::Timestamp nextAt {};
};

// Who may still get an e-mail that waited.
struct MailVerdict
{
    QStringList recipients;
    QString reason; // why the others may not: a code
};

// Whether an address is plain enough to stand in a header and a command: ASCII, one @, no blanks, no quotes.
[[nodiscard]] bool isMailAddress(const QString& address);
// The first that is none, as a fault of `field`[i].
[[nodiscard]] contract::Result<void> requireMailAddresses(const QString& field, const QStringList& addresses);

} // namespace holdfast::authentication

// E-mail that waits to be sent. It survives a restart.
namespace holdfast::authentication::mailQueue {

inline constexpr qint64 mostWaiting = 500;

inline const QString notifications = QStringLiteral("notifications");
inline const QString report = QStringLiteral("report");

// False: so many wait already that this one is not taken.
[[nodiscard]] bool add(storage::Connection& connection, const MailMessage& message, contract::Timestamp now);
[[nodiscard]] qint64 count(storage::Connection& connection);
[[nodiscard]] std::optional<QueuedMail> oldest(storage::Connection& connection);
[[nodiscard]] std::optional<QueuedMail> due(storage::Connection& connection, contract::Timestamp now);
// Before it is sent, so that it is not sent again at once should nothing be written afterwards: one more
// attempt, and the next not before `nextAt`.
void claim(storage::Connection& connection, qint64 id, contract::Timestamp nextAt);
// The attempt failed.
void postpone(storage::Connection& connection, qint64 id, const QString& error, contract::Timestamp nextAt);
// Some of them may not get it any more.
void setRecipients(storage::Connection& connection, qint64 id, const QStringList& recipients);
void remove(storage::Connection& connection, qint64 id);

} // namespace holdfast::authentication::mailQueue
