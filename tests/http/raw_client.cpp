// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"

#include <QJsonDocument>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace holdfast::test {

namespace {

using Clock = std::chrono::steady_clock;

bool waitFor(int socket, short events, Clock::time_point end)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd poll {.fd = socket, .events = events, .revents = 0};
    return ::poll(&poll, 1, static_cast<int>(std::max<qint64>(left, 0))) == 1;
}

} // namespace

QByteArray RawAnswer::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

QString RawAnswer::problemCode() const
{
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    const bool whole = header("content-type") == "application/problem+json"
        && problem.value(QStringLiteral("status")).toInt() == status
        && !problem.value(QStringLiteral("detail")).toString().isEmpty();
    return whole ? problem.value(QStringLiteral("code")).toString() : QString();
}

RawClient::RawClient(quint16 port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0) {
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    }
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(std::exchange(m_socket, -1));
    }
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_received(std::move(other.m_received))
{ }

RawClient::~RawClient()
{
    if (m_socket >= 0) {
        ::close(m_socket);
    }
}

bool RawClient::send(QByteArrayView bytes)
{
    const auto end = Clock::now() + Milliseconds(10'000);
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()),
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            bytes = bytes.sliced(sent);
        } else if (errno != EAGAIN || !waitFor(m_socket, POLLOUT, end)) {
            return false;
        }
    }
    return true;
}

bool RawClient::receive(Clock::time_point end)
{
    if (!waitFor(m_socket, POLLIN, end)) {
        return false;
    }
    std::array<char, 64 * 1024> bytes {};
    const ssize_t size = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    if (size <= 0) {
        return false;
    }
    m_received.append(bytes.data(), size);
    return true;
}

std::optional<QByteArray> RawClient::take(qsizetype size, Clock::time_point end)
{
    while (m_received.size() < size) {
        if (!receive(end)) {
            return std::nullopt;
        }
    }
    const QByteArray taken = m_received.first(size);
    m_received.remove(0, size);
    return taken;
}

std::optional<QByteArray> RawClient::takeLine(Clock::time_point end)
{
    while (!m_received.contains("\r\n")) {
        if (!receive(end)) {
            return std::nullopt;
        }
    }
    const auto line = take(m_received.indexOf("\r\n") + 2, end);
    return line->chopped(2);
}

QByteArray RawClient::takeChunks(Clock::time_point end)
{
    QByteArray body;
    for (;;) {
        const auto size = takeLine(end);
        if (!size) {
            return body;
        }
        const auto chunk = take(size->toLongLong(nullptr, 16) + 2, end);
        if (!chunk || chunk->size() == 2) {
            return body;
        }
        body += chunk->chopped(2);
    }
}

RawAnswer RawClient::answer(Milliseconds timeout, bool withoutBody)
{
    const auto end = Clock::now() + timeout;
    RawAnswer answer;
    const auto status = takeLine(end);
    if (!status) {
        return answer;
    }
    answer.status = status->mid(9, 3).toInt();
    for (auto line = takeLine(end); line && !line->isEmpty(); line = takeLine(end)) {
        const qsizetype colon = line->indexOf(':');
        answer.headers.emplace_back(line->first(colon).toLower(), line->sliced(colon + 1).trimmed());
    }
    if (withoutBody || answer.status == 100) {
        return answer;
    }
    if (answer.header("transfer-encoding") == "chunked") {
        answer.body = takeChunks(end);
    } else {
        answer.body = take(answer.header("content-length").toLongLong(), end).value_or(QByteArray());
    }
    return answer;
}

RawAnswer RawClient::get(QByteArrayView path)
{
    send("GET " + path.toByteArray() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return answer();
}

RawAnswer RawClient::post(QByteArrayView path, QByteArrayView body)
{
    send("POST " + path.toByteArray() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
         + QByteArray::number(body.size()) + "\r\n\r\n" + body.toByteArray());
    return answer();
}

bool RawClient::isClosed(Milliseconds timeout)
{
    const auto end = Clock::now() + timeout;
    while (waitFor(m_socket, POLLIN, end)) {
        m_received.clear();
        if (!receive(end)) {
            return true;
        }
    }
    return false;
}

void RawClient::shutdownSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

} // namespace holdfast::test
