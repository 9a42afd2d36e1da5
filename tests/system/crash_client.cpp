// SPDX-License-Identifier: Apache-2.0
#include "tests/system/crash_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace holdfast::testing {

void CrashClient::connectTo(const QUrl& service)
{
    close();
    m_host = service.host().toLatin1() + ':' + QByteArray::number(service.port());
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(service.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close();
        return;
    }
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval patience {20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

void CrashClient::close()
{
    if (m_socket >= 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

bool CrashClient::receive(QByteArray& bytes) const
{
    char buffer[8192];
    const ssize_t size = ::recv(m_socket, buffer, sizeof buffer, 0);
    if (size <= 0) {
        return false;
    }
    bytes.append(buffer, size);
    return true;
}

CrashClient::Answer CrashClient::call(const QByteArray& method, const QByteArray& path,
                                      const QByteArray& body, const QByteArray& credential,
                                      const QByteArray& contentType)
{
    if (m_socket < 0) {
        return {};
    }
    const QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: " + m_host + "\r\n" + credential
        + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
    QByteArray bytes;
    bool alive = ::send(m_socket, request.constData(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL)
        == request.size();
    qsizetype whole = -1;
    while (alive && (whole < 0 || bytes.size() < whole)) {
        alive = receive(bytes);
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (whole < 0 && head >= 0) {
            const QByteArray lower = bytes.left(head).toLower();
            const qsizetype at = lower.indexOf("content-length:");
            const qsizetype length =
                at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\r', at) - at - 15).trimmed().toLongLong();
            whole = head + 4 + length;
        }
    }
    if (whole < 0 || bytes.size() < whole) {
        close();
        return {};
    }
    return {bytes.mid(9, 3).toInt(), bytes.mid(bytes.indexOf("\r\n\r\n") + 4)};
}

CrashClient::Verdict CrashClient::authenticate(const QByteArray& clientKey, const QByteArray& person,
                                               const QByteArray& passcode)
{
    const QByteArray body = R"({"clientId":"crash","subjectName":")" + person
        + R"(","context":{"messageId":"m)" + QByteArray::number(++m_messages)
        + R"("},"subjectCredentials":[{"methodId":"SECURID","versionId":"1.0.0","collectedInputs":[{"name":)"
          R"("SECURID","value":")"
        + passcode + R"(","dataType":"STRING"}]}]})";
    const Answer answer = call("POST", "/mfa/v1_1/authn/initialize", body, "client-key: " + clientKey);
    if (answer.status == 0) {
        return Verdict::Unknown;
    }
    if (answer.status != 200) {
        qFatal("authenticate: %d %s", answer.status, answer.body.constData());
    }
    return answer.body.contains(R"("attemptResponseCode":"SUCCESS")") ? Verdict::Success : Verdict::Fail;
}

} // namespace holdfast::testing
