// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"
#include "tests/support/sanitizer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::test;
using holdfast::testing::allowance;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

// Of this process, which is server and client in one.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').at(1).toLongLong() * ::sysconf(_SC_PAGESIZE)
        : -1;
}

} // namespace

// Somebody attacks; everybody else is served, and the process stays small.
class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rlimit files {};
        ::getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
        ::setrlimit(RLIMIT_NOFILE, &files);
        m_server = std::make_unique<TestServer>();
        m_server->options.maxConnectionsPerAddress = 2048;
        m_server->router.add(route(http::Method::Get, QStringLiteral("/endless"), http::Execution::Worker,
                                   [](const http::Request&) {
                                       http::Response response;
                                       response.contentType = "text/csv";
                                       response.stream = [](const http::DeliverChunk& deliver) {
                                           deliver(QByteArray(256 * 1024, 'x'));
                                       };
                                       return response;
                                   }));
        http::Route upload =
            route(http::Method::Post, QStringLiteral("/upload"), http::Execution::Worker,
                  [](const http::Request& request) { return text(QByteArray::number(request.body.size())); });
        upload.maxBody = 16 * mebibyte;
        m_server->router.add(std::move(upload));
    }
    void cleanup() { m_server.reset(); }

    void aBodyOf300MegabytesIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("small route") << QByteArray("/echo");
        QTest::newRow("large route") << QByteArray("/upload");
        QTest::newRow("no route") << QByteArray("/nowhere");
    }
    void aBodyOf300MegabytesIsRefusedAtOnce()
    {
        QFETCH(QByteArray, path);
        QVERIFY(m_server->start());
        const qint64 before = residentBytes();
        RawClient client(m_server->port);
        client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 314572800\r\n\r\n");
        const RawAnswer answer = client.answer(1000ms); // with no byte of it sent
        QCOMPARE(answer.status, path == "/nowhere" ? 404 : 413);
        const QByteArray part(mebibyte, 'x');
        for (int i = 0; i < 300 && client.send(part); ++i) { // and if it is sent all the same
            if (i % 50 == 0) {
                othersAreServed();
            }
        }
        QVERIFY2(residentBytes() - before < allowance * 8 * mebibyte,
                 qPrintable(QString::number(residentBytes() - before)));
    }

    void aBodyOf300MegabytesInChunksIsRefusedAtTheLimit_data() { aBodyOf300MegabytesIsRefusedAtOnce_data(); }
    void aBodyOf300MegabytesInChunksIsRefusedAtTheLimit()
    {
        QFETCH(QByteArray, path);
        QVERIFY(m_server->start());
        const qint64 before = residentBytes();
        RawClient client(m_server->port);
        client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray part = "100000\r\n" + QByteArray(mebibyte, 'x') + "\r\n";
        int sent = 0;
        qint64 most = 0;
        while (sent < 300 && client.send(part)) {
            most = std::max(most, residentBytes() - before);
            if (++sent % 50 == 0) {
                othersAreServed();
            }
        }
        QCOMPARE(client.answer(1000ms).status, path == "/nowhere" ? 404 : 413);
        // 16 MiB that the large route may have, doubled while it grows.
        QVERIFY2(most < allowance * 48 * mebibyte, qPrintable(QString::number(most)));
    }

    void largeBodiesShareABudget()
    {
        m_server->options.maxLargeBodies = 20 * mebibyte;
        QVERIFY(m_server->start());
        const QByteArray head = "POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12582912\r\n\r\n";
        const QByteArray body(12 * mebibyte, 'x');
        RawClient first(m_server->port);
        first.send(head);
        othersAreServed();
        RawClient second(m_server->port);
        second.send(head);
        const RawAnswer refused = second.answer(1000ms);
        QCOMPARE(refused.status, 503);
        QVERIFY(refused.body.contains("\"busy\""));
        first.send(body);
        QCOMPARE(first.answer(5000ms).status, 200);
        first.send(head + body); // what the first held was given back
        QCOMPARE(first.answer(5000ms).status, 200);
        {
            RawClient third(m_server->port); // goes away half-way
            third.send(head);
            othersAreServed();
        }
        int status = 503;
        for (int i = 0; i < 100 && status == 503; ++i) {
            RawClient again(m_server->port);
            again.send(head);
            again.send(body);
            status = again.answer(5000ms).status;
            QTest::qWait(20);
        }
        QCOMPARE(status, 200);
    }

    void aThousandHalfSentRequestsDisturbNobody()
    {
        m_server->options.headerTimeout = 1500ms;
        QVERIFY(m_server->start());
        const qint64 before = residentBytes();
        std::vector<RawClient> halves;
        for (int i = 0; i < 1000; ++i) {
            halves.emplace_back(m_server->port);
            QVERIFY(halves.back().send(i % 2 == 0
                                           ? QByteArrayView("POST /echo HTTP/1.1\r\nHost: local")
                                           : QByteArrayView("POST /echo HTTP/1.1\r\nHost: localhost\r\n"
                                                            "Content-Length: 1000\r\n\r\nhalf")));
        }
        QTRY_COMPARE(m_server->server->statistics().connections, 1000);
        for (int i = 0; i < 100; ++i) {
            othersAreServed();
        }
        QVERIFY2(residentBytes() - before < allowance * 48 * mebibyte,
                 qPrintable(QString::number(residentBytes() - before)));
        for (int i = 0; i < 1000; i += 2) { // those without a whole head are told, then cut off
            QCOMPARE(halves[static_cast<std::size_t>(i)].answer(4000ms).status, 408);
        }
    }

    void readersThatNeverReadAreCutOff()
    {
        m_server->options.writeTimeout = allowance * 700ms;
        QVERIFY(m_server->start());
        const qint64 before = residentBytes();
        std::vector<RawClient> deaf;
        for (int i = 0; i < 50; ++i) {
            deaf.emplace_back(m_server->port, 4096);
            deaf.back().send("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        QTRY_COMPARE(m_server->server->statistics().connections, 50);
        for (int i = 0; i < 20; ++i) {
            othersAreServed();
            othersAreServed("/upload");
        }
        QVERIFY2(residentBytes() - before < allowance * 96 * mebibyte,
                 qPrintable(QString::number(residentBytes() - before)));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->server->statistics().connections, 0, allowance * 5000);
    }

    void connectionsThatComeAndGoLeaveNothing()
    {
        QVERIFY(m_server->start());
        for (int i = 0; i < 500; ++i) {
            RawClient client(m_server->port);
            client.send(i % 3 == 0 ? QByteArrayView("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                   : QByteArrayView("GET /hel"));
        }
        QTRY_COMPARE(m_server->server->statistics().connections, 0);
        othersAreServed();
    }

private:
    // Quickly: far below any timeout.
    void othersAreServed(QByteArrayView path = "/echo")
    {
        QElapsedTimer timer;
        timer.start();
        RawClient other(m_server->port);
        QCOMPARE(other.post(path, "12345").status, 200);
        QVERIFY2(timer.elapsed() < allowance * 500, qPrintable(QString::number(timer.elapsed())));
    }
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"
