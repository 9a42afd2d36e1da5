// SPDX-License-Identifier: Apache-2.0
#include "tests/http/certificate.h"
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"
#include "tests/http/tls_client.h"

#include <QTest>

#include <openssl/ssl.h>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificate = makeCertificate("DNS:vault.example.com,IP:127.0.0.1");
        m_server.options.certificatePem = m_certificate.certificatePem;
        m_server.options.keyPem = m_certificate.keyPem;
        m_server.options.headerTimeout = 300ms;
        http::Route big = route(http::Method::Get, QStringLiteral("/big"), http::Execution::Inline,
                                [](const http::Request&) { return text(QByteArray(3'000'000, 'x')); });
        m_server.router.add(std::move(big));
        QVERIFY(m_server.start());
    }

    void currentVersionsAreSpoken_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("1.2") << TLS1_2_VERSION << QByteArray("TLSv1.2");
        QTest::newRow("1.3") << TLS1_3_VERSION << QByteArray("TLSv1.3");
    }
    void currentVersionsAreSpoken()
    {
        QFETCH(int, version);
        QFETCH(QByteArray, name);
        TlsClient client(m_server.port, m_certificate.certificatePem, version, version);
        QVERIFY(client.isTrusted());
        QCOMPARE(client.version(), name);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(client.request("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n").endsWith("hello"));
        }
        QVERIFY(client.request("GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n").size() > 3'000'000);
        QVERIFY(client.request("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")
                    .endsWith("abc"));
    }

    void oldVersionsAreRefused()
    {
        QVERIFY(!TlsClient(m_server.port, m_certificate.certificatePem, TLS1_VERSION, TLS1_1_VERSION)
                     .isTrusted());
    }

    void anotherCertificateIsNotTrusted()
    {
        QVERIFY(!TlsClient(m_server.port, makeCertificate("IP:127.0.0.1").certificatePem).isTrusted());
    }

    void plainHttpGetsNothingFromATlsPort()
    {
        RawClient client(m_server.port);
        client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(client.isClosed());
    }

    void aHandshakeThatNeverEndsIsCutOff()
    {
        RawClient client(m_server.port);
        client.send(QByteArrayView("\x16\x03\x01\x02", 4));
        QVERIFY(client.isClosed(2000ms));
    }

    void aForeignKeyIsRefused()
    {
        TestServer server;
        server.options.certificatePem = m_certificate.certificatePem;
        server.options.keyPem = makeCertificate("DNS:localhost").keyPem;
        QCOMPARE(codeOf(server), QStringLiteral("certificate_invalid"));
        server.options.keyPem = "no key";
        QCOMPARE(codeOf(server), QStringLiteral("certificate_invalid"));
        server.options.certificatePem = "no certificate";
        QCOMPARE(codeOf(server), QStringLiteral("certificate_invalid"));
    }

    void anAddressThatOthersReachNeedsTls()
    {
        TestServer server;
        server.options.address = QStringLiteral("0.0.0.0");
        QCOMPARE(codeOf(server), QStringLiteral("address_needs_tls"));
        server.options.address = QStringLiteral("example.com");
        QCOMPARE(codeOf(server), QStringLiteral("address_invalid"));
        server.options.address = QStringLiteral("127.0.0.1");
        server.options.port = m_server.port;
        QCOMPARE(codeOf(server), QStringLiteral("address_in_use"));
    }

    void namesOfTheCertificateAreServedBeyondLoopback()
    {
        TestServer server;
        server.options = m_server.options;
        server.options.address = QStringLiteral("0.0.0.0");
        QVERIFY(server.start());
        TlsClient client(server.port, m_certificate.certificatePem);
        QVERIFY(client.isTrusted());
        QVERIFY(client.request("GET /hello HTTP/1.1\r\nHost: vault.example.com\r\n\r\n").endsWith("hello"));
        QVERIFY(client.request("GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").endsWith("hello"));
        QVERIFY(client.request("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n").startsWith("HTTP/1.1 421"));
    }

private:
    static QString codeOf(TestServer& server)
    {
        server.server.emplace(server.options, server.router);
        const auto started = server.server->start();
        return started ? QString() : started.error().code;
    }
    Certificate m_certificate;
    TestServer m_server;
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
