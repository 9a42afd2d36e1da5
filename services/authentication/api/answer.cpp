// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/answer.h"

#include <QJsonDocument>

namespace holdfast::authentication {

http::Response jsonResponse(int status, const QJsonObject& body)
{
    http::Response response;
    response.status = status;
    response.contentType = "application/json";
    response.headers.append({QByteArray("Cache-Control"), QByteArray("no-store")});
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

QJsonObject pageSchema(const QJsonObject& itemSchema)
{
    const auto typed = [](const char* type, const char* description) {
        return QJsonObject {{QStringLiteral("type"), QString::fromLatin1(type)},
                            {QStringLiteral("description"), QString::fromLatin1(description)}};
    };
    const QJsonObject items {{QStringLiteral("type"), QStringLiteral("array")},
                             {QStringLiteral("items"), itemSchema}};
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("required"), QJsonArray {QStringLiteral("items")}},
            {QStringLiteral("properties"),
             QJsonObject {
                 {QStringLiteral("items"), items},
                 {QStringLiteral("next"), typed("string", "For `after`; absent: nothing follows.")},
                 {QStringLiteral("previous"), typed("string", "For `before`; absent: nothing comes before.")},
                 {QStringLiteral("total"), typed("integer", "Rows that match, where asked for.")},
                 {QStringLiteral("offset"), typed("integer", "With `at`: rows before the first item.")}}}};
}

} // namespace holdfast::authentication
