// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace holdfast::http {

class Connection;

using Milliseconds = std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

// One thread with its own event loop and the connections that live on it: nothing on a request's way needs a
// lock. Deadlines of all of them are looked at on one coarse tick.
class IoThread
{
public:
    explicit IoThread(Milliseconds tick);
    ~IoThread();
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    void start();
    void stop(); // ends the loop and the thread, then cuts what is left; idempotent
    // From any thread; for connections' answers under way see Connection::finish().
    void finishConnections();

    [[nodiscard]] boost::asio::io_context& context() { return m_context; }
    [[nodiscard]] int connections() const { return m_count.load(std::memory_order_relaxed); }
    [[nodiscard]] quint64 requests() const { return m_requests.load(std::memory_order_relaxed); }

    // The rest is for connections, on this thread only.
    void add(const std::shared_ptr<Connection>& connection);
    void remove(Connection& connection);
    void countRequest() { m_requests.fetch_add(1, std::memory_order_relaxed); }
    [[nodiscard]] bool finishing() const { return m_finishing; }
    [[nodiscard]] const QByteArray& date(); // RFC 9110, 5.6.7; made once a second
    [[nodiscard]] QString nextRequestId();

private:
    void tick();

    boost::asio::io_context m_context {1};
    boost::asio::steady_timer m_timer {m_context};
    Milliseconds m_tick;
    std::thread m_thread;
    std::vector<std::shared_ptr<Connection>> m_connections;
    std::atomic<int> m_count {0};
    std::atomic<quint64> m_requests {0};
    QRandomGenerator64 m_random;
    QByteArray m_date;
    qint64 m_dateSecond = -1;
    bool m_finishing = false;
};

} // namespace holdfast::http
