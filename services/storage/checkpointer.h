// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/sqlite_connection.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace holdfast::storage {

// Copies SQLite's write-ahead log into the database file on a thread and connection of its own, so that no
// commit waits for it. Passive: it holds up neither the writer nor readers.
class Checkpointer
{
public:
    explicit Checkpointer(const QString& path);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    // The log has so many pages. Does nothing until it has grown enough since the last time, or began anew.
    void request(int pages);
    // Whether a copy ended since the last call: the moment at which the writer has little left to copy
    // itself.
    [[nodiscard]] bool takeCaughtUp();

private:
    void loop();

    SqliteConnection m_connection;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_copiedAt = 0; // pages when the last copy was asked for
    bool m_requested = false;
    bool m_caughtUp = false;
    bool m_stop = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace holdfast::storage
