// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace holdfast::testing {

// A caller on a connection of its own that notices when the service dies under it. Blocks; one thread.
class CrashClient
{
public:
    CrashClient() = default;
    ~CrashClient() { close(); }
    CrashClient(const CrashClient&) = delete;
    CrashClient& operator=(const CrashClient&) = delete;

    void connectTo(const QUrl& service);

    struct Answer
    {
        int status = 0; // 0: the connection ended before the whole answer had come
        QByteArray body;
    };
    // `credential` is a whole header line, such as "client-key: KEY".
    Answer call(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                const QByteArray& credential, const QByteArray& contentType = "application/json");

    enum class Verdict
    {
        Success,
        Fail,
        Unknown // no answer: it may or may not have been accepted
    };
    // One step over /mfa/v1_1.
    Verdict authenticate(const QByteArray& clientKey, const QByteArray& person, const QByteArray& passcode);

private:
    void close();
    [[nodiscard]] bool receive(QByteArray& bytes) const;
    int m_socket = -1;
    QByteArray m_host;
    int m_messages = 0;
};

} // namespace holdfast::testing
