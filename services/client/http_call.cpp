// SPDX-License-Identifier: Apache-2.0
#include "services/client/http_call.h"

#include "services/client/http_transport.h"
#include "services/client/network_error.h"
#include "services/contract/problem.h"

namespace holdfast::client {

namespace {
constexpr int mostTries = 3;
constexpr qint64 streamBuffer = 1024 * 1024; // a slow disk holds the sender back
constexpr qsizetype largestBody = 256 * 1024 * 1024;

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}
} // namespace

HttpCall::HttpCall(HttpTransport& transport, Transport::Id id, Request request,
                   std::shared_ptr<QIODevice> target, Progress progress, Transport::Done done,
                   std::chrono::milliseconds patience)
    : QObject(&transport)
    , m_transport(transport)
    , m_id(id)
    , m_request(std::move(request))
    , m_target(std::move(target))
    , m_progress(std::move(progress))
    , m_done(std::move(done))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { report(contract::Unexpected(m_lastError)); });
    connect(&transport.connectivity(), &Connectivity::restored, this, [this] {
        if (m_waiting) {
            start();
        }
    });
}

HttpCall::~HttpCall()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void HttpCall::start()
{
    m_waiting = false;
    m_patience.stop();
    ++m_tries;
    m_body.clear();
    m_reply = m_transport.open(m_request);
    m_reply->setParent(this);
    if (m_target) {
        m_reply->setReadBufferSize(streamBuffer);
    }
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finished);
}

void HttpCall::cancel()
{
    m_done = nullptr;
    deleteLater();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void HttpCall::end(contract::Error error)
{
    if (const auto done = std::exchange(m_done, nullptr)) {
        done(contract::Unexpected(std::move(error)));
    }
}

void HttpCall::readBody()
{
    const QByteArray bytes = m_reply->readAll();
    if (!m_target || !isSuccess(statusOf(*m_reply))) {
        m_body += bytes;
        if (m_body.size() > largestBody) {
            m_writeFailed = true;
            m_reply->abort();
        }
        return;
    }
    if (m_target->write(bytes) != bytes.size()) {
        m_writeFailed = true;
        m_reply->abort();
        return;
    }
    m_received += bytes.size();
    if (m_progress) {
        bool known = false;
        const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(&known);
        m_progress(m_received, known ? length : -1);
    }
}

void HttpCall::finished()
{
    if (m_reply->isOpen() && m_reply->bytesAvailable() > 0 && !m_writeFailed) {
        readBody();
    }
    QNetworkReply* const reply = m_reply;
    m_reply = nullptr;
    reply->deleteLater();
    const int status = statusOf(*reply);
    if (m_writeFailed) {
        report(contract::failure(contract::ErrorKind::Internal, QStringLiteral("file_not_written"),
                                 QStringLiteral("The file could not be written.")));
        return;
    }
    const bool broken = reply->error() != QNetworkReply::NoError && (status == 0 || isSuccess(status));
    if (broken) {
        const contract::Error error = networkError(*reply);
        m_transport.connectivity().lost(error.code);
        waitForReturn(error);
        return;
    }
    m_transport.connectivity().answered();
    if (isSuccess(status)) {
        report(Answer {status, m_body, reply->rawHeader("ETag")});
        return;
    }
    if (status == 401) {
        m_transport.unauthenticated(reply->request().rawHeader("Authorization"));
    }
    const contract::Error error = contract::fromProblem(status, m_body);
    if (error.code == QLatin1String("reauthentication_required") && !std::exchange(m_wasHeld, true)) {
        m_lastError = error;
        if (m_transport.hold(m_id)) {
            return;
        }
    }
    report(contract::Unexpected(error));
}

void HttpCall::giveUp()
{
    report(contract::Unexpected(m_lastError));
}

bool HttpCall::maySendAgain() const
{
    const bool repeatable = m_request.method == "GET" || !m_request.idempotencyKey.isEmpty();
    return repeatable && m_tries < mostTries && m_received == 0
        && m_patience.intervalAsDuration().count() > 0;
}

void HttpCall::waitForReturn(const contract::Error& error)
{
    if (!maySendAgain()) {
        report(contract::Unexpected(error));
        return;
    }
    m_lastError = error;
    m_waiting = true;
    m_patience.start();
}

void HttpCall::report(contract::Result<Answer> result)
{
    m_transport.ended(m_id);
    deleteLater();
    if (const auto done = std::exchange(m_done, nullptr)) {
        done(std::move(result));
    }
}

} // namespace holdfast::client
