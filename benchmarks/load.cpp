// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/load.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace holdfast::bench {

double Latencies::percentileMs(double percent) const
{
    if (m_values.empty()) {
        return 0;
    }
    const auto last = static_cast<double>(m_values.size() - 1);
    const auto at = m_values.begin() + static_cast<std::ptrdiff_t>(last * percent / 100);
    std::nth_element(m_values.begin(), at, m_values.end());
    return static_cast<double>(*at) / 1000;
}

Load::Load(quint16 port, int connections)
    : m_port(port)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_connections(static_cast<std::size_t>(connections))
{
    for (int i = 0; i < connections; ++i) {
        connect(m_connections[static_cast<std::size_t>(i)], i);
    }
}

Load::~Load()
{
    for (const Connection& connection : m_connections) {
        ::close(connection.socket);
    }
    ::close(m_epoll);
}

void Load::connect(Connection& connection, int index)
{
    connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
    const int on = 1;
    ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.u32 = static_cast<std::uint32_t>(index);
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, connection.socket, &event);
    connection.received.clear();
}

void Load::run(const Next& next, const Answered& answered)
{
    m_open = static_cast<int>(m_connections.size());
    m_waiting = 0;
    for (std::size_t i = 0; i < m_connections.size(); ++i) {
        m_connections[i].done = false;
        begin(m_connections[i], static_cast<int>(i), next);
    }
    std::array<epoll_event, 256> events {};
    while (m_open > 0) {
        const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), timeoutMs());
        for (int i = 0; i < count; ++i) {
            const std::uint32_t index = events[static_cast<std::size_t>(i)].data.u32;
            read(m_connections[index], static_cast<int>(index), next, answered);
        }
        if (m_waiting == 0) {
            continue;
        }
        const auto now = Clock::now();
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            Connection& connection = m_connections[i];
            if (connection.waiting && connection.turn.notBefore <= now) {
                connection.waiting = false;
                --m_waiting;
                send(connection, static_cast<int>(i));
            }
        }
    }
}

int Load::timeoutMs() const
{
    if (m_waiting == 0) {
        return -1;
    }
    auto earliest = Clock::time_point::max();
    for (const Connection& connection : m_connections) {
        if (connection.waiting) {
            earliest = std::min(earliest, connection.turn.notBefore);
        }
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(earliest - Clock::now()).count();
    return static_cast<int>(std::max<qint64>(left, 0));
}

void Load::begin(Connection& connection, int index, const Next& next)
{
    connection.turn = next(index);
    if (connection.turn.request == nullptr) {
        connection.done = true;
        --m_open;
    } else if (connection.turn.notBefore > Clock::now()) {
        connection.waiting = true;
        ++m_waiting;
    } else {
        send(connection, index);
    }
}

void Load::send(Connection& connection, int index)
{
    connection.sent = Clock::now();
    QByteArrayView rest = *connection.turn.request;
    while (!rest.isEmpty()) {
        const ssize_t sent =
            ::send(connection.socket, rest.data(), static_cast<std::size_t>(rest.size()), MSG_NOSIGNAL);
        if (sent <= 0) { // the server has closed it meanwhile: once more on a new one
            ::close(connection.socket);
            connect(connection, index);
            rest = *connection.turn.request;
            continue;
        }
        rest = rest.sliced(sent);
    }
}

void Load::read(Connection& connection, int index, const Next& next, const Answered& answered)
{
    std::array<char, 16 * 1024> bytes {};
    const ssize_t size = ::recv(connection.socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size < 0) {
        return;
    }
    if (size == 0) {
        ::close(connection.socket);
        connect(connection, index);
        if (!connection.done && !connection.waiting) {
            answered({.connection = index, .status = 0, .body = {}, .latency = {}});
            begin(connection, index, next);
        }
        return;
    }
    connection.received.append(bytes.data(), size);
    const qsizetype head = connection.received.indexOf("\r\n\r\n");
    if (head < 0) {
        return;
    }
    const qsizetype length = connection.received.indexOf("Content-Length: ");
    const qsizetype digits = length + 16;
    const qsizetype body = length < 0 || length > head
        ? 0
        : connection.received.sliced(digits, connection.received.indexOf('\r', digits) - digits).toLongLong();
    if (connection.received.size() < head + 4 + body) {
        return;
    }
    const auto latency = std::chrono::duration_cast<Micros>(Clock::now() - connection.sent);
    answered({.connection = index,
              .status = connection.received.sliced(9, 3).toInt(),
              .body = QByteArrayView(connection.received).sliced(head + 4, body),
              .latency = latency});
    connection.received.resize(0);
    begin(connection, index, next);
}

QByteArray httpRequest(QByteArrayView method, QByteArrayView path, QByteArrayView headers,
                       QByteArrayView body)
{
    QByteArray request;
    request.append(method)
        .append(' ')
        .append(path)
        .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        .append(headers);
    if (!body.isEmpty()) {
        request.append("Content-Type: application/json\r\nContent-Length: ")
            .append(QByteArray::number(body.size()))
            .append("\r\n");
    }
    return request.append("\r\n").append(body);
}

} // namespace holdfast::bench
