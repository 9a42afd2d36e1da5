// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace holdfast::http {

enum class Method
{
    Get,
    Post,
    Put,
    Patch,
    Delete
};

// A request that has been read whole and bounded. A value: it may be moved to another thread.
struct Request
{
    Method method = Method::Get;
    QString path; // percent-decoded, without the query
    QHash<QString, QString> pathParameters; // of the route's template, decoded
    // In order, decoded as forms are: %XX and, for a space, +. A client writes %2B for a plus sign.
    QList<std::pair<QString, QString>> query;
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;
    QString remoteAddress; // numeric, without port
    QString id; // random, for the log and for problems

    // Empty when absent. `name` in lower case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] std::optional<QString> parameter(QStringView name) const;
};

// Delivers one chunk of a streamed body; nullopt ends it.
using DeliverChunk = std::function<void(std::optional<QByteArray>)>;
// Asked for the next chunk only after the last has been written, so that a slow reader costs no memory. May
// deliver at once or later, from any thread. Destroyed when the reader goes away. Called on a worker for a
// route that runs on workers, on the I/O thread for an inline one. If it throws, the connection is cut, so
// that the reader does not take half a body for the whole. A stream of text/event-stream is ended when the
// server stops; any other is written to its end (within the grace).
using ChunkSource = std::function<void(DeliverChunk)>;

struct Response
{
    int status = 200;
    QByteArray contentType; // empty when there is no body
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    ChunkSource stream; // instead of body: sent chunked
};

// Answers one request, once, from any thread. One that is destroyed without an answer answers 500.
class Responder
{
public:
    using Send = std::function<void(Response)>;
    explicit Responder(Send send)
        : m_send(std::move(send))
    { }
    Responder(Responder&& other) noexcept
        : m_send(std::exchange(other.m_send, nullptr))
    { }
    Responder& operator=(Responder&&) = delete;
    ~Responder();
    // The first answer counts; further ones are dropped.
    void operator()(Response response);
    [[nodiscard]] bool answered() const { return !m_send; }

private:
    Send m_send;
};

// Handlers are kept in std::function, which wants copyable captures: share a Responder to carry it on.
using SharedResponder = std::shared_ptr<Responder>;

} // namespace holdfast::http
