// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/process.h"

namespace holdfast::testing {

// A program that asks the service over /mfa/v1_1 whether a passcode is right, such as a VPN gateway.
class GatewayClient
{
public:
    GatewayClient(const QUrl& server, const QByteArray& key)
        : m_server(server)
        , m_key(key)
    { }
    // One step. The answer's attemptResponseCode.
    QString authenticate(const QString& person, const QString& passcode,
                         const QString& method = QStringLiteral("SECURID"));
    // Answers the challenge of the last call, such as SECURID_NEWPIN.
    QString answer(const QString& method, const QString& value);
    [[nodiscard]] const QJsonObject& last() const { return m_last; }

private:
    QString call(const QString& what, QJsonObject body, const QString& method, const QString& value);
    QUrl m_server;
    QByteArray m_key;
    QJsonObject m_last;
    int m_messages = 0;
};

} // namespace holdfast::testing
