// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate_hash_pool.h"

namespace holdfast::authentication {

HashPool::HashPool(int threads, int maxWaiting)
    : m_maxWaiting(maxWaiting)
{
    m_threads.reserve(static_cast<size_t>(threads));
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { loop(); });
    }
}

HashPool::~HashPool()
{
    stop();
}

bool HashPool::claim(const Lane& lane)
{
    const std::lock_guard lock(m_mutex);
    if (m_stop || m_claimed >= m_maxWaiting || m_ofClient.of(lane.client) >= m_maxWaiting * 3 / 4
        || m_ofPerson.of(lane.userId) >= maxWaitingOfPerson) {
        return false;
    }
    ++m_claimed;
    m_ofClient.add(lane.client);
    m_ofPerson.add(lane.userId);
    return true;
}

void HashPool::unclaim(const Lane& lane)
{
    const std::lock_guard lock(m_mutex);
    --m_claimed;
    m_ofClient.remove(lane.client);
    m_ofPerson.remove(lane.userId);
}

void HashPool::push(const Lane& lane, Job job)
{
    // The claim lasts until the job begins.
    auto run = [this, lane, work = std::move(job.run)] {
        unclaim(lane);
        work();
    };
    auto drop = [this, lane, work = std::move(job.drop)] {
        unclaim(lane);
        work();
    };
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stop) {
            m_queue.push(lane.client, lane.userId, {std::move(run), std::move(drop)});
            m_wake.notify_one();
            return;
        }
    }
    drop();
}

void HashPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
    while (!m_queue.isEmpty()) {
        m_queue.pop().drop();
    }
}

int HashPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_claimed;
}

void HashPool::setCost(std::chrono::microseconds oneHash)
{
    const std::lock_guard lock(m_mutex);
    m_cost = oneHash;
}

std::chrono::milliseconds HashPool::expectedWait() const
{
    const std::lock_guard lock(m_mutex);
    const auto wait = m_cost * m_claimed / static_cast<int>(m_threads.size());
    return std::chrono::duration_cast<std::chrono::milliseconds>(wait);
}

void HashPool::loop()
{
    for (;;) {
        std::optional<Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_queue.isEmpty(); });
            if (m_stop) {
                return;
            }
            job.emplace(m_queue.pop());
        }
        job->run();
    }
}

} // namespace holdfast::authentication
