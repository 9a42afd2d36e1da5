// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/consume.h"
#include "services/client/http_transport.h"
#include "services/security/certificate.h"
#include "tests/client/script_server.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using client::HttpTransport;
using testing::ScriptServer;

namespace {

security::Certificate newCertificate()
{
    return security::selfSigned({QStringLiteral("localhost"), QStringLiteral("127.0.0.1")},
                                std::chrono::hours(1));
}

QSslServer* serverWith(const security::Certificate& certificate)
{
    auto* server = new QSslServer;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate.certificatePem));
    configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace

class PinnedCertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_certificate = newCertificate(); }

    void exactlyThePinnedCertificateIsAccepted()
    {
        ScriptServer server(serverWith(m_certificate));
        server.answer(200, R"({"status":"ok","version":"1"})");
        server.answer(200, R"({"status":"ok","version":"1"})");
        HttpTransport transport({.readPatience = 0ms}, nullptr);
        transport.setServer(server.url(), m_certificate.sha256);
        QCOMPARE(ask(transport), QStringLiteral("ok"));
        QCOMPARE(ask(transport), QStringLiteral("ok")); // over the open connection as well
    }

    void anotherCertificateIsRefusedAndNothingIsSentToIt()
    {
        ScriptServer server(serverWith(newCertificate()));
        server.answer(200, R"({"status":"ok","version":"1"})");
        HttpTransport transport({.readPatience = 0ms}, nullptr);
        transport.setServer(server.url(), m_certificate.sha256);
        transport.setBearer(contract::Secret(QStringLiteral("s3cret")));
        QCOMPARE(ask(transport), QStringLiteral("certificate_refused"));
        QCOMPARE(server.count(), 0);
        QCOMPARE(transport.connectivity().reason(), QStringLiteral("certificate_refused"));
    }

    void withoutAPinTheSystemDecides()
    {
        ScriptServer server(serverWith(m_certificate)); // signed by itself
        server.answer(200, R"({"status":"ok","version":"1"})");
        HttpTransport transport({.readPatience = 0ms}, nullptr);
        transport.setServer(server.url());
        QCOMPARE(ask(transport), QStringLiteral("certificate_refused"));
        QCOMPARE(server.count(), 0);
    }

    void aNewPinDoesNotRideOnAnOldConnection()
    {
        ScriptServer server(serverWith(m_certificate));
        server.answer(200, R"({"status":"ok","version":"1"})");
        server.answer(200, R"({"status":"ok","version":"1"})");
        HttpTransport transport({.readPatience = 0ms}, nullptr);
        transport.setServer(server.url(), m_certificate.sha256);
        QCOMPARE(ask(transport), QStringLiteral("ok"));
        transport.setServer(server.url(), newCertificate().sha256);
        QCOMPARE(ask(transport), QStringLiteral("certificate_refused"));
        QCOMPARE(server.count(), 1);
    }

private:
    // The status, or the code of what went wrong.
    static QString ask(HttpTransport& transport)
    {
        client::ApiClient api(transport);
        QObject receiver;
        QString said;
        client::consume(api.health(), &receiver, [&said](const contract::Result<client::Health>& health) {
            said = health ? health->status : health.error().code;
        });
        [&] {
            QTRY_VERIFY(!said.isEmpty());
        }();
        return said;
    }

    security::Certificate m_certificate;
};

QTEST_GUILESS_MAIN(PinnedCertificateTest)
#include "tst_pinned_certificate.moc"
