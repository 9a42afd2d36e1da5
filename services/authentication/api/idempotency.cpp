// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/idempotency.h"

#include "services/authentication/api/idempotency_key.h"
#include "services/authentication/api/routes.h"

#include <QJsonDocument>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;

namespace {

// What is kept (sealed): the answer, and the session that may see its secrets again.
QByteArray envelopeOf(const Call& call, const http::Response& response)
{
    QJsonObject headers;
    for (const auto& [name, value] : response.headers) {
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    }
    return QJsonDocument(QJsonObject {{QStringLiteral("session"), QString::number(call.caller().sessionId)},
                                      {QStringLiteral("headers"), headers},
                                      {QStringLiteral("type"), QString::fromLatin1(response.contentType)},
                                      {QStringLiteral("body"), QString::fromUtf8(response.body)}})
        .toJson(QJsonDocument::Compact);
}

http::Response responseOf(int status, const QJsonObject& envelope)
{
    http::Response response;
    response.status = status;
    response.contentType = envelope.value(QStringLiteral("type")).toString().toLatin1();
    response.body = envelope.value(QStringLiteral("body")).toString().toUtf8();
    const QJsonObject headers = envelope.value(QStringLiteral("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        response.headers.append({it.key().toLatin1(), it.value().toString().toLatin1()});
    }
    response.headers.append({QByteArray("Idempotency-Replayed"), QByteArray("true")});
    return response;
}

Result<http::Response> replay(const Call& call, const QString& route, const IdempotentAnswer& kept)
{
    if (!kept.sameBody || kept.route != route) {
        return idempotencyMismatch();
    }
    const QJsonObject envelope =
        QJsonDocument::fromJson(QByteArray(kept.answer.reveal().data(), kept.answer.size())).object();
    const bool sameSession =
        envelope.value(QStringLiteral("session")).toString() == QString::number(call.caller().sessionId);
    const bool gone = call.now() - kept.createdAt >= secretsReplayed;
    if (kept.holdsSecret && (!sameSession || gone || envelope.isEmpty())) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("already_issued"),
                                 QStringLiteral("This was done already; its secret is not shown again."));
    }
    return responseOf(kept.status, envelope);
}

} // namespace

Result<QString> idempotencyKeyOf(const http::Request& request)
{
    const QByteArray key = request.header("idempotency-key");
    const bool printable = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.size() > 255 || !printable) {
        return contract::invalidField(
            QStringLiteral("Idempotency-Key"), QStringLiteral("invalid_key"),
            QStringLiteral("Idempotency-Key must be 1 to 255 printable characters."));
    }
    return QString::fromLatin1(key);
}

contract::Unexpected idempotencyMismatch()
{
    return contract::failure(
        ErrorKind::Conflict, QStringLiteral("idempotency_mismatch"),
        QStringLiteral("This Idempotency-Key was used for a different request: choose a new one."));
}

// The writer runs one transaction after the other: of two requests with one key the second finds the answer.
Result<http::Response> Routes::once(Call& call, const TransactionHandler& handler)
{
    const Result<QString> key = idempotencyKeyOf(call.request());
    if (!key) {
        return contract::Unexpected(key.error());
    }
    auto answer = call.write([&](storage::Connection& connection) -> Result<http::Response> {
        if (key->isEmpty()) {
            return handler(call, connection);
        }
        const security::KeyRing& keys = call.context().keys;
        const QString actor = call.caller().actorKey();
        const QString route = QStringLiteral("POST ") + call.request().path;
        const QByteArray& body = call.request().body;
        if (const auto kept = idempotency::find(connection, keys, actor, *key, body)) {
            if (call.now() - kept->createdAt <= idempotencyKeysKept) {
                return replay(call, route, *kept);
            }
        }
        idempotency::expire(connection, call.now() - secretsReplayed, call.now() - idempotencyKeysKept);
        Result<http::Response> response = handler(call, connection);
        if (response) {
            IdempotentAnswer kept;
            kept.route = route;
            kept.status = response->status;
            kept.answer = contract::Secret(QByteArrayView(envelopeOf(call, *response)));
            kept.holdsSecret = call.operation().secret;
            kept.createdAt = call.now();
            idempotency::keep(connection, keys, actor, *key, body, kept);
        }
        return response;
    });
    if (answer && call.operation().committed) {
        call.operation().committed(call.context());
    }
    return answer;
}

} // namespace holdfast::authentication
