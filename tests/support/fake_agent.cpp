// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_agent.h"

#include "services/offline/request_signature.h"

#include <QJsonDocument>

namespace holdfast::testing {

using namespace Qt::StringLiterals;

namespace {

QString targetOf(const QString& path)
{
    return u"/agent/v1"_s + path;
}

} // namespace

FakeAgent::FakeAgent(ApiFixture& service)
    : m_service(service)
    , m_signing(offline::makeSigningKey())
    , m_agreement(offline::makeAgreementKey())
{ }

void FakeAgent::enrol(const QString& name, const QString& domain)
{
    const ApiAnswer code = m_service.post(u"/enrolment-codes"_s, {{u"domain"_s, domain}});
    const ApiAnswer enrolled = enrolWith(code.text("code"), name);
    if (enrolled.status != 201) {
        qFatal("fake agent: %d %s", enrolled.status, enrolled.body.constData());
    }
}

ApiAnswer FakeAgent::enrolWith(const QString& code, const QString& name)
{
    const QJsonObject body {{u"code"_s, code},
                            {u"name"_s, name},
                            {u"signingKey"_s, QString::fromLatin1(m_signing.publicKey.toBase64())},
                            {u"agreementKey"_s, QString::fromLatin1(m_agreement.publicKey.toBase64())},
                            {u"keyProtection"_s, u"file"_s},
                            {u"system"_s, u"Debian 12"_s},
                            {u"agentVersion"_s, u"0.1"_s}};
    const ApiAnswer answer =
        m_service.call("POST", targetOf(u"/enrolments"_s), QJsonDocument(body).toJson(), {});
    if (answer.status == 201) {
        m_id = answer.text("workstationId").toLongLong();
        m_serviceAgreementKey = QByteArray::fromBase64(answer.text("agreementKey").toLatin1());
        m_serviceSigningKey = QByteArray::fromBase64(answer.text("signingKey").toLatin1());
    }
    return answer;
}

QByteArray FakeAgent::authorization(const QString& path, const QByteArray& body) const
{
    return offline::authorizationOf(m_id, m_signing.privateKey, "POST", targetOf(path).toLatin1(),
                                    m_service.clock.now() + clockOffset, body);
}

ApiAnswer FakeAgent::send(const QString& path, const QByteArray& body, const QByteArray& authorization)
{
    return m_service.call("POST", targetOf(path), body, {}, {{QByteArray("Authorization"), authorization}});
}

ApiAnswer FakeAgent::post(const QString& path, const QJsonObject& body)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return send(path, text, authorization(path, text));
}

ApiAnswer FakeAgent::logOn(const QString& userName, const QByteArray& passcode)
{
    return post(u"/logons"_s, {{u"userName"_s, userName}, {u"passcode"_s, QString::fromLatin1(passcode)}});
}

ApiAnswer FakeAgent::goOn(const ApiAnswer& before, const char* field, const QByteArray& value)
{
    return post(
        u"/logons"_s,
        {{u"attemptId"_s, before.text("attemptId")}, {QLatin1String(field), QString::fromLatin1(value)}});
}

} // namespace holdfast::testing
