// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/caretaker.h"
#include "services/authentication/api/routes.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// Whom a job may reach, what ends it, what it may take up, and that a fault of the store ends with its cause.
class TestBulkBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<HelpDesk>();
    }
    void cleanup() { m_desk.reset(); }

    void theRightToManyIsNeededInEachPlace();
    void anEndedSessionEndsItsJob();
    void aListThatWasGivenUpIsClearedAway();
    void listsHaveABoundTogether();
    void aFaultAtTheBeginningLeavesItReady();
    void whatTheStoreRefusesHoldsUpNobodyElse();

private:
    [[nodiscard]] ApiAnswer make(const QStringList& ids)
    {
        return m_desk->post(u"/bulk-jobs"_s,
                            {{u"action"_s, u"disableUsers"_s}, {u"ids"_s, QJsonArray::fromStringList(ids)}});
    }
    [[nodiscard]] ApiAnswer ask(const ApiAnswer& job, const QString& what, const QJsonObject& body = {})
    {
        return m_desk->post(u"/bulk-jobs/%1/%2"_s.arg(job.text("id"), what), body);
    }
    [[nodiscard]] qint64 number(const QString& sql)
    {
        return m_desk->database().read([&](storage::Connection& connection) {
            auto rows = connection.select(sql);
            return rows.next() ? rows.integer(0) : -1;
        });
    }
    QStringList makeUsers(int count)
    {
        QStringList ids;
        for (int i = 0; i < count; ++i) {
            ids << QString::number(m_desk->makeUser(u"bulk-%1"_s.arg(i)));
        }
        return ids;
    }
    std::unique_ptr<HelpDesk> m_desk;
};

void TestBulkBounds::theRightToManyIsNeededInEachPlace()
{
    m_desk->makeDomain(u"A"_s);
    m_desk->makeDomain(u"B"_s);
    const qint64 inA = m_desk->makeUser(u"in-a"_s, u"/A"_s);
    m_desk->addToken(u"T1"_s, {.domain = u"/B"_s});
    m_desk->assign(u"T1"_s, m_desk->makeUser(u"in-b"_s, u"/B"_s));
    m_desk->addToken(u"T2"_s, {.domain = u"/A"_s});
    m_desk->assign(u"T2"_s, inA);
    const qint64 both = m_desk->makeUser(u"both"_s);
    m_desk->setRoles(both, {{Role::PrivilegedHelpDesk, u"/A"_s}, {Role::HelpDesk, u"/B"_s}});
    const ApiAnswer job =
        m_desk->call("POST", u"/api/v1/bulk-jobs"_s, R"({"action":"disableTokens","ids":["T1","T2"]})",
                     m_desk->sessionOf(both));
    QCOMPARE(job.status, 201);
    QCOMPARE(job.json[u"ready"].toInt(), 1);
    QCOMPARE(job.json[u"refusals"][0][u"code"].toString(), u"outside_scope"_s);
    QCOMPARE(job.json[u"population"].toInt(), 1); // of /A
}

void TestBulkBounds::anEndedSessionEndsItsJob()
{
    const QStringList ids = makeUsers(250);
    const qint64 other = m_desk->makeUser(u"other"_s);
    m_desk->setRoles(other, {{Role::SuperAdministrator, u"/"_s}});
    const QByteArray session = m_desk->sessionOf(other);
    // As if somebody ended it while the first batch is under way.
    m_desk->change(u"CREATE TRIGGER sign_out AFTER UPDATE ON users WHEN NEW.name = 'bulk-0' BEGIN"
                   " UPDATE sessions SET revoked_at = 1 WHERE user_id = %1; END"_s.arg(m_desk->adminId()));
    ApiAnswer job = make(ids);
    const QString path = u"/api/v1/bulk-jobs/"_s + job.text("id");
    const auto leaves = [&](const QString& state) {
        return QTest::qWaitFor(
            [&] {
                job = m_desk->call("GET", path, {}, session);
                return job.text("state") != state;
            },
            60'000);
    };
    QVERIFY(leaves(u"preparing"_s));
    QCOMPARE(ask(job, u"start"_s, {{u"overruleReason"_s, u"needed for the test"_s}}).status, 200);
    QVERIFY(leaves(u"running"_s));
    QCOMPARE(job.text("state"), u"stopped"_s);
    QCOMPARE(job.text("code"), u"caller_gone"_s);
    QCOMPARE(job.json[u"done"].toInt(), 200);
}

void TestBulkBounds::aListThatWasGivenUpIsClearedAway()
{
    const ApiAnswer given = make(makeUsers(3));
    const ApiAnswer kept = make({QString::number(m_desk->adminId())});
    QCOMPARE(ask(given, u"cancel"_s).text("state"), u"cancelled"_s);
    QCOMPARE(number(u"SELECT COUNT(*) FROM bulk_items"_s), 4);
    authentication::emptyBin(m_desk->routes().context(), m_desk->clock.now());
    QCOMPARE(number(u"SELECT COUNT(*) FROM bulk_items"_s), 1);
    const ApiAnswer after = m_desk->get(u"/bulk-jobs/"_s + given.text("id"));
    QCOMPARE(after.text("state"), u"cancelled"_s); // and so it can still be read
    QCOMPARE(after.json[u"total"].toInt(), 3);
    QCOMPARE(m_desk->get(u"/bulk-jobs/"_s + kept.text("id")).json[u"first"].toArray().size(), 1);
}

void TestBulkBounds::listsHaveABoundTogether()
{
    const QStringList ids = makeUsers(1);
    const ApiAnswer first = make(ids);
    m_desk->change(u"UPDATE bulk_jobs SET total = 2000000"_s);
    QCOMPARE(make(ids).code(), u"too_many_jobs"_s);
    QCOMPARE(ask(first, u"cancel"_s).status, 200);
    QCOMPARE(make(ids).code(), u"too_many_jobs"_s); // it is still there
    authentication::emptyBin(m_desk->routes().context(), m_desk->clock.now());
    QCOMPARE(make(ids).status, 201);
}

void TestBulkBounds::aFaultAtTheBeginningLeavesItReady()
{
    const ApiAnswer job = make(makeUsers(2));
    m_desk->change(
        u"CREATE TRIGGER full BEFORE UPDATE ON bulk_jobs BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"startBulkJob: storage"_s));
    QCOMPARE(ask(job, u"start"_s).status, 503);
    m_desk->change(u"DROP TRIGGER full"_s);
    QCOMPARE(ask(job, u"start"_s).text("state"), u"finished"_s);
}

void TestBulkBounds::whatTheStoreRefusesHoldsUpNobodyElse()
{
    const QStringList ids = makeUsers(5);
    m_desk->change(u"CREATE TRIGGER stuck BEFORE UPDATE ON users WHEN OLD.name = 'bulk-1'"
                   " BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s);
    const ApiAnswer job = ask(make(ids), u"start"_s);
    QCOMPARE(job.text("state"), u"finished"_s);
    QCOMPARE(job.json[u"done"].toInt(), 4);
    QCOMPARE(job.json[u"failed"].toInt(), 1);
    QCOMPARE(job.json[u"refusals"][0][u"code"].toString(), u"storage_unavailable"_s);
    QVERIFY(m_desk->get(u"/users/"_s + ids[1]).json[u"enabled"].toBool());
    QCOMPARE(m_desk->events(u"UPDATE_PRINCIPAL"_s).size(), std::size_t {4}); // each once
}

QTEST_GUILESS_MAIN(TestBulkBounds)
#include "tst_bulk_bounds.moc"
