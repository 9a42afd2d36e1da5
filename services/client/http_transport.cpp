// SPDX-License-Identifier: Apache-2.0
#include "services/client/http_transport.h"

#include "services/client/http_call.h"

#include <QMetaMethod>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace holdfast::client {

namespace {

// Without a certificate authority each certificate raises an error, so that none slips past the comparison.
QSslConfiguration pinnedConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

bool isPinned(const QSslCertificate& certificate, const QByteArray& sha256)
{
    return !certificate.isNull() && certificate.digest(QCryptographicHash::Sha256) == sha256;
}

} // namespace

HttpTransport::HttpTransport(QObject* parent)
    : HttpTransport(Options {}, nullptr, parent)
{ }

HttpTransport::HttpTransport(Options options, QNetworkAccessManager* manager, QObject* parent)
    : QObject(parent)
    , m_options(options)
    , m_manager(manager != nullptr ? manager : new QNetworkAccessManager(this))
{
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a token goes nowhere else
    m_connectivity.setProbe([this] { probe(); });
}

HttpTransport::~HttpTransport()
{
    m_connectivity.disconnect();
    const auto calls = std::exchange(m_calls, {});
    for (const auto& [id, call] : calls) {
        call->end({contract::ErrorKind::Unavailable, QStringLiteral("cancelled"),
                   QStringLiteral("The program is closing.")});
        delete call;
    }
    delete m_probe;
}

void HttpTransport::setServer(const QUrl& base, const QByteArray& certificateSha256)
{
    const bool changed = base != m_base || certificateSha256 != m_certificateSha256;
    m_base = base;
    m_certificateSha256 = certificateSha256;
    if (!changed) {
        return;
    }
    m_manager->clearConnectionCache(); // an open connection was checked against the former certificate
    if (!certificateSha256.isEmpty()) {
        m_manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    delete m_probe;
    m_connectivity.retryNow();
}

Transport::Id HttpTransport::send(Request request, Done done)
{
    return run(std::move(request), nullptr, nullptr, std::move(done));
}

Transport::Id HttpTransport::download(Request request, std::shared_ptr<QIODevice> target, Progress progress,
                                      Done done)
{
    return run(std::move(request), std::move(target), std::move(progress), std::move(done));
}

Transport::Id HttpTransport::run(Request request, std::shared_ptr<QIODevice> target, Progress progress,
                                 Done done)
{
    const Id id = ++m_lastId;
    auto* call = new HttpCall(*this, id, std::move(request), std::move(target), std::move(progress),
                              std::move(done), m_options.readPatience);
    m_calls.emplace(id, call);
    call->start();
    return id;
}

void HttpTransport::cancel(Id id)
{
    const auto found = m_calls.find(id);
    if (found != m_calls.end()) {
        HttpCall* const call = found->second;
        m_calls.erase(found);
        call->cancel();
    }
}

void HttpTransport::ended(Id id)
{
    m_calls.erase(id);
}

void HttpTransport::setBearer(contract::Secret token)
{
    m_bearer = std::move(token);
    m_sessionLostTold = false;
}

QNetworkReply* HttpTransport::open(const Request& request)
{
    QUrl url = m_base;
    url.setPath((request.fromRoot ? QString() : QStringLiteral("/api/v1")) + request.path,
                QUrl::TolerantMode);
    if (!request.query.isEmpty()) {
        url.setQuery(request.query);
    }
    QNetworkRequest network(url);
    const auto timeout = m_options.timeoutLimit.count() > 0
        ? std::min(m_options.timeoutLimit, request.timeout)
        : request.timeout;
    network.setTransferTimeout(static_cast<int>(timeout.count()));
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("holdfast/" HOLDFAST_VERSION));
    if (!m_certificateSha256.isEmpty()) {
        network.setSslConfiguration(pinnedConfiguration());
    }
    if (!m_bearer.isEmpty()) {
        network.setRawHeader("Authorization", authorization());
    }
    if (!m_viewAs.isEmpty()) {
        network.setRawHeader("Holdfast-View-As", m_viewAs);
    }
    if (request.ifMatch) {
        network.setRawHeader("If-Match", '"' + QByteArray::number(*request.ifMatch) + '"');
    }
    if (!request.idempotencyKey.isEmpty()) {
        network.setRawHeader("Idempotency-Key", request.idempotencyKey);
    }
    const QByteArray body = request.body.reveal().toByteArray();
    if (!body.isEmpty()) {
        network.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    }
    QNetworkReply* const reply = m_manager->sendCustomRequest(network, request.method, body);
    guard(reply);
    return reply;
}

void HttpTransport::guard(QNetworkReply* reply)
{
    if (m_certificateSha256.isEmpty()) {
        return;
    }
    connect(reply, &QNetworkReply::sslErrors, reply,
            [reply, pin = m_certificateSha256](const QList<QSslError>& errors) {
                const bool pinned = std::all_of(errors.begin(), errors.end(), [&](const QSslError& error) {
                    return isPinned(error.certificate(), pin);
                });
                if (pinned && isPinned(reply->sslConfiguration().peerCertificate(), pin)) {
                    reply->ignoreSslErrors(errors);
                }
            });
    // Nothing has been sent at this point.
    connect(reply, &QNetworkReply::encrypted, reply, [reply, pin = m_certificateSha256] {
        if (!isPinned(reply->sslConfiguration().peerCertificate(), pin)) {
            reply->abort();
        }
    });
}

void HttpTransport::probe()
{
    delete m_probe;
    Request request;
    request.path = QStringLiteral("/health");
    request.fromRoot = true;
    request.timeout = std::chrono::milliseconds(5000);
    m_probe = open(request);
    m_probe->setParent(this);
    QNetworkReply* const reply = m_probe;
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
            m_connectivity.answered();
        } else {
            m_connectivity.lost(m_connectivity.reason());
        }
    });
}

QByteArray HttpTransport::authorization() const
{
    return m_bearer.isEmpty() ? QByteArray() : "Bearer " + m_bearer.reveal().toByteArray();
}

bool HttpTransport::hold(Id id)
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&HttpTransport::confirmationNeeded))) {
        return false;
    }
    m_held.push_back(id);
    if (m_held.size() == 1) {
        Q_EMIT confirmationNeeded();
    }
    return true;
}

void HttpTransport::confirmed()
{
    for (const Id id : std::exchange(m_held, {})) {
        if (const auto call = m_calls.find(id); call != m_calls.end()) {
            call->second->start();
        }
    }
}

void HttpTransport::confirmationRefused()
{
    for (const Id id : std::exchange(m_held, {})) {
        if (const auto call = m_calls.find(id); call != m_calls.end()) {
            call->second->giveUp();
        }
    }
}

// Another sign-in may have happened while the refused call was on its way.
void HttpTransport::unauthenticated(const QByteArray& sent)
{
    if (!sent.isEmpty() && sent == authorization() && !std::exchange(m_sessionLostTold, true)) {
        Q_EMIT sessionLost();
    }
}

} // namespace holdfast::client
