// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/mail_export.h"

#include <QLoggingCategory>

namespace holdfast::authentication {

using storage::Connection;

namespace {

Q_LOGGING_CATEGORY(logMail, "holdfast.mail")

constexpr std::chrono::minutes firstPause {1};
constexpr std::chrono::minutes longestPause {60};
constexpr std::chrono::hours patience {48};

contract::Event mailEvent(const char* key, const QueuedMail& mail, contract::Timestamp now)
{
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::System;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Failure;
    event.detail = {{QStringLiteral("subject"), mail.message.subject}};
    return event;
}

std::chrono::minutes pauseAfter(int attempts)
{
    constexpr int doublings = 6;
    return std::min(longestPause, firstPause * (1 << std::min(attempts, doublings)));
}

} // namespace

MailExport::MailExport(storage::Database& database, const EventLog& events, const contract::Clock& clock,
                       const MailSender& sender, std::chrono::milliseconds pause, MailCheck check)
    : m_database(database)
    , m_events(events)
    , m_clock(clock)
    , m_sender(sender)
    , m_pause(pause)
    , m_check(std::move(check))
    , m_thread([this] { run(); })
{ }

MailExport::~MailExport()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

// Those who may still get it; without them, it is not in the queue any more.
QStringList MailExport::recipientsOf(Connection& connection, const QueuedMail& mail) const
{
    const QStringList& wanted = mail.message.recipients;
    if (!m_check) {
        return wanted;
    }
    const MailVerdict verdict = m_check(connection, mail);
    if (verdict.recipients == wanted && !wanted.isEmpty()) {
        return wanted;
    }
    QStringList withheld = wanted;
    withheld.removeIf([&](const QString& address) { return verdict.recipients.contains(address); });
    contract::Event event = mailEvent("MAIL_WITHHELD", mail, m_clock.now());
    event.reason = verdict.reason;
    event.detail.insert(QStringLiteral("recipients"), withheld.join(QStringLiteral(", ")));
    m_events.append(connection, std::move(event));
    if (verdict.recipients.isEmpty()) {
        mailQueue::remove(connection, mail.id);
    } else {
        mailQueue::setRecipients(connection, mail.id, verdict.recipients);
    }
    return verdict.recipients;
}

// False: nothing is due.
bool MailExport::sendNext()
{
    auto mail =
        m_database.read([this](Connection& connection) { return mailQueue::due(connection, m_clock.now()); });
    if (!mail) {
        return false;
    }
    mail->message.recipients = m_database.writeAndWait([&](Connection& connection) {
        mailQueue::claim(connection, mail->id, m_clock.now() + pauseAfter(mail->attempts));
        return recipientsOf(connection, *mail);
    });
    if (m_check && mail->message.recipients.isEmpty()) {
        return true;
    }
    if (const auto sent = m_sender.send(mail->message, m_clock.now()); !sent) {
        failed(*mail, sent.error());
        return true;
    }
    m_database.writeAndWait([&](Connection& connection) { mailQueue::remove(connection, mail->id); });
    qCInfo(logMail, "An e-mail was handed to the server.");
    return true;
}

void MailExport::failed(const QueuedMail& mail, const contract::Error& error)
{
    qCWarning(logMail).noquote() << error.detail;
    const contract::Timestamp now = m_clock.now();
    m_database.writeAndWait([&](Connection& connection) {
        if (now - mail.createdAt < patience) {
            mailQueue::postpone(connection, mail.id, error.detail, now + pauseAfter(mail.attempts));
            return;
        }
        mailQueue::remove(connection, mail.id);
        contract::Event event = mailEvent("MAIL_NOT_SENT", mail, now);
        event.reason = error.code;
        m_events.append(connection, std::move(event));
    });
}

void MailExport::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        lock.unlock();
        bool more = false;
        try {
            more = sendNext();
        } catch (const storage::StorageError& failure) {
            qCWarning(logMail, "%s", failure.what());
        }
        lock.lock();
        if (!more) {
            m_wake.wait_for(lock, m_pause, [this] { return m_stop; });
        }
    }
}

} // namespace holdfast::authentication
