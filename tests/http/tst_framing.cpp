// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::test;

// What two readers could frame in two ways is refused, and the connection with it.
class FramingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void brokenFramingIsRefusedAndEndsTheConnection_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /echo HTTP/1.1\r\nHost: localhost\r\n";
        const QByteArray get = "GET /hello HTTP/1.1\r\nHost: localhost\r\n";
        QTest::newRow("length and chunked")
            << post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("chunked and length")
            << post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("two lengths") << post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd" << 400;
        QTest::newRow("two equal lengths")
            << post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc" << 400;
        QTest::newRow("list of lengths") << post + "Content-Length: 3, 3\r\n\r\nabc" << 400;
        QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("signed length") << post + "Content-Length: +3\r\n\r\nabc" << 400;
        QTest::newRow("length in words") << post + "Content-Length: three\r\n\r\nabc" << 400;
        QTest::newRow("length beyond any number") << post + "Content-Length: 99999999999999999999999\r\n\r\n"
                                                  << 400;
        QTest::newRow("other coding") << post + "Transfer-Encoding: gzip\r\n\r\n" << 400;
        QTest::newRow("coding before chunked") << post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
                                               << 400;
        QTest::newRow("coding after chunked") << post + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"
                                              << 400;
        QTest::newRow("coding given twice")
            << post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("chunked in HTTP/1.0") << QByteArray(
            "POST /echo HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                             << 400;
        QTest::newRow("chunk size not hexadecimal")
            << post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("negative chunk size")
            << post + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("chunk longer than its size")
            << post + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("a chunk's head without an end")
            << post + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(20 * 1024, 'a')
            << 400;
        QTest::newRow("chunk size beyond any number")
            << post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\nabc\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("no host") << QByteArray("GET /hello HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << get + "Host: localhost\r\n\r\n" << 400;
        QTest::newRow("two authorizations") << get + "Authorization: a\r\nAuthorization: b\r\n\r\n" << 400;
        QTest::newRow("folded line") << get + "X-Long: a\r\n b\r\n\r\n" << 400;
        QTest::newRow("bare line feeds") << QByteArray("GET /hello HTTP/1.1\nHost: localhost\n\n") << 400;
        QTest::newRow("bare carriage return") << get + "X-A: a\rX-B: b\r\n\r\n" << 400;
        QTest::newRow("NUL in a value") << get + QByteArray("X-A: a\0b\r\n\r\n", 12) << 400;
        QTest::newRow("escape in a value") << get + "X-A: \x1b[31m\r\n\r\n" << 400;
        QTest::newRow("blank before the colon") << get + "X-A : a\r\n\r\n" << 400;
        QTest::newRow("field without a colon") << get + "nonsense\r\n\r\n" << 400;
        QTest::newRow("blank in the target")
            << QByteArray("GET /he llo HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
        QTest::newRow("no version") << QByteArray("GET /hello\r\nHost: localhost\r\n\r\n") << 400;
        QTest::newRow("words") << QByteArray("hello server, how are you?\r\n\r\n") << 400;
        QTest::newRow("TLS to a plain port")
            << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) << 400;
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
        QTest::newRow("overlong target")
            << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
            << 414;
        QTest::newRow("overlong field") << get + "X-A: " + QByteArray(20'000, 'a') + "\r\n\r\n" << 431;
        QTest::newRow("too many fields") << get + QByteArray("X-A: a\r\n").repeated(101) + "\r\n" << 431;
        QTest::newRow("head without an end") << QByteArray(20'000, 'G') << 431;
    }
    void brokenFramingIsRefusedAndEndsTheConnection()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawClient client(m_server.port);
        client.send(request);
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        QVERIFY2(!answer.problemCode().isEmpty(), answer.body.constData());
        QCOMPARE(answer.header("connection"), QByteArray("close"));
        client.shutdownSending();
        QVERIFY(client.isClosed());
        QCOMPARE(RawClient(m_server.port).get("/hello").body, QByteArray("hello")); // it is still there
    }

    void soundRequestsAreReadHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        const QByteArray post = "POST /echo HTTP/1.1\r\nHost: localhost\r\n";
        QTest::newRow("length") << post + "Content-Length: 5\r\n\r\nabcde" << QByteArray("abcde");
        QTest::newRow("no body") << post + "\r\n" << QByteArray();
        QTest::newRow("empty body") << post + "Content-Length: 0\r\n\r\n" << QByteArray();
        QTest::newRow("chunks") << post
                + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3;x=\"y\"\r\ncde\r\n0\r\n\r\n"
                                << QByteArray("abcde");
        QTest::newRow("trailers") << post
                + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\nHost: elsewhere\r\nX-Sum: 1\r\n\r\n"
                                  << QByteArray("abcde");
        QTest::newRow("empty line before") << "\r\n" + post + "Content-Length: 1\r\n\r\na" << QByteArray("a");
        QTest::newRow("absolute target") << QByteArray(
            "POST http://localhost/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\na")
                                         << QByteArray("a");
    }
    void soundRequestsAreReadHoweverTheyAreCut()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        RawClient client(m_server.port);
        client.send(request);
        QCOMPARE(client.answer().body, body);
        for (const char byte : request) { // and again, byte by byte, on the same connection
            client.send(QByteArrayView(&byte, 1));
        }
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, body);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_server.port);
        QByteArray requests;
        for (int i = 0; i < 100; ++i) {
            requests += "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n"
                + QByteArray::number(100 + i);
        }
        client.send(requests);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(client.answer().body, QByteArray::number(100 + i));
        }
    }

    void whatIsSmuggledBehindARefusedBodyIsNotRead()
    {
        RawClient client(m_server.port);
        client.send("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n"
                    "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer().status, 404);
        QCOMPARE(client.answer().status, 0);
    }

private:
    TestServer m_server;
};

QTEST_GUILESS_MAIN(FramingTest)
#include "tst_framing.moc"
