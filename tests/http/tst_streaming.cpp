// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <mutex>
#include <stdexcept>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;
using http::Execution;
using http::Method;

namespace {

http::Response stream(http::ChunkSource source, const QByteArray& type = "text/csv")
{
    return {.status = 200, .contentType = type, .body = {}, .headers = {}, .stream = std::move(source)};
}

// Tells whether a copy of it still lives.
using Life = std::shared_ptr<int>;

} // namespace

class StreamingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_life = std::make_shared<int>(0);
        m_asked = 0;
        m_server = std::make_unique<TestServer>();
        m_server->options.writeTimeout = 200ms;
        for (const auto execution : {Execution::Inline, Execution::Worker}) {
            const QString prefix =
                execution == Execution::Inline ? QStringLiteral("/inline") : QStringLiteral("/worker");
            m_server->router.add(
                route(Method::Get, prefix + QStringLiteral("/count"), execution, [](const http::Request&) {
                    return stream([n = std::make_shared<int>(0)](const http::DeliverChunk& deliver) {
                        if (++*n > 1000) {
                            deliver(std::nullopt);
                        } else if (*n % 10 == 0) {
                            deliver(QByteArray()); // nothing just now
                        } else {
                            deliver(QByteArray::number(*n) + "\n");
                        }
                    });
                }));
            m_server->router.add(route(
                Method::Get, prefix + QStringLiteral("/endless"), execution, [this](const http::Request&) {
                    return stream([this, life = m_life](const http::DeliverChunk& deliver) {
                        ++m_asked;
                        deliver(QByteArray(64 * 1024, 'x'));
                    });
                }));
            m_server->router.add(route(Method::Get, prefix + QStringLiteral("/silent"), execution,
                                       [this](const http::Request&) {
                                           return stream(
                                               [this, life = m_life](const http::DeliverChunk& deliver) {
                                                   const std::lock_guard lock(m_mutex);
                                                   m_kept = deliver;
                                               },
                                               "text/event-stream");
                                       }));
            m_server->router.add(
                route(Method::Get, prefix + QStringLiteral("/fails"), execution, [](const http::Request&) {
                    return stream([first = std::make_shared<bool>(true)](const http::DeliverChunk& deliver) {
                        if (!std::exchange(*first, false)) {
                            throw std::runtime_error("the disk is gone");
                        }
                        deliver(QByteArray("begun"));
                    });
                }));
            m_server->router.add(
                route(Method::Get, prefix + QStringLiteral("/forgets"), execution,
                      [](const http::Request&) { return stream([](const http::DeliverChunk&) {}); }));
        }
        QVERIFY(m_server->start());
    }
    void cleanup()
    {
        m_server.reset();
        m_kept = nullptr;
    }

    void everyChunkArrives_data() { ways(); }
    void everyChunkArrives()
    {
        QFETCH(QByteArray, way);
        RawClient client(m_server->port);
        const RawAnswer answer = client.get(way + "/count");
        QCOMPARE(answer.header("transfer-encoding"), QByteArray("chunked"));
        QByteArray expected;
        for (int i = 1; i <= 1000; ++i) {
            expected += i % 10 == 0 ? QByteArray() : QByteArray::number(i) + "\n";
        }
        QCOMPARE(answer.body, expected);
        QCOMPARE(client.get("/hello").status, 200);
    }

    void aStreamIsAskedForNoMoreThanTheReaderTakes_data() { ways(); }
    void aStreamIsAskedForNoMoreThanTheReaderTakes()
    {
        QFETCH(QByteArray, way);
        RawClient client(m_server->port, 4096);
        client.send("GET " + way + "/endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(m_asked > 0);
        QTRY_COMPARE(m_life.use_count(), 1); // cut off: the source is gone
        QVERIFY2(timer.elapsed() >= 190, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(m_asked < 200, qPrintable(QString::number(m_asked))); // 64 KiB each: the sockets' buffers
        QTRY_COMPARE(m_server->server->statistics().connections, 0);
    }

    void aReaderThatGoesAwayEndsTheSource_data() { ways(); }
    void aReaderThatGoesAwayEndsTheSource()
    {
        QFETCH(QByteArray, way);
        {
            RawClient client(m_server->port);
            client.send("GET " + way + "/silent HTTP/1.1\r\nHost: localhost\r\n\r\n");
            QCOMPARE(client.answer(5000ms, true).status, 200);
            QTRY_VERIFY(hasKept());
        }
        QTRY_COMPARE(m_life.use_count(), 1);
        const std::lock_guard lock(m_mutex);
        m_kept(QByteArray("too late")); // is dropped
    }

    void aChunkMayComeLater()
    {
        RawClient client(m_server->port);
        client.send("GET /inline/silent HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer(5000ms, true).status, 200);
        QTRY_VERIFY(hasKept());
        std::exchange(m_kept, nullptr)(QByteArray("data: 1\n\n"));
        QTRY_VERIFY(hasKept()); // asked again, once it was written
        m_kept(std::nullopt);
        QVERIFY(!client.isClosed(50ms));
    }

    void aStreamThatFailsIsCutRatherThanEnded_data() { ways(); }
    void aStreamThatFailsIsCutRatherThanEnded()
    {
        QFETCH(QByteArray, way);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a stream was cut by")));
        RawClient client(m_server->port);
        client.send("GET " + way + "/fails HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer(5000ms, true).status, 200);
        QVERIFY(client.isClosed());
    }

    void aSourceThatForgetsItsReaderIsCut_data() { ways(); }
    void aSourceThatForgetsItsReaderIsCut()
    {
        QFETCH(QByteArray, way);
        RawClient client(m_server->port);
        client.send("GET " + way + "/forgets HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(client.isClosed());
    }

    void headOfAStreamAsksForNothing()
    {
        RawClient client(m_server->port);
        client.send("HEAD /inline/endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer(5000ms, true).status, 200);
        QCOMPARE(client.get("/hello").body, QByteArray("hello"));
        QCOMPARE(m_asked.load(), 0);
    }

    void requestsBehindAStreamWait()
    {
        RawClient client(m_server->port);
        client.send("GET /inline/count HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(client.answer().body.endsWith("999\n"));
        QCOMPARE(client.answer().body, QByteArray("hello"));
    }

    void aStreamOfEventsEndsWithTheServer()
    {
        RawClient client(m_server->port);
        client.send("GET /inline/silent HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer(5000ms, true).status, 200);
        QTRY_VERIFY(hasKept());
        QElapsedTimer timer;
        timer.start();
        m_server->server->stop();
        QVERIFY(timer.elapsed() < 4000);
        QVERIFY(client.isClosed());
    }

private:
    static void ways()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::newRow("inline") << QByteArray("/inline");
        QTest::newRow("worker") << QByteArray("/worker");
    }
    bool hasKept()
    {
        const std::lock_guard lock(m_mutex);
        return m_kept != nullptr;
    }

    Life m_life;
    std::atomic<int> m_asked {0};
    std::mutex m_mutex;
    http::DeliverChunk m_kept;
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(StreamingTest)
#include "tst_streaming.moc"
