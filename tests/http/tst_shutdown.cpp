// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>
#include <thread>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;

class ShutdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_held = {};
        m_server = std::make_unique<TestServer>();
        http::Route held;
        held.path = QStringLiteral("/held");
        held.execution = http::Execution::Inline;
        held.handler = [this](const http::Request&, const http::SharedResponder& respond) {
            m_held.set_value(respond);
        };
        m_server->router.add(held);
        m_server->options.shutdownGrace = 5000ms;
    }

    void answersUnderWayAreFinished()
    {
        QVERIFY(m_server->start());
        RawClient idle(m_server->port); // one on each I/O thread
        RawClient otherIdle(m_server->port);
        QCOMPARE(idle.get("/hello").status, 200);
        QCOMPARE(otherIdle.get("/hello").status, 200);
        RawClient client(m_server->port);
        client.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const http::SharedResponder respond = m_held.get_future().get();
        std::thread stopping([this] { m_server->server->stop(); });
        QVERIFY(idle.isClosed());
        QVERIFY(otherIdle.isClosed());
        QTRY_VERIFY(!RawClient(m_server->port).isConnected()); // nobody new
        (*respond)(text("in time"));
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.body, QByteArray("in time"));
        QCOMPARE(answer.header("connection"), QByteArray("close"));
        QVERIFY(client.isClosed());
        stopping.join();
        m_server->server->stop(); // once more does nothing
    }

    void whatTakesTooLongIsCut()
    {
        m_server->options.shutdownGrace = 50ms;
        QVERIFY(m_server->start());
        RawClient client(m_server->port);
        client.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const http::SharedResponder respond = m_held.get_future().get();
        QElapsedTimer timer;
        timer.start();
        m_server->server->stop();
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(client.isClosed());
        m_server->server.reset();
        (*respond)(text("too late")); // to nobody, and without harm
    }

    void aTimerThatWaitsIsDropped()
    {
        QVERIFY(m_server->start());
        auto life = std::make_shared<int>();
        m_server->server->after(1h, [life] { QFAIL("called"); });
        m_server->server->stop();
        m_server.reset();
        QCOMPARE(life.use_count(), 1);
    }

    void aServerThatNeverStartedStops()
    {
        m_server->server.emplace(m_server->options, m_server->router);
        m_server->server->stop();
    }

private:
    std::promise<http::SharedResponder> m_held;
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(ShutdownTest)
#include "tst_shutdown.moc"
