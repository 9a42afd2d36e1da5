// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace holdfast::http {

// Threads for what may block, behind a bounded queue.
class WorkerPool
{
public:
    explicit WorkerPool(int limit)
        : m_limit(static_cast<std::size_t>(limit))
    { }
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    void start(int threads);
    // False when the queue is full or the pool has stopped.
    [[nodiscard]] bool submit(std::function<void()> work);
    // Not bounded by the limit: for the next part of an answer that has begun. At most one for a connection.
    void resume(std::function<void()> work);
    // Ends what runs, drops what waits. Idempotent.
    void stop();
    [[nodiscard]] int queued() const;

private:
    void run();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue;
    std::vector<std::thread> m_threads;
    std::size_t m_limit;
    bool m_stopped = false;
};

} // namespace holdfast::http
