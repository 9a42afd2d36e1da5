// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/checkpointer.h"
#include "services/storage/database.h"
#include "services/storage/finisher.h"
#include "services/storage/sqlite_connection.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace holdfast::storage {

// The one thread that writes. It takes everything that waits, gives it one transaction and, when the commit
// is durable, leaves the answers to the finisher.
class Writer
{
public:
    // Opens the file (throws StorageError) and starts.
    explicit Writer(const DatabaseOptions& options);
    ~Writer(); // finishes what is queued
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void add(Database::Work work, Database::Done done);
    void setBeforeCommit(std::function<void(Connection&)> work);
    int addCommitListener(std::function<void()> listener);
    void removeCommitListener(int number);
    [[nodiscard]] Database::Figures figures() const;

private:
    struct Job
    {
        Database::Work work;
        Database::Done done;
        std::exception_ptr failed {};
    };

    void loop();
    std::vector<Job> take();
    void runBatch(std::vector<Job>& batch);
    void runJob(Job& job, bool alone);
    void runGuarded(Job& job, bool alone);
    void undoBatch(std::vector<Job>& batch, const std::exception_ptr& why);
    void runBeforeCommit();
    void tellListeners();
    void checkpointWhenDue();

    DatabaseOptions m_options;
    SqliteConnection m_connection;
    Checkpointer m_checkpointer;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_stop = false;

    std::mutex m_listenersMutex;
    std::function<void(Connection&)> m_beforeCommit;
    std::map<int, std::function<void()>> m_listeners;
    int m_lastListener = 0;

    std::atomic<quint64> m_works {0};
    std::atomic<quint64> m_commits {0};
    Finisher m_finisher; // its calls may add works
    std::thread m_thread; // last: it uses the others
};

} // namespace holdfast::storage
