// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_server->options.headerTimeout = 150ms;
        m_server->options.bodyTimeout = 150ms;
        m_server->options.idleTimeout = 300ms;
    }
    void cleanup() { m_server.reset(); }

    void aLongBodyIsRefusedBeforeItIsSent()
    {
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1025\r\n\r\n");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.problemCode(), QStringLiteral("body_too_large"));
        QVERIFY(answer.body.contains("1024"));
    }

    void theLongestBodyIsTaken()
    {
        QVERIFY(m_server->start());
        const QByteArray body(1024, 'x');
        QCOMPARE(RawClient(m_server->port).post("/echo", body).body, body);
    }

    void chunksAreCountedWhileTheyAreRead()
    {
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 4; ++i) {
            client.send("100\r\n" + QByteArray(256, 'x') + "\r\n");
        }
        client.send("1\r\nx\r\n");
        QCOMPARE(client.answer().status, 413);
    }

    void aBodyThatIsRefusedIsNotInvited()
    {
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                    "Content-Length: 2000\r\n\r\n");
        QCOMPARE(client.answer().status, 413);
    }

    void aBodyThatIsTakenIsInvited()
    {
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                    "Content-Length: 4\r\n\r\n");
        QCOMPARE(client.answer().status, 100);
        client.send("body");
        QCOMPARE(client.answer().body, QByteArray("body"));
        client.send(
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\nContent-Length: 4\r\n\r\n");
        QCOMPARE(client.answer().status, 417);
    }

    void aHeadThatTricklesIsCutOffInTime()
    {
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        QElapsedTimer timer;
        timer.start();
        const QByteArray request = "GET /hello HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
        client.send(request);
        RawAnswer answer;
        while (answer.status == 0 && timer.elapsed() < 5000) {
            client.send("a"); // which must not start the time again
            answer = client.answer(10ms);
        }
        QCOMPARE(answer.status, 408);
        QVERIFY2(timer.elapsed() >= 140 && timer.elapsed() < 1500,
                 qPrintable(QString::number(timer.elapsed())));
        QVERIFY(client.isClosed());
    }

    void aBodyThatTricklesIsCutOffInTime()
    {
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        QElapsedTimer timer;
        timer.start();
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
        RawAnswer answer;
        while (answer.status == 0 && timer.elapsed() < 5000) {
            client.send("a");
            answer = client.answer(10ms);
        }
        QCOMPARE(answer.status, 408);
        QCOMPARE(answer.problemCode(), QStringLiteral("request_timeout"));
        QVERIFY(timer.elapsed() < 1500);
    }

    void aConnectionThatSaysNothingIsClosed()
    {
        QVERIFY(m_server->start());
        RawClient silent(m_server->port);
        QVERIFY(silent.isClosed(2000ms));
        RawClient idle(m_server->port);
        QCOMPARE(idle.get("/hello").status, 200);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(idle.isClosed(2000ms));
        QVERIFY(timer.elapsed() >= 250);
    }

    void connectionsOverTheLimitOfAnAddressAreTurnedAway()
    {
        m_server->options.maxConnectionsPerAddress = 3;
        m_server->options.headerTimeout = 5000ms;
        QVERIFY(m_server->start());
        std::vector<RawClient> clients;
        for (int i = 0; i < 3; ++i) {
            clients.emplace_back(m_server->port);
            QCOMPARE(clients.back().get("/hello").status, 200);
        }
        RawClient fourth(m_server->port);
        const RawAnswer answer = fourth.answer();
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.problemCode(), QStringLiteral("too_many_connections"));
        QVERIFY(fourth.isClosed());
        clients.clear(); // their places become free
        QTRY_COMPARE(RawClient(m_server->port).get("/hello").status, 200);
        QVERIFY(m_server->server->statistics().refusedConnections >= 1);
    }

    void workOverTheLimitOfTheQueueIsTurnedAway()
    {
        std::mutex mutex;
        std::condition_variable changed;
        bool go = false;
        m_server->options.workerThreads = 1;
        m_server->options.maxQueuedWork = 1;
        m_server->router.add(route(http::Method::Get, QStringLiteral("/slow"), http::Execution::Worker,
                                   [&](const http::Request&) {
                                       std::unique_lock lock(mutex);
                                       changed.wait(lock, [&] { return go; });
                                       return text("done");
                                   }));
        QVERIFY(m_server->start());
        std::vector<RawClient> clients;
        for (int i = 0; i < 3; ++i) {
            clients.emplace_back(m_server->port);
            clients.back().send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            if (i == 0) { // taken by the worker before the next is queued
                QTRY_COMPARE(m_server->server->statistics().connections, 1);
                QTRY_COMPARE(m_server->server->statistics().queuedWork, 0);
            }
        }
        QTRY_COMPARE(m_server->server->statistics().queuedWork, 1);
        QCOMPARE(RawClient(m_server->port).get("/hello").status, 200); // what is inline does not wait
        int busy = 0;
        for (RawClient& client : clients) {
            const RawAnswer answer = client.answer(100ms);
            if (answer.status == 503) {
                QCOMPARE(answer.problemCode(), QStringLiteral("busy"));
                QVERIFY(!answer.header("retry-after").isEmpty());
                ++busy;
            }
        }
        QVERIFY(busy >= 1);
        {
            const std::lock_guard lock(mutex);
            go = true;
        }
        changed.notify_all();
        m_server->server->stop();
    }

private:
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
