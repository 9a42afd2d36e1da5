// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate_lanes.h"

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace holdfast::authentication {

// Threads for slow hashes behind a bounded queue. Turns go round: first among the clients, then among the
// people of a client, so that a flood from one place waits for itself alone.
class HashPool
{
public:
    struct Job
    {
        std::function<void()> run;
        std::function<void()> drop; // instead of run, when the pool ends first
    };
    // Who asks: a client (or an address), and for whom.
    struct Lane
    {
        QByteArray client;
        qint64 userId = 0;
    };

    HashPool(int threads, int maxWaiting);
    ~HashPool(); // finishes what runs, drops what waits
    HashPool(const HashPool&) = delete;
    HashPool& operator=(const HashPool&) = delete;

    // A place in the queue, taken before the attempt is reserved. False: too many wait, in all, of this
    // client (three quarters) or for this person. Each claim is followed by push() or unclaim().
    [[nodiscard]] bool claim(const Lane& lane);
    void unclaim(const Lane& lane);
    void push(const Lane& lane, Job job);
    void stop(); // idempotent

    [[nodiscard]] int waiting() const; // claimed or queued
    void setCost(std::chrono::microseconds oneHash);
    // How long one more would wait for its turn.
    [[nodiscard]] std::chrono::milliseconds expectedWait() const;

private:
    void loop();

    static constexpr int maxWaitingOfPerson = 16;
    const int m_maxWaiting;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    FairQueue<QByteArray, qint64, Job> m_queue;
    LaneCounter<QByteArray> m_ofClient;
    LaneCounter<qint64> m_ofPerson;
    int m_claimed = 0;
    std::chrono::microseconds m_cost {15'000};
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace holdfast::authentication
