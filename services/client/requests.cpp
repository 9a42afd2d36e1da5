// SPDX-License-Identifier: Apache-2.0
#include "services/client/requests.h"

#include <QUrl>

namespace holdfast::client {

QString pathOf(const char* collection)
{
    return QString::fromLatin1(collection);
}

QString pathOf(const char* collection, const QString& id, const char* action)
{
    return QLatin1String(collection) + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id))
        + QLatin1String(action);
}

Request getRequest(QString path, const ListQuery& query)
{
    Request request;
    request.path = std::move(path);
    request.query = query.toUrlQuery();
    return request;
}

Request postRequest(QString path, contract::Secret body, QByteArray idempotencyKey)
{
    Request request;
    request.method = "POST";
    request.path = std::move(path);
    request.body = std::move(body);
    request.idempotencyKey = std::move(idempotencyKey);
    return request;
}

Request changeRequest(const char* method, QString path, std::optional<qint64> version, contract::Secret body)
{
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.ifMatch = version;
    request.body = std::move(body);
    return request;
}

QFuture<contract::Result<std::monostate>> askNothing(Transport& transport, QObject* owner, Request request)
{
    return begin<std::monostate>(transport, owner, std::move(request), [](Answer&&) {
        return contract::Result<std::monostate>(std::monostate {});
    });
}

} // namespace holdfast::client
