// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/security/key_ring.h"
#include "services/storage/database.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// The end of the event chain as it was known outside the database.
struct EventHead
{
    qint64 sequence = 0;
    QByteArray mac; // of the last event; empty when there is none
};

inline constexpr auto eventHeadFileName = "event-head.json";

// Errors: event_head_missing, event_head_forged (not sealed by these keys), event_head_unreadable.
[[nodiscard]] contract::Result<EventHead> readEventHead(const QString& file, const security::KeyRing& keys);
// What the file says; nothing secret.
[[nodiscard]] QByteArray eventHeadText(const security::KeyRing& keys, const EventHead& head);
// Replaces the file atomically and syncs it. Error: event_head_unwritable.
[[nodiscard]] contract::Result<void> writeEventHead(const QString& file, const security::KeyRing& keys,
                                                    const EventHead& head);

// Writes the present end of the log although the file may know more: once the loss was told in an event, or
// after a restore. A keeper never does. Error: event_head_unwritable.
[[nodiscard]] contract::Result<void> rewriteEventHead(storage::Database& database,
                                                      const security::KeyRing& keys, const QString& file);

// Keeps the head file at most a second behind the database, and exactly with it once destroyed. Everything
// given must outlive it; destroy it before the database.
class EventHeadKeeper
{
public:
    EventHeadKeeper(storage::Database& database, const security::KeyRing& keys, QString file);
    ~EventHeadKeeper();
    EventHeadKeeper(const EventHeadKeeper&) = delete;
    EventHeadKeeper& operator=(const EventHeadKeeper&) = delete;

    // Writes now what is committed now.
    [[nodiscard]] contract::Result<void> flush();

private:
    void run();

    storage::Database& m_database;
    const security::KeyRing& m_keys;
    QString m_file;
    std::mutex m_writeMutex;
    qint64 m_written = -1;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_dirty = false;
    bool m_stop = false;
    int m_listener = 0;
    std::thread m_thread;
};

} // namespace holdfast::authentication
