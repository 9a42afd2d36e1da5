// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"
#include "tests/http/test_server.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <future>
#include <stdexcept>
#include <thread>

using namespace holdfast;
using namespace holdfast::test;
using namespace std::chrono_literals;
using http::Execution;
using http::Method;

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto& router = m_server.router;
        http::Route search =
            route(Method::Get, QStringLiteral("/search/{what}"), Execution::Worker,
                  [](const http::Request& request) {
                      return text((request.pathParameters.value(QStringLiteral("what")) + QLatin1Char('|')
                                   + request.parameter(u"filter").value_or(QStringLiteral("-")))
                                      .toUtf8());
                  });
        search.documentation.parameters = {{.name = QStringLiteral("filter"),
                                            .in = QStringLiteral("query"),
                                            .description = {},
                                            .required = false,
                                            .schema = {}}};
        router.add(search);
        search.path = QStringLiteral("/lenient");
        search.documentation.ignoreUnknownParameters = true;
        router.add(search);
        for (const auto execution : {Execution::Inline, Execution::Worker}) {
            const QString suffix =
                execution == Execution::Inline ? QStringLiteral("inline") : QStringLiteral("worker");
            router.add(route(Method::Get, QStringLiteral("/throw/") + suffix, execution,
                             [](const http::Request&) -> http::Response {
                                 throw std::runtime_error("the secret value 12345678");
                             }));
            http::Route drops;
            drops.path = QStringLiteral("/drop/") + suffix;
            drops.execution = execution;
            drops.handler = [](const http::Request&, const http::SharedResponder&) {
            };
            router.add(drops);
        }
        http::Route elsewhere;
        elsewhere.path = QStringLiteral("/elsewhere");
        elsewhere.execution = Execution::Inline;
        elsewhere.handler = [this](const http::Request&, const http::SharedResponder& respond) {
            m_others.emplace_back([respond] { (*respond)(text("from another thread")); });
        };
        router.add(elsewhere);
        http::Route later;
        later.path = QStringLiteral("/later");
        later.execution = Execution::Inline;
        later.handler = [this](const http::Request&, const http::SharedResponder& respond) {
            m_server.server->after(100ms, [respond] { (*respond)(text("late")); });
        };
        router.add(later);
        router.add(
            route(Method::Get, QStringLiteral("/headers"), Execution::Inline, [](const http::Request&) {
                http::Response response = text("x");
                response.headers = {
                    {"ETag", "\"7\""}, {"X-Split", "a\r\nX-Injected: 1"}, {"Cache-Control", "max-age=5"}};
                return response;
            }));
        router.add(
            route(Method::Delete, QStringLiteral("/thing"), Execution::Inline, [](const http::Request&) {
                return http::Response {
                    .status = 204, .contentType = {}, .body = {}, .headers = {}, .stream = {}};
            }));
        QVERIFY(m_server.start());
    }
    void cleanupTestCase()
    {
        m_server.server->stop();
        for (std::thread& other : m_others) {
            other.join();
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyAnswerCarriesItsHeaders()
    {
        RawClient client(m_server.port);
        const RawAnswer answer = client.get("/hello");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("cache-control"), QByteArray("no-store"));
        QCOMPARE(answer.header("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(answer.header("server").isEmpty());
        static const QRegularExpression date(QStringLiteral(
            "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"));
        QVERIFY(date.match(QString::fromLatin1(answer.header("date"))).hasMatch());
        QCOMPARE(answer.header("x-request-id").size(), 16);
        QVERIFY(answer.header("x-request-id") != client.get("/hello").header("x-request-id"));
    }

    void aHandlerCannotSplitTheHead()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("control characters")));
        const RawAnswer answer = RawClient(m_server.port).get("/headers");
        QCOMPARE(answer.header("etag"), QByteArray("\"7\""));
        QCOMPARE(answer.header("cache-control"), QByteArray("max-age=5"));
        QVERIFY(answer.header("x-injected").isEmpty());
        QVERIFY(answer.header("x-split").isEmpty());
    }

    void aQueryIsDecodedStrictly_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("/search/a?filter=b") << 200 << QByteArray("a|b");
        QTest::newRow("escapes") << QByteArray("/search/%C3%A9%2F?filter=x%26y%3Dz+%2B") << 200
                                 << QByteArray("é/|x&y=z +");
        QTest::newRow("without a value") << QByteArray("/search/a?filter") << 200 << QByteArray("a|");
        QTest::newRow("unknown") << QByteArray("/search/a?fliter=b") << 400
                                 << QByteArray("unknown_parameter");
        QTest::newRow("twice") << QByteArray("/search/a?filter=b&filter=c") << 400
                               << QByteArray("repeated_parameter");
        QTest::newRow("half an escape")
            << QByteArray("/search/a?filter=%4") << 400 << QByteArray("malformed_encoding");
        QTest::newRow("no UTF-8") << QByteArray("/search/a?filter=%C3%28") << 400
                                  << QByteArray("malformed_encoding");
        QTest::newRow("overlong UTF-8")
            << QByteArray("/search/%C0%AF") << 400 << QByteArray("malformed_encoding");
        QTest::newRow("NUL") << QByteArray("/search/a%00b") << 400 << QByteArray("malformed_encoding");
        QTest::newRow("raw bytes") << QByteArray("/search/\xC3\xA9") << 400
                                   << QByteArray("malformed_request");
        QTest::newRow("ignored by request") << QByteArray("/lenient?other=1") << 200 << QByteArray("|-");
    }
    void aQueryIsDecodedStrictly()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const RawAnswer answer = RawClient(m_server.port).get(path);
        QCOMPARE(answer.status, status);
        QCOMPARE(status == 200 ? answer.body : answer.problemCode().toUtf8(), body);
    }

    void methodsThatAreNotThereAreTold_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::newRow("known elsewhere") << QByteArray("PUT") << 405;
        QTest::newRow("options") << QByteArray("OPTIONS") << 405;
        QTest::newRow("trace") << QByteArray("TRACE") << 501;
        QTest::newRow("connect") << QByteArray("CONNECT") << 501;
        QTest::newRow("invented") << QByteArray("BREW") << 501;
        QTest::newRow("lower case") << QByteArray("get") << 501;
    }
    void methodsThatAreNotThereAreTold()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        RawClient client(m_server.port);
        client.send(method + " /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, status);
        QVERIFY(answer.header("allow").startsWith("GET, HEAD"));
        QVERIFY(!answer.problemCode().isEmpty());
        QCOMPARE(client.get("/hello").status, 200); // the framing was sound: the connection stays
    }

    void headIsAnsweredAsGetWithoutABody_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("found") << QByteArray("/hello") << 200;
        QTest::newRow("not found") << QByteArray("/nowhere") << 404;
    }
    void headIsAnsweredAsGetWithoutABody()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        RawClient client(m_server.port);
        client.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const RawAnswer answer = client.answer(5000ms, true);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.header("content-length").toInt() > 0);
        QCOMPARE(client.get("/hello").body, QByteArray("hello"));
    }

    void anAnswerWithoutABodyHasNoLength()
    {
        RawClient client(m_server.port);
        client.send("DELETE /thing HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.header("content-length").isEmpty());
        QCOMPARE(client.get("/hello").status, 200);
    }

    void aHandlerThatThrowsIsAnsweredForWithoutItsWords_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("inline") << QByteArray("/throw/inline");
        QTest::newRow("worker") << QByteArray("/throw/worker");
    }
    void aHandlerThatThrowsIsAnsweredForWithoutItsWords()
    {
        QFETCH(QByteArray, path);
        QTest::ignoreMessage(
            QtWarningMsg,
            QRegularExpression(QStringLiteral("request \"\\w{16}\" to \"/throw/\\w+\" ended with "
                                              "\"?std::runtime_error\"?$")));
        RawClient client(m_server.port);
        const RawAnswer answer = client.get(path);
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.problemCode(), QStringLiteral("internal"));
        QVERIFY(answer.body.contains(answer.header("x-request-id")));
        QVERIFY(!answer.body.contains("secret"));
        QCOMPARE(client.get("/hello").status, 200);
    }

    void aResponderThatIsDroppedIsAnsweredFor()
    {
        RawClient client(m_server.port);
        QCOMPARE(client.get("/drop/inline").status, 500);
        QCOMPARE(client.get("/drop/worker").status, 500);
    }

    void anAnswerMayComeFromAnyThread()
    {
        RawClient client(m_server.port);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(client.get("/elsewhere").body, QByteArray("from another thread"));
        }
    }

    void thousandsOfAnswersAreHeldOnTimers()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<RawClient> clients;
        for (int i = 0; i < 300; ++i) {
            clients.emplace_back(m_server.port);
            clients.back().send("GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        for (RawClient& client : clients) {
            QCOMPARE(client.answer().body, QByteArray("late"));
        }
        QVERIFY(timer.elapsed() >= 100);
        std::atomic<int> called {0};
        for (int i = 0; i < 10'000; ++i) {
            m_server.server->after(50ms, [&called] { ++called; });
        }
        QTRY_COMPARE(called.load(), 10'000);
    }

    void workIsRunElsewhere()
    {
        std::promise<std::thread::id> ran;
        QVERIFY(m_server.server->submit([&] { ran.set_value(std::this_thread::get_id()); }));
        QVERIFY(ran.get_future().get() != std::this_thread::get_id());
    }

    void theOldVersionIsSpokenForOneRequest()
    {
        RawClient client(m_server.port);
        client.send("GET /hello HTTP/1.0\r\nHost: localhost\r\n\r\n");
        QCOMPARE(client.answer().body, QByteArray("hello"));
        QVERIFY(client.isClosed());
    }

    void aClientThatAsksForTheEndGetsIt()
    {
        RawClient client(m_server.port);
        client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        const RawAnswer answer = client.answer();
        QCOMPARE(answer.header("connection"), QByteArray("close"));
        QVERIFY(client.isClosed());
    }

private:
    TestServer m_server;
    std::vector<std::thread> m_others;
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "tst_answers.moc"
