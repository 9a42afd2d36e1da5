// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

namespace {

// A reader of server-sent events that understands no more than it must.
class StreamReader
{
public:
    StreamReader(const HelpDesk& desk, const QString& query, const QByteArray& token, qint64 lastEventId = -1)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), desk.port());
        QByteArray request = "GET /api/v1/events/stream" + query.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(desk.port()) + "\r\nAuthorization: Bearer " + token + "\r\n";
        if (lastEventId >= 0) {
            request += "Last-Event-ID: " + QByteArray::number(lastEventId) + "\r\n";
        }
        m_socket.write(request + "\r\n");
        while (!m_bytes.contains("\r\n\r\n") && receive()) { }
    }
    [[nodiscard]] bool receive(int milliseconds = 10'000)
    {
        const bool came = m_socket.waitForReadyRead(milliseconds);
        m_bytes += m_socket.readAll();
        return came;
    }
    // Sequence numbers of the whole events so far.
    [[nodiscard]] QList<qint64> ids() const
    {
        QList<qint64> found;
        for (qsizetype at = m_bytes.indexOf("id: "); at >= 0; at = m_bytes.indexOf("id: ", at + 1)) {
            const qsizetype end = m_bytes.indexOf("\n\n", at);
            if (end < 0) {
                break;
            }
            found << m_bytes.mid(at + 4, m_bytes.indexOf('\n', at) - at - 4).toLongLong();
        }
        return found;
    }
    [[nodiscard]] QList<qint64> waitFor(qsizetype count)
    {
        while (ids().size() < count && receive()) { }
        return ids();
    }
    [[nodiscard]] bool waitForEnd()
    {
        while (!m_bytes.endsWith("0\r\n\r\n") && receive()) { }
        return m_bytes.endsWith("0\r\n\r\n");
    }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QTcpSocket m_socket;
    QByteArray m_bytes;
};

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void windowsJoinInEitherOrder_data();
    void windowsJoinInEitherOrder();
    void aScriptGoesOnBehindItsLastSequence();
    void filtersRestrict();
    void wrongParametersAreRefused_data();
    void wrongParametersAreRefused();
    void onlyEventsOfTheOwnDomainsAreSeen();
    void aStreamTellsWhatIsNew();
    void aStreamLosesNothingAcrossReconnects();
    void aStreamKeepsToFilterAndScope();
    void aStreamEndsWhenADomainLeavesItsReach();
    void aStreamEndsWithItsSession();

private:
    void append(int count, const QString& domain = u"/"_s, const QString& user = {});
    [[nodiscard]] QList<qint64> sequences(const ApiAnswer& answer) const;
    std::unique_ptr<HelpDesk> m_desk;
};

void TestEvents::append(int count, const QString& domain, const QString& user)
{
    for (int i = 0; i < count; ++i) {
        m_desk->database().writeAndWait([&](storage::Connection& connection) {
            contract::Event event {.at = m_desk->clock.now(), .log = contract::EventLog::Administration};
            event.key = u"UPDATE_PRINCIPAL"_s;
            event.result = i % 2 ? contract::EventResult::Failure : contract::EventResult::Success;
            event.domain = domain;
            event.userName = user;
            m_desk->eventLog().append(connection, event);
        });
    }
}

QList<qint64> TestEvents::sequences(const ApiAnswer& answer) const
{
    QList<qint64> found;
    for (const auto& item : answer.items()) {
        found << item[u"sequence"].toInteger();
    }
    return found;
}

void TestEvents::windowsJoinInEitherOrder_data()
{
    QTest::addColumn<QString>("order");
    QTest::newRow("oldest first") << u"asc"_s;
    QTest::newRow("newest first") << u"desc"_s;
}

void TestEvents::windowsJoinInEitherOrder()
{
    QFETCH(QString, order);
    append(11);
    QList<qint64> expected(11);
    std::iota(expected.begin(), expected.end(), 1);
    if (order == u"desc") {
        std::reverse(expected.begin(), expected.end());
    }
    QList<qint64> forwards;
    QString cursor;
    ApiAnswer page;
    do {
        page = m_desk->get(u"/events?limit=4&order=%1%2"_s.arg(order, cursor));
        forwards += sequences(page);
        cursor = u"&after="_s + page.text("next");
    } while (!page.text("next").isEmpty());
    QCOMPARE(forwards, expected);
    QList<qint64> backwards = sequences(page);
    while (!page.text("previous").isEmpty()) {
        page = m_desk->get(u"/events?limit=4&order=%1&before=%2"_s.arg(order, page.text("previous")));
        backwards = sequences(page) + backwards;
    }
    QCOMPARE(backwards, expected);
    const ApiAnswer middle = m_desk->get(u"/events?limit=2&at=0.5&total=true&order="_s + order);
    QCOMPARE(middle.json[u"total"].toInt(), 11);
    QCOMPARE(sequences(middle).first(), order == u"asc" ? 6 : 6);
}

void TestEvents::aScriptGoesOnBehindItsLastSequence()
{
    append(3);
    QCOMPARE(sequences(m_desk->get(u"/events?after=0"_s)), (QList<qint64> {1, 2, 3}));
    QCOMPARE(sequences(m_desk->get(u"/events?after=3"_s)), QList<qint64> {});
    append(1);
    QCOMPARE(sequences(m_desk->get(u"/events?after=3"_s)), QList<qint64> {4});
}

void TestEvents::filtersRestrict()
{
    append(2, u"/"_s, u"anna"_s);
    m_desk->clock.advance(std::chrono::minutes(1));
    const qint64 bob = m_desk->makeUser(u"bob"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s), bob);
    (void)m_desk->logOn(u"bob"_s, "000000");
    QCOMPARE(sequences(m_desk->get(u"/events?log=authentication"_s)), QList<qint64> {4});
    QCOMPARE(sequences(m_desk->get(u"/events?user=%1"_s.arg(bob))), (QList<qint64> {3, 4}));
    QCOMPARE(sequences(m_desk->get(u"/events?token=T1"_s)), (QList<qint64> {3, 4}));
    QCOMPARE(sequences(m_desk->get(u"/events?key=UPDATE_PRINCIPAL&result=failure"_s)), QList<qint64> {2});
    QCOMPARE(sequences(m_desk->get(u"/events?q=ANN"_s)), (QList<qint64> {1, 2}));
    QCOMPARE(sequences(m_desk->get(u"/events?from=2026-06-01T08:01:00Z"_s)), (QList<qint64> {3, 4}));
    QCOMPARE(sequences(m_desk->get(u"/events?to=2026-06-01T08:01:00Z"_s)), (QList<qint64> {1, 2}));
    QVERIFY(!m_desk->get(u"/events?after=3"_s).items().at(0)[u"sentence"].toString().isEmpty());
}

void TestEvents::wrongParametersAreRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("unknown log") << u"log=all"_s;
    QTest::newRow("user is no id") << u"user=anna"_s;
    QTest::newRow("cursor is no number") << u"after=abc"_s;
    QTest::newRow("negative cursor") << u"after=-1"_s;
    QTest::newRow("two cursors") << u"after=1&before=2"_s;
    QTest::newRow("no time") << u"from=yesterday"_s;
    QTest::newRow("unknown order") << u"order=random"_s;
    QTest::newRow("unknown domain") << u"domain=/Nowhere"_s;
    QTest::newRow("unknown parameter") << u"colour=red"_s;
}

void TestEvents::wrongParametersAreRefused()
{
    QFETCH(QString, query);
    QCOMPARE(m_desk->get(u"/events?"_s + query).status, 400);
}

void TestEvents::onlyEventsOfTheOwnDomainsAreSeen()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->makeDomain(u"EMEA"_s, u"/Sales"_s);
    m_desk->makeDomain(u"Plant"_s);
    append(1, u"/"_s);
    append(1, u"/Sales"_s);
    append(1, u"/Sales/EMEA"_s);
    append(1, u"/Plant"_s);
    append(1, QString());
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    const auto ask = [&](const QString& query) {
        return m_desk->call("GET", u"/api/v1/events"_s + query, {}, sales);
    };
    QCOMPARE(sequences(ask({})), (QList<qint64> {2, 3}));
    QCOMPARE(sequences(ask(u"?domain=/Sales/EMEA"_s)), QList<qint64> {3});
    QCOMPARE(sequences(ask(u"?domain=/Plant"_s)), QList<qint64> {});
    QCOMPARE(ask(u"?log=system"_s).code(), u"outside_scope"_s);
    QCOMPARE(m_desk->get(u"/events?log=system"_s).status, 200);
    QCOMPARE(m_desk->call("GET", u"/api/v1/events"_s, {}, {}).status, 401);
}

void TestEvents::aStreamTellsWhatIsNew()
{
    append(3);
    StreamReader fromNow(*m_desk, {}, m_desk->adminToken());
    StreamReader fromStart(*m_desk, u"?after=0"_s, m_desk->adminToken());
    QVERIFY(fromNow.bytes().contains("content-type: text/event-stream")
            || fromNow.bytes().contains("Content-Type: text/event-stream"));
    QCOMPARE(fromStart.waitFor(3), (QList<qint64> {1, 2, 3}));
    append(2);
    QCOMPARE(fromNow.waitFor(2), (QList<qint64> {4, 5}));
    QCOMPARE(fromStart.waitFor(5), (QList<qint64> {1, 2, 3, 4, 5}));
    QVERIFY(fromNow.bytes().contains("\"key\":\"UPDATE_PRINCIPAL\""));
}

// While events are written the reader goes away and comes back, again and again.
void TestEvents::aStreamLosesNothingAcrossReconnects()
{
    constexpr int all = 400;
    std::thread writer([&] { append(all); });
    QList<qint64> got;
    while (got.size() < all) {
        StreamReader reader(*m_desk, {}, m_desk->adminToken(), got.isEmpty() ? 0 : got.last());
        const QList<qint64> more = reader.waitFor(std::min<qsizetype>(37, all - got.size()));
        if (more.isEmpty()) {
            break;
        }
        got += more;
    }
    writer.join();
    QList<qint64> expected(all);
    std::iota(expected.begin(), expected.end(), 1);
    QCOMPARE(got, expected);
}

void TestEvents::aStreamKeepsToFilterAndScope()
{
    m_desk->makeDomain(u"Sales"_s);
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    StreamReader scoped(*m_desk, u"?after=0"_s, sales);
    StreamReader failures(*m_desk, u"?after=0&result=failure"_s, m_desk->adminToken());
    append(4);
    append(2, u"/Sales"_s);
    QCOMPARE(scoped.waitFor(2), (QList<qint64> {5, 6}));
    QCOMPARE(failures.waitFor(3), (QList<qint64> {2, 4, 6}));
    StreamReader system(*m_desk, u"?log=system"_s, sales);
    QVERIFY(system.bytes().startsWith("HTTP/1.1 403"));
}

void TestEvents::aStreamEndsWhenADomainLeavesItsReach()
{
    m_desk->makeDomain(u"Sales"_s);
    const qint64 emea = m_desk->makeDomain(u"EMEA"_s, u"/Sales"_s);
    m_desk->makeDomain(u"Plants"_s);
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::Auditor, u"/Sales"_s);
    StreamReader reader(*m_desk, u"?after=0&user=7"_s, sales);
    QCOMPARE(m_desk->patch(u"/domains/%1"_s.arg(emea), {{u"parent"_s, u"/Plants"_s}}).status, 200);
    QVERIFY(reader.waitForEnd());
}

void TestEvents::aStreamEndsWithItsSession()
{
    const QByteArray token = m_desk->sessionOf(m_desk->adminId());
    StreamReader reader(*m_desk, u"?after=0"_s, token);
    append(1);
    QCOMPARE(reader.waitFor(1), QList<qint64> {1});
    m_desk->change(u"UPDATE sessions SET revoked_at = 1"_s);
    append(1);
    QVERIFY(reader.waitForEnd());
    QCOMPARE(reader.ids(), QList<qint64> {1});
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
