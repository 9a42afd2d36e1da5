// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

namespace holdfast::bench {

using Clock = std::chrono::steady_clock;
using Micros = std::chrono::microseconds;

// Sorted on demand; for some millions of values.
class Latencies
{
public:
    void add(Micros latency) { m_values.push_back(static_cast<std::uint32_t>(latency.count())); }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_values.size()); }
    [[nodiscard]] double percentileMs(double percent) const; // 0 when empty

private:
    mutable std::vector<std::uint32_t> m_values;
};

struct Answer
{
    int connection = 0;
    int status = 0; // 0: the connection broke
    QByteArrayView body;
    Micros latency {};
};

// What a connection does next.
struct Turn
{
    const QByteArray* request = nullptr; // valid until the answer; null: this connection is done
    Clock::time_point notBefore {}; // and waits until then
};

// Keep-alive connections to 127.0.0.1, one request at a time on each, driven by one thread. It costs as
// little as it can, for it shares its processors with the service that it measures.
class Load
{
public:
    using Next = std::function<Turn(int connection)>;
    using Answered = std::function<void(const Answer&)>;

    Load(quint16 port, int connections);
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    // Until next() has ended every connection.
    void run(const Next& next, const Answered& answered);

private:
    struct Connection
    {
        int socket = -1;
        QByteArray received;
        Clock::time_point sent;
        Turn turn;
        bool waiting = false; // for its time
        bool done = false;
    };
    void connect(Connection& connection, int index);
    void begin(Connection& connection, int index, const Next& next);
    void send(Connection& connection, int index);
    void read(Connection& connection, int index, const Next& next, const Answered& answered);
    [[nodiscard]] int timeoutMs() const;

    quint16 m_port;
    int m_epoll;
    std::vector<Connection> m_connections;
    int m_open = 0;
    int m_waiting = 0;
};

// A whole request, ready to be sent.
[[nodiscard]] QByteArray httpRequest(QByteArrayView method, QByteArrayView path, QByteArrayView headers,
                                     QByteArrayView body);

} // namespace holdfast::bench
