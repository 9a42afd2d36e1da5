// SPDX-License-Identifier: Apache-2.0
#include "services/http/worker_pool.h"

#include "services/http/log.h"

namespace holdfast::http {

void WorkerPool::start(int threads)
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { run(); });
    }
}

bool WorkerPool::submit(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || m_queue.size() >= m_limit) {
            return false;
        }
        m_queue.push_back(std::move(work));
    }
    m_changed.notify_one();
    return true;
}

void WorkerPool::resume(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped) {
            return;
        }
        m_queue.push_front(std::move(work));
    }
    m_changed.notify_one();
}

void WorkerPool::stop()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        dropped.swap(m_queue);
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
}

int WorkerPool::queued() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_queue.size());
}

void WorkerPool::run()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopped || !m_queue.empty(); });
            if (m_stopped) {
                return;
            }
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        try {
            work();
        } catch (const std::exception& failure) {
            qCWarning(httpLog) << "work ended with an exception:" << typeName(failure);
        } catch (...) {
            qCWarning(httpLog) << "work ended with an exception that is not a std::exception";
        }
    }
}

} // namespace holdfast::http
