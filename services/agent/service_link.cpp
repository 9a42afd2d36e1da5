// SPDX-License-Identifier: Apache-2.0
#include "services/agent/service_link.h"

#include "services/agent/http_date.h"
#include "services/contract/json.h"
#include "services/contract/problem.h"
#include "services/offline/request_signature.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QTimer>

#include <thread>

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

constexpr qsizetype largestAnswer = 17 * 1024 * 1024; // a set of 8 MiB, as Base64 in JSON

contract::Error outOfReach(QNetworkReply::NetworkError error)
{
    contract::Error told {ErrorKind::Unavailable, QStringLiteral("out_of_reach"),
                          QStringLiteral("The service does not answer.")};
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        told.code = QStringLiteral("connection_refused");
        break;
    case QNetworkReply::RemoteHostClosedError:
        told.code = QStringLiteral("connection_lost");
        break;
    case QNetworkReply::SslHandshakeFailedError:
        told.code = QStringLiteral("certificate_refused");
        told.detail = QStringLiteral("What answers shows a certificate that is not the service's.");
        break;
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        told.code = QStringLiteral("timed_out");
        told.detail = QStringLiteral("The service did not answer in time.");
        break;
    default:
        break;
    }
    return told;
}

contract::Unexpected notTheService()
{
    return failure(
        ErrorKind::Unavailable, QStringLiteral("not_the_service"),
        QStringLiteral("Something else answers in the service's place, such as a network that asks to "
                       "sign in first."));
}

} // namespace

struct ServiceLink::Reply
{
    int status = 0; // 0: none
    QByteArray type {};
    QByteArray body {};
    std::optional<contract::Timestamp> date {};
    contract::Error error {};

    [[nodiscard]] bool isJson() const
    {
        return type.startsWith("application/json") || type.startsWith("application/problem+json");
    }
};

Result<QUrl> ServiceLink::checkedUrl(const QString& service)
{
    QUrl url(service, QUrl::StrictMode);
    const QHostAddress address(url.host());
    const bool loopback = url.host() == QLatin1String("localhost") || address.isLoopback();
    const bool plain = url.scheme() == QLatin1String("http") && loopback;
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != QLatin1String("https") && !plain)
        || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()
        || (url.path() != QLatin1String("/") && !url.path().isEmpty())) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("service_url_invalid"),
                       QStringLiteral("The service is an https URL without a path, such as "
                                      "https://holdfast.example.com:8443."));
    }
    url.setPath(QString());
    return url;
}

ServiceLink::ServiceLink(QUrl service, QByteArray authorities, const contract::Clock& clock)
    : m_service(std::move(service))
    , m_authorities(std::move(authorities))
    , m_clock(clock)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void ServiceLink::signAs(const Identity& identity, Milliseconds clockOffset)
{
    m_workstationId = identity.workstationId.toLongLong();
    m_privateKey = identity.signing.privateKey;
    m_clockOffset = clockOffset;
}

ServiceLink::Reply ServiceLink::call(const QByteArray& method, const QString& path, const QByteArray& body,
                                     std::chrono::steady_clock::time_point until)
{
    QUrl url = m_service;
    url.setPath(path);
    QNetworkRequest request;
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("holdfast-agent/" HOLDFAST_VERSION));
    if (!m_address.isNull()) {
        request.setRawHeader("Host", url.authority(QUrl::FullyEncoded).toLatin1());
        request.setPeerVerifyName(m_service.host(QUrl::FullyEncoded));
        url.setHost(m_address.toString());
    }
    request.setUrl(url);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_authorities.isEmpty()) {
        tls.setCaCertificates(QSslCertificate::fromData(m_authorities));
    }
    request.setSslConfiguration(tls);
    if (!body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    }
    if (m_workstationId != 0 && method == "POST") {
        request.setRawHeader("Authorization",
                             offline::authorizationOf(m_workstationId, m_privateKey, method, path.toLatin1(),
                                                      m_clock.now() + m_clockOffset, body));
    }

    const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    bool tooLarge = false;
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received, qint64) {
        if (received > largestAnswer && !tooLarge) {
            tooLarge = true;
            reply->abort();
        }
    });
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&reply] { reply->abort(); });
    deadline.start(std::max(left, std::chrono::milliseconds(1)));
    if (!reply->isFinished()) {
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }

    Reply answer;
    if (tooLarge) {
        answer.error = {ErrorKind::Internal, QStringLiteral("answer_too_large"),
                        QStringLiteral("The service's answer is larger than it may be.")};
        return answer;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool success = status >= 200 && status < 300;
    if (status == 0 || (success && reply->error() != QNetworkReply::NoError)
        || reply->error() == QNetworkReply::OperationCanceledError) {
        answer.error = outOfReach(reply->error());
        answer.error.internal = reply->errorString();
        return answer;
    }
    answer.status = status;
    answer.type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    answer.body = reply->readAll();
    answer.date = fromHttpDate(reply->rawHeader("Date"));
    return answer;
}

// The service's clock, where it refused the request for ours.
std::optional<contract::Timestamp> ServiceLink::timeToldBy(const Reply& reply)
{
    const contract::Error error = reply.status == 401 && reply.isJson()
        ? contract::fromProblem(reply.status, reply.body)
        : contract::Error {};
    if (error.code != QLatin1String("clock_differs")) {
        return std::nullopt;
    }
    for (const contract::FieldError& field : error.fields) {
        if (const auto time = contract::fromRfc3339(field.message);
            time && field.path == QLatin1String("serverTime")) {
            return *time;
        }
    }
    return reply.date;
}

Result<QJsonObject> ServiceLink::post(const QString& path, const QJsonObject& body, Milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    Reply reply = call("POST", path, text, until);
    if (const auto time = timeToldBy(reply)) {
        // Our clock is wrong, or was put right: once by the service's.
        m_clockOffset = *time - m_clock.now();
        reply = call("POST", path, text, until);
    }
    text.fill('\0');
    if (reply.status == 0) {
        return contract::Unexpected(reply.error);
    }
    if (!reply.isJson()) {
        return notTheService();
    }
    m_serverTime = reply.date;
    if (reply.status < 200 || reply.status >= 300) {
        return contract::Unexpected(contract::fromProblem(reply.status, reply.body));
    }
    auto object = contract::parseObject(reply.body);
    reply.body.fill('\0');
    return object;
}

// TLS tells that the name is the service's, the answer that nobody else answers for that name.
Result<void> ServiceLink::isService(Milliseconds patience)
{
    const Reply reply =
        call("GET", QStringLiteral("/agent/v1/time"), {}, std::chrono::steady_clock::now() + patience);
    if (reply.status == 0) {
        return contract::Unexpected(reply.error);
    }
    if (reply.status >= 500 && reply.isJson()) {
        // Ours or not: nobody who could decide.
        return failure(ErrorKind::Unavailable, QStringLiteral("out_of_reach"),
                       QStringLiteral("The service cannot answer now."));
    }
    const auto told = reply.status == 200 && reply.isJson()
        ? contract::parseObject(reply.body).and_then([](const QJsonObject& object) {
              return contract::fromJson<contract::AgentTime>(object, contract::UnknownFields::Ignore);
          })
        : Result<contract::AgentTime>(notTheService());
    if (!told || told->service != QLatin1String("holdfast")) {
        return notTheService();
    }
    return {};
}

namespace {

template <class T>
Result<T> readAnswer(const Result<QJsonObject>& answer)
{
    if (!answer) {
        return contract::Unexpected(answer.error());
    }
    auto value = contract::fromJson<T>(*answer, contract::UnknownFields::Ignore);
    if (!value) {
        return failure(ErrorKind::Internal, QStringLiteral("answer_malformed"),
                       QStringLiteral("The service's answer is not understood; the agent may be too old."));
    }
    return value;
}

} // namespace

Result<contract::AgentEnrolled> ServiceLink::enrol(const contract::AgentEnrolment& enrolment,
                                                   Milliseconds patience)
{
    return readAnswer<contract::AgentEnrolled>(
        post(QStringLiteral("/agent/v1/enrolments"), contract::toJson(enrolment), patience));
}

Result<contract::AgentLogonAnswer> ServiceLink::logon(const contract::AgentLogon& logon,
                                                      Milliseconds patience)
{
    return readAnswer<contract::AgentLogonAnswer>(
        post(QStringLiteral("/agent/v1/logons"), contract::toJson(logon), patience));
}

Result<contract::AgentSet> ServiceLink::fetchSet(const contract::AgentSetRequest& request,
                                                 Milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    contract::AgentSetRequest asked = request;
    asked.localTime = m_clock.now();
    // The service makes a few at a time: whoever finds it busy comes again, not all at the same moment.
    auto pause = Milliseconds(500);
    for (;;) {
        const auto left = std::chrono::duration_cast<Milliseconds>(until - std::chrono::steady_clock::now());
        auto answer = readAnswer<contract::AgentSet>(
            post(QStringLiteral("/agent/v1/offline-sets"), contract::toJson(asked), left));
        pause += Milliseconds(QRandomGenerator::system()->bounded(500));
        const bool again =
            !answer && isBusy(answer.error()) && std::chrono::steady_clock::now() + pause < until;
        if (!again) {
            return answer;
        }
        std::this_thread::sleep_for(pause);
    }
}

Result<contract::AgentContactAnswer> ServiceLink::contact(const contract::AgentContact& contact,
                                                          Milliseconds patience)
{
    return readAnswer<contract::AgentContactAnswer>(
        post(QStringLiteral("/agent/v1/contacts"), contract::toJson(contact), patience));
}

bool fellAway(const contract::Error& error)
{
    return error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Internal;
}

bool isBusy(const contract::Error& error)
{
    return error.code == QLatin1String("offline_busy");
}

bool isRevocation(const contract::Error& error)
{
    return error.code == QLatin1String("workstation_revoked");
}

Reachability reachService(ServiceLink& link, const QUrl& service, std::chrono::milliseconds patience,
                          const Resolver& resolver)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    Reachability found = findService(service, patience, resolver);
    if (found.reach != Reach::Online) {
        return found;
    }
    link.setAddress(found.address);
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    const auto asked = link.isService(left);
    if (!asked) {
        found.reach = Reach::HalfOnline;
        found.cause = asked.error().code == QLatin1String("timed_out") ? QStringLiteral("no_answer")
                                                                       : asked.error().code;
    }
    return found;
}

} // namespace holdfast::agent
