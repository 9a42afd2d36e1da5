// SPDX-License-Identifier: Apache-2.0
#include "services/http/host_policy.h"
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::test;

// A page whose name was made to point at a loopback address still sends its own name.
class HostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.options.publicNames = {QStringLiteral("auth.example.com")};
        QVERIFY(m_server.start());
    }

    void onlyOwnHostsAreServed_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        const QByteArray port = ":" + QByteArray::number(m_server.port);
        QTest::newRow("localhost") << QByteArray("localhost") << 200;
        QTest::newRow("with the port") << "localhost" + port << 200;
        QTest::newRow("in capitals") << "LocalHost" + port << 200;
        QTest::newRow("address") << "127.0.0.1" + port << 200;
        QTest::newRow("IPv6 address") << "[::1]" + port << 200;
        QTest::newRow("public name") << QByteArray("auth.example.com") << 200;
        QTest::newRow("other port") << QByteArray("localhost:1") << 421;
        QTest::newRow("other name") << "evil.example" + port << 421;
        QTest::newRow("own name within another") << QByteArray("localhost.evil.example") << 421;
        QTest::newRow("other address") << "127.0.0.2" + port << 421;
        QTest::newRow("user before it") << QByteArray("localhost@evil.example") << 421;
        QTest::newRow("two names") << QByteArray("localhost, evil.example") << 421;
        QTest::newRow("empty") << QByteArray() << 421;
    }
    void onlyOwnHostsAreServed()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        RawClient client(m_server.port);
        client.send("GET /hello HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        if (status == 421) {
            QCOMPARE(answer.problemCode(), QStringLiteral("host_not_served"));
        }
    }

    void theAuthorityOfAnAbsoluteTargetCountsAsWell()
    {
        RawClient client(m_server.port);
        client.send("GET http://evil.example/hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer().status, 421);
    }

    void onlyOwnOriginsAreServed_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<int>("status");
        const QByteArray port = ":" + QByteArray::number(m_server.port);
        QTest::newRow("own") << "http://localhost" + port << 200;
        QTest::newRow("own behind a proxy") << QByteArray("https://auth.example.com") << 200;
        QTest::newRow("own without its port") << QByteArray("http://localhost") << 403;
        QTest::newRow("other scheme") << "https://localhost" + port << 403;
        QTest::newRow("other") << QByteArray("http://evil.example") << 403;
        QTest::newRow("null") << QByteArray("null") << 403;
        QTest::newRow("empty") << QByteArray("") << 403;
    }
    void onlyOwnOriginsAreServed()
    {
        QFETCH(QByteArray, origin);
        QFETCH(int, status);
        RawClient client(m_server.port);
        client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin + "\r\n\r\n");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        if (status == 403) {
            QCOMPARE(answer.problemCode(), QStringLiteral("origin_refused"));
        }
    }

    void aWildcardStandsForOneLabel()
    {
        const http::HostPolicy policy(
            {.own = {QStringLiteral("*.example.com"), QStringLiteral("192.0.2.7")}, .publicNames = {}}, 8443,
            true);
        QVERIFY(policy.serves("a.example.com"));
        QVERIFY(policy.serves("A.example.com:8443"));
        QVERIFY(policy.serves("192.0.2.7:8443"));
        QVERIFY(!policy.serves("a.b.example.com"));
        QVERIFY(!policy.serves(".example.com"));
        QVERIFY(!policy.serves("example.com"));
        QVERIFY(!policy.serves("a.example.com:443"));
        QVERIFY(!policy.serves("localhost"));
        QVERIFY(policy.isOwnOrigin("https://a.example.com:8443"));
        QVERIFY(!policy.isOwnOrigin("http://a.example.com:8443"));
    }

private:
    TestServer m_server;
};

QTEST_GUILESS_MAIN(HostsTest)
#include "tst_hosts.moc"
