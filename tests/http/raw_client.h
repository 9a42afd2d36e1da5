// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <optional>

namespace holdfast::test {

struct RawAnswer
{
    int status = 0; // 0: none came
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QString problemCode() const; // empty unless it is a problem of this status
};

// A socket that sends exactly what it is told to, and reads answers by their framing. Blocks, within a limit.
class RawClient
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit RawClient(quint16 port, int receiveBuffer = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    bool send(QByteArrayView bytes); // false when the server does not take them
    [[nodiscard]] RawAnswer answer(Milliseconds timeout = Milliseconds(5000), bool withoutBody = false);
    [[nodiscard]] RawAnswer get(QByteArrayView path);
    [[nodiscard]] RawAnswer post(QByteArrayView path, QByteArrayView body);
    // Whether the server ends the connection within the time; what still comes is thrown away.
    [[nodiscard]] bool isClosed(Milliseconds timeout = Milliseconds(5000));
    void shutdownSending();

private:
    bool receive(std::chrono::steady_clock::time_point end);
    std::optional<QByteArray> take(qsizetype size, std::chrono::steady_clock::time_point end);
    std::optional<QByteArray> takeLine(std::chrono::steady_clock::time_point end);
    QByteArray takeChunks(std::chrono::steady_clock::time_point end);

    int m_socket = -1;
    QByteArray m_received;
};

} // namespace holdfast::test
