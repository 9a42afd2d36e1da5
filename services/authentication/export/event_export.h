// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/export/syslog_connection.h"
#include "services/authentication/export/syslog_message.h"
#include "services/authentication/store/events.h"
#include "services/storage/database.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// Sends every event to a syslog server, in order. The log itself is the queue: what was sent last is kept in
// the database, so that neither a restart nor a server that is away loses an event; after a broken connection
// some may come twice (their sequence tells). It begins with what happens after it was first turned on. A
// backlog beyond `mostBehind`, and what retention removed meanwhile, is skipped, and the gap is told.
class EventExport
{
public:
    // Everything given must outlive it; destroy it before the database.
    EventExport(storage::Database& database, const contract::Clock& clock, SyslogTarget target,
                qint64 mostBehind = 1'000'000);
    ~EventExport(); // at once; what is not sent yet is sent after the next start
    EventExport(const EventExport&) = delete;
    EventExport& operator=(const EventExport&) = delete;

    // An anchor of the event chain goes along.
    void sendAnchor(const QByteArray& line);

    [[nodiscard]] qint64 sentThrough() const { return m_sent; }
    [[nodiscard]] bool isReachable() const { return m_reachable; }

private:
    void run();
    [[nodiscard]] bool drain();
    [[nodiscard]] bool sendAll(const std::vector<QByteArray>& messages);
    [[nodiscard]] qint64 load();
    void keep(qint64 sequence);

    storage::Database& m_database;
    const contract::Clock& m_clock;
    SyslogConnection m_connection;
    syslog::Origin m_origin;
    qint64 m_mostBehind;
    std::atomic<qint64> m_sent = 0;
    std::atomic<bool> m_reachable = true;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<QByteArray> m_anchors; // not sent yet
    bool m_dirty = true;
    bool m_stop = false;
    int m_listener = 0;
    std::thread m_thread;
};

} // namespace holdfast::authentication
