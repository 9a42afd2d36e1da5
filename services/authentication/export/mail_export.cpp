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

std::chrono::minutes pauseAfter(int attempts)
{
    constexpr int doublings = 6;
    return std::min(longestPause, firstPause * (1 << std::min(attempts, doublings)));
}

} // namespace

MailExport::MailExport(storage::Database& database, const EventLog& events, const contract::Clock& clock,
                       const MailSender& sender, std::chrono::milliseconds pause)
    : m_database(database)
    , m_events(events)
    , m_clock(clock)
    , m_sender(sender)
    , m_pause(pause)
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

// False: nothing is due.
bool MailExport::sendNext()
{
    const auto mail =
        m_database.read([this](Connection& connection) { return mailQueue::due(connection, m_clock.now()); });
    if (!mail) {
        return false;
    }
    m_database.writeAndWait([&](Connection& connection) {
        mailQueue::claim(connection, mail->id, m_clock.now() + pauseAfter(mail->attempts));
    });
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
        contract::Event event;
        event.at = now;
        event.log = contract::EventLog::System;
        event.key = QStringLiteral("MAIL_NOT_SENT");
        event.result = contract::EventResult::Failure;
        event.reason = error.code;
        event.detail = {{QStringLiteral("subject"), mail.message.subject}};
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
