// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/transport.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

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

    Id send(Request request, Done done) override
    {
        m_requests << request;
        const auto handler = m_handlers.constFind(nameOf(request));
        const Answer answer = handler != m_handlers.constEnd()
            ? (*handler)(request)
            : Answer(holdfast::contract::failure(holdfast::contract::ErrorKind::NotFound,
                                                 QStringLiteral("not_found"), nameOf(request)));
        const Id id = ++m_lastId;
        m_waiting.insert(id, std::move(done));
        QTimer::singleShot(0, &m_context, [this, id, answer] {
            if (const Done waiting = m_waiting.take(id)) {
                waiting(answer);
            }
        });
        return id;
    }
    Id download(Request request, std::shared_ptr<QIODevice>, holdfast::client::Progress, Done done) override
    {
        return send(std::move(request), std::move(done));
    }
    void cancel(Id id) override { m_waiting.remove(id); }
    void setBearer(holdfast::contract::Secret) override { }

private:
    static QString nameOf(const Request& request)
    {
        return QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    }
    QHash<QString, Handler> m_handlers;
    QList<Request> m_requests;
    QHash<Id, Done> m_waiting;
    QObject m_context;
    Id m_lastId = 0;
};
