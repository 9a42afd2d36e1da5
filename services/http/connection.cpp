// SPDX-License-Identifier: Apache-2.0
#include "services/http/connection.h"

namespace holdfast::http {

namespace {

constexpr qsizetype firstBuffer = 4 * 1024;
constexpr qsizetype bodyBuffer = 16 * 1024;
constexpr qint64 largeBody = 64 * 1024;
constexpr Milliseconds lingerTimeout {2000};

} // namespace

Connection::Connection(std::shared_ptr<IoThread> io, std::shared_ptr<ConnectionContext> context,
                       QByteArray peer)
    : m_io(std::move(io))
    , m_context(std::move(context))
    , m_peer(std::move(peer))
    , m_peerText(QString::fromLatin1(m_peer))
{ }

Connection::~Connection()
{
    m_context->limiter.release(m_peer);
}

void Connection::start()
{
    if (m_io->finishing()) {
        return; // the socket closes with this
    }
    m_io->add(shared_from_this());
    setState(State::Handshake, m_context->options.headerTimeout);
    beginHandshake();
}

void Connection::setState(State state, std::optional<Milliseconds> timeout)
{
    m_state = state;
    m_deadline = timeout ? std::chrono::steady_clock::now() + *timeout : SteadyTime::max();
}

void Connection::checkDeadline(SteadyTime now)
{
    if (now < m_deadline) {
        return;
    }
    const bool begun = m_state == State::Body || (m_state == State::Head && m_end > m_begin);
    if (!begun) {
        abort();
        return;
    }
    refuse({.status = 408,
            .code = QStringLiteral("request_timeout"),
            .detail = QStringLiteral("The request did not arrive in time.")},
           true);
}

void Connection::finish()
{
    const bool waiting = m_state == State::Handshake || m_state == State::Idle || m_state == State::Head
        || m_state == State::Closed;
    if (waiting) {
        abort();
    } else if (m_state == State::Streaming && endsWithServer()) {
        takeChunk(std::nullopt);
    }
}

void Connection::abort()
{
    if (m_state == State::Closed) {
        return;
    }
    setState(State::Closed);
    ++m_serial;
    closeSocket();
    m_stream.reset();
    m_io->remove(*this);
}

void Connection::onHandshake(const Error& error)
{
    if (m_state == State::Closed) {
        return;
    }
    if (error) {
        abort();
        return;
    }
    m_state = State::Head; // the deadline of the handshake holds for the first head as well
    readMore();
}

QByteArrayView Connection::unread() const
{
    return QByteArrayView(m_buffer.constData() + m_begin, m_end - m_begin);
}

void Connection::readMore()
{
    if (m_reading) {
        return;
    }
    if (m_begin == m_end || m_state == State::Lingering) {
        m_begin = m_end = 0;
    } else if (m_begin > 0 && m_end == m_buffer.size()) {
        std::copy(m_buffer.constData() + m_begin, m_buffer.constData() + m_end, m_buffer.data());
        m_end -= std::exchange(m_begin, 0);
    }
    qsizetype wanted = firstBuffer;
    if (m_state == State::Body || m_state == State::Lingering) {
        wanted = bodyBuffer;
    } else if (m_end == m_buffer.size()) {
        wanted = std::max(firstBuffer, m_buffer.size() * 2);
    }
    if (m_state == State::Streaming && m_end == m_buffer.size() && m_end > 0) {
        return; // pipelined requests fill the buffer: they wait
    }
    if (m_buffer.size() < wanted) {
        m_buffer.resize(wanted);
    }
    m_reading = true;
    beginRead(m_buffer.data() + m_end, static_cast<std::size_t>(m_buffer.size() - m_end));
}

void Connection::onRead(const Error& error, std::size_t size)
{
    m_reading = false;
    switch (m_state) {
    case State::Closed:
        return;
    case State::Handshake:
    case State::Idle:
    case State::Head:
    case State::Body:
        if (error) {
            abort();
            return;
        }
        m_end += static_cast<qsizetype>(size);
        process();
        return;
    case State::Lingering:
        if (error) {
            abort();
            return;
        }
        readMore();
        return;
    case State::Handling:
    case State::Writing:
    case State::Streaming:
        if (error && m_stream) {
            abort(); // the reader of a stream went away
        } else if (!error && !m_close) {
            m_end += static_cast<qsizetype>(size);
            if (m_state == State::Streaming) {
                readMore();
            }
        }
        return;
    }
}

void Connection::process()
{
    for (bool goOn = true; goOn;) {
        if (m_state == State::Idle || m_state == State::Head) {
            goOn = processHead();
        } else if (m_state == State::Body) {
            goOn = processBody();
        } else {
            goOn = false;
        }
    }
}

bool Connection::processHead()
{
    // An empty line before a request is forgiven (RFC 9112, 2.2).
    while (m_scanner.size() == 0 && unread().startsWith("\r\n")) {
        m_begin += 2;
    }
    if (m_begin == m_end || (m_scanner.size() == 0 && unread() == "\r")) {
        readMore();
        return false;
    }
    if (m_state == State::Idle) {
        setState(State::Head, m_context->options.headerTimeout);
    }
    const auto limit = static_cast<qsizetype>(m_context->options.maxHeader);
    const HeaderScanner::Verdict verdict = m_scanner.scan(unread());
    if (m_scanner.size() > limit
        || (verdict == HeaderScanner::Verdict::NeedMore && m_scanner.size() == limit)) {
        refuse({.status = 431,
                .code = QStringLiteral("header_too_large"),
                .detail = QStringLiteral("The head of the request is larger than %1 bytes.").arg(limit)},
               true);
        return false;
    }
    if (verdict == HeaderScanner::Verdict::Malformed) {
        refuse({.status = 400,
                .code = QStringLiteral("malformed_request"),
                .detail = QStringLiteral("The head of the request is malformed.")},
               true);
        return false;
    }
    if (verdict == HeaderScanner::Verdict::NeedMore) {
        readMore();
        return false;
    }
    const QByteArrayView head = unread().first(m_scanner.size());
    m_begin += head.size();
    m_scanner.reset();
    takeHead(head);
    return true;
}

void Connection::takeHead(QByteArrayView bytes)
{
    m_requestId = m_io->nextRequestId();
    if (const auto refusal = m_parser.readHead(bytes)) {
        refuse(*refusal, true);
        return;
    }
    RequestHead& head = m_parser.head();
    m_close = !head.keepAlive || head.http10;
    m_http10 = head.http10;
    const bool hasBody = head.hasBody();
    m_admitted.headOnly = head.method == "HEAD"; // also when it is refused
    auto admission = admit(head, m_context->hosts, m_context->router);
    if (const auto* const refusal = std::get_if<Refusal>(&admission)) {
        refuse(*refusal, hasBody); // a body that nobody reads ends the connection
        return;
    }
    m_admitted = std::move(std::get<Admitted>(admission));
    if (!hasBody) {
        execute();
        return;
    }
    if (!takesBody(head)) {
        refuse({.status = 503,
                .code = QStringLiteral("busy"),
                .detail = QStringLiteral("Too many large requests are under way. Try again in a moment.")},
               true);
        return;
    }
    m_parser.limitBody(m_admitted.route->maxBody);
    setState(State::Body, m_context->options.bodyTimeout);
    if (!head.expect.isNull() && !head.http10 && m_begin == m_end) {
        m_output.interim("HTTP/1.1 100 Continue\r\n\r\n");
        m_next = Next::ReadBody;
        setState(State::Writing, m_context->options.writeTimeout);
        write();
    }
}

// A body of unknown length may become as large as the route allows.
bool Connection::takesBody(const RequestHead& head)
{
    const qint64 size = head.contentLength > 0 ? head.contentLength : m_admitted.route->maxBody;
    if (size > largeBody) {
        m_largeBody = m_context->largeBodies.take(size);
        return m_largeBody.has_value();
    }
    return true;
}

bool Connection::processBody()
{
    if (m_begin == m_end) {
        readMore();
        return false;
    }
    const RequestParser::BodyStep step = m_parser.readBody(unread());
    m_begin += step.consumed;
    if (step.step == RequestParser::Step::Refused) {
        refuse(step.refusal, true);
        return false;
    }
    if (step.step == RequestParser::Step::Done) {
        execute();
        return false;
    }
    if (m_end - m_begin >= m_context->options.maxHeader) {
        refuse({.status = 400,
                .code = QStringLiteral("malformed_request"),
                .detail = QStringLiteral("A chunk's head is too long.")},
               true);
        return false;
    }
    readMore();
    return false;
}

void Connection::onShutdown()
{
    if (m_state == State::Closed) {
        return;
    }
    if (!canLinger()) {
        abort();
        return;
    }
    readMore();
}

void Connection::endAnswer()
{
    m_stream.reset();
    m_admitted = {};
    m_largeBody.reset();
    m_requestId.clear();
    if (m_close || m_io->finishing()) {
        setState(State::Lingering, lingerTimeout);
        beginShutdown();
        return;
    }
    m_parser.reset();
    setState(State::Idle, m_context->options.idleTimeout);
    process();
}

} // namespace holdfast::http
