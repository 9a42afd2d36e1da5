// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/transport.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

// A service made of canned answers: "GET /users" -> what to say. Requests are kept to be looked at.
class FakeTransport final : public holdfast::client::Transport
{
public:
    using Request = holdfast::client::Request;
    using Answer = holdfast::contract::Result<holdfast::client::Answer>;
    using Handler = std::function<Answer(const Request&)>;

    void on(const QString& methodAndPath, Handler handler)
    {
        m_handlers.insert(methodAndPath, std::move(handler));
    }
    void on(const QString& methodAndPath, const QJsonObject& body)
    {
        on(methodAndPath, [body](const Request&) { return json(body); });
    }
    void fail(const QString& methodAndPath, holdfast::contract::ErrorKind kind, const QString& code)
    {
        on(methodAndPath, [kind, code](const Request&) -> Answer {
            return holdfast::contract::failure(kind, code, QStringLiteral("The service says no."));
        });
    }
    static Answer json(const QJsonObject& body)
    {
        holdfast::client::Answer answer;
        answer.status = 200;
        answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return answer;
    }
    [[nodiscard]] QList<Request> requests(const QString& methodAndPath) const
    {
        QList<Request> found;
        for (const Request& request : m_requests) {
            if (nameOf(request) == methodAndPath) {
                found << request;
            }
        }
        return found;
    }
    [[nodiscard]] QJsonObject lastBody(const QString& methodAndPath) const
    {
        const auto found = requests(methodAndPath);
        return found.isEmpty() ? QJsonObject()
                               : QJsonDocument::fromJson(found.last().body.reveal().toByteArray()).object();
    }

    QFuture<Answer> send(Request request) override
    {
        m_requests << request;
        const auto handler = m_handlers.constFind(nameOf(request));
        if (handler == m_handlers.constEnd()) {
            const Answer missing = holdfast::contract::failure(holdfast::contract::ErrorKind::NotFound,
                                                               QStringLiteral("not_found"), nameOf(request));
            return QtFuture::makeReadyFuture(missing);
        }
        return QtFuture::makeReadyFuture((*handler)(request));
    }
    QFuture<Answer> download(Request request, std::shared_ptr<QIODevice>, holdfast::client::Progress) override
    {
        return send(std::move(request));
    }
    void setBearer(holdfast::contract::Secret) override { }

private:
    static QString nameOf(const Request& request)
    {
        return QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    }
    QHash<QString, Handler> m_handlers;
    QList<Request> m_requests;
};
