// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QIODevice>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace holdfast::client {

// One request below /api/v1 (or, with `fromRoot`, below the server's root). The body is never logged.
struct Request
{
    QByteArray method = "GET";
    QString path; // "/users/7/unlock"; already percent-encoded
    QUrlQuery query;
    contract::Secret body;
    QByteArray contentType = "application/json";
    std::optional<qint64> ifMatch; // version of what is changed
    QByteArray idempotencyKey; // same for every repetition of one request
    bool fromRoot = false;
    std::chrono::milliseconds timeout {30000}; // without a byte in either direction
};

struct Answer
{
    int status = 0;
    QByteArray body;
    QByteArray etag;
};

// Told from time to time; total is -1 while unknown.
using Progress = std::function<void(qint64 received, qint64 total)>;

// The seam to the network. Every request ends once: with an answer (of status 2xx), with an error, or
// cancelled.
class Transport
{
public:
    using Id = quint64; // never 0
    // Called once, from the event loop (or from the transport's destructor), never before send() has
    // returned.
    using Done = std::function<void(contract::Result<Answer>)>;

    virtual ~Transport() = default;
    virtual Id send(Request request, Done done) = 0;
    // Writes the body into `target` (open; shared, so that it outlives the request) as it comes in; the
    // answer's body is empty.
    virtual Id download(Request request, std::shared_ptr<QIODevice> target, Progress progress, Done done) = 0;
    // `done` is not called any more. An id that has ended is ignored.
    virtual void cancel(Id id) = 0;
    // For the calls that follow; an empty one signs out.
    virtual void setBearer(contract::Secret token) = 0;
    // For the calls that follow: as a holder of another role would be answered ("helpDesk %2FSales"); empty:
    // as whoever is signed in.
    virtual void setViewAs(const QByteArray& role) { Q_UNUSED(role); }
    // Where the service is; empty: nowhere in particular.
    [[nodiscard]] virtual QUrl server() const { return {}; }
};

} // namespace holdfast::client
