// SPDX-License-Identifier: Apache-2.0
#include "services/http/connection.h"
#include "services/http/log.h"
#include "services/http/problem_response.h"
#include "services/http/unanswered.h"

#include <boost/asio/post.hpp>

namespace holdfast::http {

namespace {

// The storage's failures are mapped by the API; what arrives here is a fault of ours.
void run(const Route& route, Request request, const SharedResponder& responder)
{
    const QString id = request.id;
    try {
        route.handler(std::move(request), responder);
    } catch (const std::exception& failure) {
        qCWarning(httpLog) << "request" << id << "to" << route.path << "ended with" << typeName(failure);
        (*responder)(unanswered());
    } catch (...) {
        qCWarning(httpLog) << "request" << id << "to" << route.path << "ended with an unknown exception";
        (*responder)(unanswered());
    }
}

// Notices when a source drops its means to deliver: the reader would wait for ever.
struct Delivery
{
    std::function<void(std::optional<QByteArray>, bool)> deliver;
    std::atomic<bool> used {false};

    ~Delivery()
    {
        if (!used) {
            deliver(std::nullopt, true);
        }
    }
};

} // namespace

void Connection::execute()
{
    setState(State::Handling);
    Request request = std::move(m_admitted.request);
    request.body = m_parser.takeBody();
    request.remoteAddress = m_peerText;
    request.id = m_requestId;
    const quint64 serial = ++m_serial;
    auto responder = std::make_shared<Responder>([weak = weak_from_this(), serial](Response response) {
        if (const auto self = weak.lock()) {
            self->deliverAnswer(serial, std::move(response));
        }
    });
    const Route& route = *m_admitted.route;
    if (route.execution == Execution::Inline) {
        run(route, std::move(request), responder);
        return;
    }
    const bool queued =
        m_context->workers.submit([&route, request = std::move(request), responder]() mutable {
            run(route, std::move(request), responder);
        });
    if (!queued) {
        ++m_serial; // the responder, which ends here, has nothing to say any more
        Response response = problemResponse(
            503, QStringLiteral("busy"),
            QStringLiteral("Too many requests are waiting. Try again in a second."), m_requestId);
        response.headers.emplace_back("Retry-After", "1");
        answer(std::move(response));
    }
}

void Connection::refuse(const Refusal& refusal, bool close)
{
    if (m_requestId.isEmpty()) {
        m_requestId = m_io->nextRequestId();
    }
    m_close = m_close || close;
    Response response = problemResponse(refusal.status, refusal.code, refusal.detail, m_requestId);
    if (!refusal.allow.isEmpty()) {
        response.headers.emplace_back("Allow", refusal.allow);
    }
    answer(std::move(response));
}

void Connection::deliverAnswer(quint64 serial, Response response)
{
    if (m_io->context().get_executor().running_in_this_thread()) {
        if (serial == m_serial && m_state == State::Handling) {
            answer(std::move(response));
        }
        return;
    }
    boost::asio::post(m_io->context(),
                      [self = shared_from_this(), serial, response = std::move(response)]() mutable {
                          if (serial == self->m_serial && self->m_state == State::Handling) {
                              self->answer(std::move(response));
                          }
                      });
}

void Connection::answer(Response response)
{
    m_io->countRequest();
    if (isUnanswered(response)) {
        response = problemResponse(500, QStringLiteral("internal"),
                                   QStringLiteral("The service failed to answer. Its log names the request."),
                                   m_requestId);
    }
    m_close = m_close || m_io->finishing() || (response.stream && m_http10);
    m_output.begin(response,
                   {.date = m_io->date(),
                    .requestId = m_requestId,
                    .close = m_close,
                    .headOnly = m_admitted.headOnly,
                    .http10 = m_http10});
    if (response.stream && !m_admitted.headOnly) {
        m_stream = std::make_shared<ChunkSource>(std::move(response.stream));
        m_eventStream = response.contentType.startsWith("text/event-stream");
    }
    writeNext(m_stream ? Next::PullChunk : Next::EndAnswer);
}

void Connection::writeNext(Next next)
{
    m_next = next;
    setState(State::Writing, m_context->options.writeTimeout);
    write();
}

void Connection::write()
{
    if (!m_output.isEmpty()) {
        beginWrite(m_output.pieces());
        return;
    }
    switch (m_next) {
    case Next::ReadBody:
        setState(State::Body, m_context->options.bodyTimeout);
        process();
        return;
    case Next::PullChunk:
        pullChunk();
        return;
    case Next::EndAnswer:
        endAnswer();
        return;
    }
}

void Connection::onWritten(const Error& error, std::size_t size)
{
    if (m_state == State::Closed) {
        return;
    }
    if (error) {
        abort();
        return;
    }
    m_output.written(static_cast<qsizetype>(size));
    if (!m_output.isEmpty()) {
        setState(State::Writing, m_context->options.writeTimeout); // it moves: the time starts again
    }
    write();
}

bool Connection::endsWithServer() const
{
    return m_eventStream;
}

void Connection::pullChunk()
{
    setState(State::Streaming); // as long as it takes: a stream of events may be silent for hours
    if (m_io->finishing() && endsWithServer()) {
        takeChunk(std::nullopt);
        return;
    }
    readMore(); // notices when the reader goes away
    const quint64 serial = ++m_serial;
    const auto delivery = std::make_shared<Delivery>();
    delivery->deliver = [weak = weak_from_this(), serial](std::optional<QByteArray> chunk, bool failed) {
        if (const auto self = weak.lock()) {
            self->deliverChunk(serial, std::move(chunk), failed);
        }
    };
    const auto ask = [source = m_stream, delivery] {
        try {
            (*source)([delivery](std::optional<QByteArray> chunk) {
                if (!delivery->used.exchange(true)) {
                    delivery->deliver(std::move(chunk), false);
                }
            });
        } catch (const std::exception& failure) {
            qCWarning(httpLog) << "a stream was cut by" << typeName(failure);
            if (!delivery->used.exchange(true)) {
                delivery->deliver(std::nullopt, true);
            }
        }
    };
    if (m_admitted.route->execution == Execution::Worker) {
        m_context->workers.resume(ask);
    } else {
        ask();
    }
}

void Connection::deliverChunk(quint64 serial, std::optional<QByteArray> chunk, bool failed)
{
    // Always posted: a source that delivers at once must not recurse.
    boost::asio::post(m_io->context(),
                      [self = shared_from_this(), serial, chunk = std::move(chunk), failed]() mutable {
                          if (serial != self->m_serial || self->m_state != State::Streaming) {
                              return;
                          }
                          if (failed) {
                              self->abort();
                          } else {
                              self->takeChunk(std::move(chunk));
                          }
                      });
}

void Connection::takeChunk(std::optional<QByteArray> chunk)
{
    if (!chunk) {
        m_output.lastChunk();
        writeNext(Next::EndAnswer);
    } else if (chunk->isEmpty()) {
        pullChunk(); // an empty chunk would end the body
    } else {
        m_output.chunk(std::move(*chunk));
        writeNext(Next::PullChunk);
    }
}

} // namespace holdfast::http
