// SPDX-License-Identifier: Apache-2.0
#include "services/client/answer_json.h"

namespace holdfast::client {

contract::Error unreadableAnswer(const QString& why)
{
    contract::Error error {contract::ErrorKind::Internal, QStringLiteral("unreadable_answer"),
                           QStringLiteral("The service's answer could not be read.")};
    error.internal = why;
    return error;
}

std::optional<QString> optionalText(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<qint64> optionalNumber(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace holdfast::client
