// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/export/mail_sender.h"
#include "services/authentication/store/events.h"
#include "services/storage/database.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// Who of an e-mail that waited may still get it; asked in the transaction before it is sent.
using MailCheck = std::function<MailVerdict(storage::Connection&, const QueuedMail&)>;

// Sends what waits in the mail queue, on a thread of its own, one after the other. What a server does not
// take is tried again after a minute, two, four and so on, hourly at last; after two days it is given up,
// with an event. Whom the check leaves out does not get it, with an event. Whoever writes into the queue
// never waits for it.
class MailExport
{
public:
    // Everything given must outlive it; destroy it before the database.
    MailExport(storage::Database& database, const EventLog& events, const contract::Clock& clock,
               const MailSender& sender, std::chrono::milliseconds pause, MailCheck check = {});
    ~MailExport(); // what is not sent yet is sent after the next start
    MailExport(const MailExport&) = delete;
    MailExport& operator=(const MailExport&) = delete;

private:
    void run();
    [[nodiscard]] bool sendNext();
    [[nodiscard]] QStringList recipientsOf(storage::Connection& connection, const QueuedMail& mail) const;
    void failed(const QueuedMail& mail, const contract::Error& error);

    storage::Database& m_database;
    const EventLog& m_events;
    const contract::Clock& m_clock;
    const MailSender& m_sender;
    std::chrono::milliseconds m_pause;
    MailCheck m_check;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace holdfast::authentication
