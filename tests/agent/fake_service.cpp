// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/fake_service.h"

#include "services/contract/json.h"
#include "services/offline/request_signature.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSslServer>

namespace holdfast::testing {

FakeService::FakeService(SetMaker& maker, QTcpServer* server)
    : agreement(offline::makeAgreementKey())
    , m_maker(maker)
    , m_server(server != nullptr ? server : new QTcpServer)
{
    m_server->setParent(this);
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
    m_server->listen(QHostAddress::LocalHost);
}

QUrl FakeService::url() const
{
    QUrl url;
    url.setScheme(qobject_cast<QSslServer*>(m_server) != nullptr ? QStringLiteral("https")
                                                                 : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    return url;
}

void FakeService::goAway()
{
    m_server->close();
    for (QTcpSocket* socket : m_incoming.keys()) {
        socket->abort();
    }
}

void FakeService::answer(const QByteArray& target, const QJsonObject& body, int status)
{
    m_script[target].append({status, body});
}

void FakeService::refuse(const QByteArray& target, int status, const char* code, const QString& detail,
                         const QJsonArray& fields)
{
    answer(target,
           {{QStringLiteral("status"), status},
            {QStringLiteral("code"), QString::fromLatin1(code)},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("fields"), fields}},
           status);
}

void FakeService::acceptLogon(const QString& ticket)
{
    contract::AgentLogonAnswer success;
    success.outcome = contract::AgentOutcome::Success;
    success.userId = QStringLiteral("7");
    success.userName = QStringLiteral("anna");
    success.ticket = ticket;
    answer("/agent/v1/logons", contract::toJson(success));
}

void FakeService::giveSet()
{
    const contract::AgentSet set {
        m_maker.built.header.setId, QString::fromLatin1(m_maker.built.bytes.toBase64()),
        QString::fromLatin1(offline::wrapKeys(agreementKey, m_maker.built.keys).toBase64())};
    answer("/agent/v1/offline-sets", contract::toJson(set));
}

void FakeService::answerContact(const contract::AgentContactAnswer& contactAnswer)
{
    answer("/agent/v1/contacts", contract::toJson(contactAnswer));
}

QList<FakeService::Asked> FakeService::askedOf(const QByteArray& target) const
{
    QList<Asked> found;
    std::copy_if(asked.begin(), asked.end(), std::back_inserter(found),
                 [&](const Asked& one) { return one.target == target; });
    return found;
}

void FakeService::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        m_incoming.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_incoming.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0) {
            read(socket);
        }
    }
}

void FakeService::read(QTcpSocket* socket)
{
    QByteArray& incoming = m_incoming[socket];
    incoming += socket->readAll();
    const qsizetype end = incoming.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    qsizetype length = 0;
    for (const QByteArray& line : incoming.left(end).split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            length = line.mid(15).trimmed().toLongLong();
        }
    }
    if (incoming.size() >= end + 4 + length) {
        const QByteArray whole = std::exchange(incoming, {});
        serve(socket, whole.left(end), whole.mid(end + 4, length));
    }
}

// As the service's gatekeeper looks at it.
std::optional<contract::Timestamp> FakeService::signedAt(const QByteArray& method, const QByteArray& target,
                                                         const QByteArray& authorization,
                                                         const QByteArray& body)
{
    const auto signature = offline::readAuthorization(authorization);
    if (!signature || signature->workstationId != QByteArray(workstationId).toLongLong()) {
        return std::nullopt;
    }
    const QByteArray text = offline::signedText(method, target, signature->time, signature->nonce, body);
    const bool again = m_nonces.contains(signature->nonce);
    if (again || !offline::isSignedBy(signingKey, text, signature->signature)) {
        return std::nullopt;
    }
    m_nonces.insert(signature->nonce);
    return signature->time;
}

void FakeService::serve(QTcpSocket* socket, const QByteArray& head, const QByteArray& body)
{
    const QList<QByteArray> words = head.left(head.indexOf("\r\n")).split(' ');
    Asked one {words.value(1), QJsonDocument::fromJson(body).object()};
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith("host:")) {
            one.host = line.mid(5).trimmed();
        }
        if (line.toLower().startsWith("authorization:")) {
            const auto at = signedAt(words.value(0), one.target, line.mid(14).trimmed(), body);
            one.isSigned = at.has_value();
            one.signedAt = at ? contract::toMilliseconds(*at) : 0;
        }
    }
    asked.append(one);
    switch (moods.value(one.target, mood)) {
    case Mood::Mute:
        return;
    case Mood::HangsUp:
        socket->abort();
        return;
    case Mood::Portal:
        send(socket, 200, "<html>Accept our terms</html>", "text/html");
        return;
    case Mood::Other:
        send(socket, 200, R"({"status":"ok","service":"another"})", "application/json");
        return;
    case Mood::Busy:
        send(socket, 503, R"({"status":503,"code":"too_many_connections"})", "application/problem+json");
        return;
    case Mood::Well:
        break;
    }
    if (one.target == "/agent/v1/time") {
        const contract::AgentTime told {QStringLiteral("holdfast"), time};
        send(socket, 200, QJsonDocument(contract::toJson(told)).toJson(), "application/json");
        return;
    }
    if (!one.isSigned && one.target != "/agent/v1/enrolments") {
        send(socket, 401, R"({"status":401,"code":"workstation_not_authenticated","detail":"Not signed."})",
             "application/problem+json");
        return;
    }
    Scripted next {
        503, {{QStringLiteral("code"), QStringLiteral("not_scripted")}, {QStringLiteral("status"), 503}}};
    if (QList<Scripted>& script = m_script[one.target]; !script.isEmpty()) {
        next = script.takeFirst();
    } else if (one.target == "/agent/v1/enrolments") {
        next = {201, enrolled(one.body)};
    }
    send(socket, next.status, QJsonDocument(next.body).toJson(QJsonDocument::Compact), "application/json");
}

QJsonObject FakeService::enrolled(const QJsonObject& body)
{
    signingKey = QByteArray::fromBase64(body.value(QLatin1String("signingKey")).toString().toLatin1());
    agreementKey = QByteArray::fromBase64(body.value(QLatin1String("agreementKey")).toString().toLatin1());
    return contract::toJson(contract::AgentEnrolled {
        QString::fromLatin1(workstationId), body.value(QLatin1String("name")).toString(),
        QStringLiteral("/Sales"), QString::fromLatin1(m_maker.service.publicKey.toBase64()),
        QString::fromLatin1(agreement.publicKey.toBase64()), time});
}

void FakeService::send(QTcpSocket* socket, int status, const QByteArray& body, const QByteArray& type)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(time), Qt::UTC);
    socket->write("HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type + "\r\nDate: "
                  + QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1()
                  + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace holdfast::testing
