// SPDX-License-Identifier: Apache-2.0
#include "tests/system/caller.h"

#include <QJsonArray>

namespace holdfast::testing {

QString GatewayClient::authenticate(const QString& person, const QString& passcode, const QString& method)
{
    return call(QStringLiteral("initialize"),
                {{QStringLiteral("clientId"), QStringLiteral("gateway")},
                 {QStringLiteral("subjectName"), person},
                 {QStringLiteral("context"),
                  QJsonObject {{QStringLiteral("messageId"), QStringLiteral("m%1").arg(++m_messages)}}}},
                method, passcode);
}

QString GatewayClient::answer(const QString& method, const QString& value)
{
    const QJsonObject context = m_last.value(QLatin1String("context")).toObject();
    return call(
        QStringLiteral("verify"),
        {{QStringLiteral("context"),
          QJsonObject {{QStringLiteral("authnAttemptId"), context.value(QLatin1String("authnAttemptId"))},
                       {QStringLiteral("inResponseTo"), context.value(QLatin1String("messageId"))},
                       {QStringLiteral("messageId"), QStringLiteral("m%1").arg(++m_messages)}}}},
        method, value);
}

QString GatewayClient::call(const QString& what, QJsonObject body, const QString& method,
                            const QString& value)
{
    const QJsonObject input {{QStringLiteral("name"), method}, {QStringLiteral("value"), value}};
    body.insert(QStringLiteral("subjectCredentials"),
                QJsonArray {QJsonObject {{QStringLiteral("methodId"), method},
                                         {QStringLiteral("collectedInputs"), QJsonArray {input}}}});
    m_last = httpCall("POST", m_server.resolved(QUrl(QStringLiteral("/mfa/v1_1/authn/") + what)), body,
                      {{"client-key", m_key}})
                 .json;
    return m_last.value(QLatin1String("attemptResponseCode")).toString();
}

} // namespace holdfast::testing
