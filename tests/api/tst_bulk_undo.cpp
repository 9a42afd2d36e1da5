// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/pin_history.h"
#include "services/authentication/store/tokens.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// Every action of a job can be taken back, as far as nobody has changed the thing since.
class TestBulkUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_desk->makeDomain(u"Sales"_s);
        m_anna = m_desk->makeUser(u"anna"_s);
    }
    void cleanup() { m_desk.reset(); }

    void peopleBecomeWhatTheyWere_data();
    void peopleBecomeWhatTheyWere();
    void aLockComesBack();
    void aLockThatCameSinceStays();
    void deletedPeopleComeBackWithTheirTokens();
    void tokensBecomeWhatTheyWere_data();
    void tokensBecomeWhatTheyWere();
    void aTokenIsGivenBackWithItsPin();
    void aTokenIsGivenBackWithThePinsBefore_data();
    void aTokenIsGivenBackWithThePinsBefore();
    void aLostTokenIsGivenBackLost();
    void aClearedPinComesBack();
    void deletedTokensComeBack();
    void whatWasChangedSinceIsLeftAlone();
    void afterThirtyDaysItIsTooLate();
    void itIsUndoneOnce();
    void whatAnUndoLeftIsUndoneByAnother();
    void anUndoCanBeUndone();

private:
    [[nodiscard]] ApiAnswer run(const QString& action, const QStringList& ids, QJsonObject more = {})
    {
        more.insert(u"action"_s, action);
        more.insert(u"ids"_s, QJsonArray::fromStringList(ids));
        const ApiAnswer job = m_desk->post(u"/bulk-jobs"_s, more);
        return m_desk->post(u"/bulk-jobs/%1/start"_s.arg(job.text("id")));
    }
    [[nodiscard]] ApiAnswer prepareUndo(const ApiAnswer& job)
    {
        return m_desk->post(u"/bulk-jobs/%1/undo"_s.arg(job.text("id")));
    }
    [[nodiscard]] ApiAnswer undo(const ApiAnswer& job)
    {
        return m_desk->post(u"/bulk-jobs/%1/start"_s.arg(prepareUndo(job).text("id")));
    }
    [[nodiscard]] QJsonObject anna() const { return m_desk->get(u"/users/%1"_s.arg(m_anna)).json; }
    [[nodiscard]] QJsonObject token(const QString& serial) const
    {
        return m_desk->get(u"/tokens/"_s + serial).json;
    }
    // But what each change moves on.
    static QJsonObject lasting(QJsonObject value)
    {
        value.remove(u"version"_s);
        value.remove(u"updatedAt"_s);
        value.remove(u"assignedAt"_s);
        return value;
    }
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
};

void TestBulkUndo::peopleBecomeWhatTheyWere_data()
{
    QTest::addColumn<QJsonObject>("body");
    const auto row = [](const char* action, const QJsonObject& body) {
        QTest::newRow(action) << body;
    };
    row("disableUsers", {});
    row("moveUsers", {{u"domain"_s, u"/Sales"_s}});
    row("endUsers", {{u"until"_s, u"2027-01-01T00:00:00Z"_s}});
}

void TestBulkUndo::peopleBecomeWhatTheyWere()
{
    QFETCH(QJsonObject, body);
    const QJsonObject before = lasting(anna());
    const ApiAnswer job = run(QString::fromLatin1(QTest::currentDataTag()), {QString::number(m_anna)}, body);
    QCOMPARE(job.json[u"done"].toInt(), 1);
    QVERIFY(lasting(anna()) != before);
    const ApiAnswer back = undo(job);
    QCOMPARE(back.text("state"), u"finished"_s);
    QCOMPARE(back.text("undoes"), job.text("id"));
    QCOMPARE(back.json[u"done"].toInt(), 1);
    QCOMPARE(lasting(anna()), before);
    QCOMPARE(m_desk->get(u"/bulk-jobs/"_s + job.text("id")).text("undoneBy"), back.text("id"));
}

void TestBulkUndo::aLockComesBack()
{
    m_desk->change(u"UPDATE users SET failures = 5, locked_at = 1780000000000 WHERE id = ?"_s, {m_anna});
    const ApiAnswer job = run(u"unlockUsers"_s, {QString::number(m_anna)});
    QCOMPARE(job.json[u"done"].toInt(), 1);
    QCOMPARE(undo(job).json[u"done"].toInt(), 1);
    auto row = m_desk->database().read([&](storage::Connection& connection) {
        auto rows = connection.select(u"SELECT failures, locked_at FROM users WHERE id = ?"_s, {m_anna});
        rows.next();
        return std::pair(rows.integer(0), rows.integer(1));
    });
    QCOMPARE(row, std::pair(qint64 {5}, qint64 {1780000000000}));
}

// The gate counts without a new version of the person.
void TestBulkUndo::aLockThatCameSinceStays()
{
    m_desk->change(u"UPDATE users SET failures = 1 WHERE id = ?"_s, {m_anna});
    const ApiAnswer job = run(u"unlockUsers"_s, {QString::number(m_anna)});
    QCOMPARE(job.json[u"done"].toInt(), 1);
    const ApiAnswer early = prepareUndo(job);
    QCOMPARE(early.json[u"ready"].toInt(), 1);
    m_desk->change(u"UPDATE users SET failures = 9, locked_at = ? WHERE id = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now()), m_anna});
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/start"_s.arg(early.text("id"))).json[u"failed"].toInt(), 1);
    QCOMPARE(anna()[u"status"].toString(), u"locked"_s);
    QCOMPARE(prepareUndo(job).json[u"refusals"][0][u"code"].toString(), u"changed_since"_s);
}

void TestBulkUndo::deletedPeopleComeBackWithTheirTokens()
{
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna);
    const ApiAnswer job = run(u"deleteUsers"_s, {QString::number(m_anna)});
    QCOMPARE(job.json[u"done"].toInt(), 1);
    QCOMPARE(m_desk->get(u"/users/%1"_s.arg(m_anna)).status, 404);
    QCOMPARE(undo(job).json[u"done"].toInt(), 1);
    QCOMPARE(anna()[u"name"].toString(), u"anna"_s);
    QCOMPARE(token(u"T1"_s)[u"userName"].toString(), u"anna"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
}

void TestBulkUndo::tokensBecomeWhatTheyWere_data()
{
    QTest::addColumn<QJsonObject>("body");
    const auto row = [](const char* action, const QJsonObject& body) {
        QTest::newRow(action) << body;
    };
    row("disableTokens", {});
    row("moveTokens", {{u"domain"_s, u"/Sales"_s}});
    row("expireTokens", {{u"until"_s, u"2027-01-01T00:00:00Z"_s}});
    row("unassignTokens", {});
}

void TestBulkUndo::tokensBecomeWhatTheyWere()
{
    QFETCH(QJsonObject, body);
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna);
    const QJsonObject before = lasting(token(u"T1"_s));
    const ApiAnswer job = run(QString::fromLatin1(QTest::currentDataTag()), {u"T1"_s}, body);
    QCOMPARE(job.json[u"done"].toInt(), 1);
    QVERIFY(lasting(token(u"T1"_s)) != before);
    QCOMPARE(undo(job).json[u"done"].toInt(), 1);
    QCOMPARE(lasting(token(u"T1"_s)), before);
}

void TestBulkUndo::aTokenIsGivenBackWithItsPin()
{
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna, true);
    m_desk->setPin(u"T1"_s, "2468");
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    const ApiAnswer job = run(u"unassignTokens"_s, {u"T1"_s});
    QCOMPARE(token(u"T1"_s)[u"state"].toString(), u"unassigned"_s);
    QCOMPARE(undo(job).json[u"done"].toInt(), 1);
    QCOMPARE(token(u"T1"_s)[u"pinState"].toString(), u"set"_s);
    QVERIFY(!token(u"T1"_s)[u"enabled"].toBool()); // as it was
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).status, 200);
    QCOMPARE(m_desk->logOn(u"anna"_s, "2468" + m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
}

void TestBulkUndo::aTokenIsGivenBackWithThePinsBefore_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("of an unassigned token") << u"unassignTokens"_s;
    QTest::newRow("of a deleted person") << u"deleteUsers"_s;
}

// Else the policy would take a PIN once more that the same person had before.
void TestBulkUndo::aTokenIsGivenBackWithThePinsBefore()
{
    QFETCH(QString, action);
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna, true);
    for (const char* pin : {"first", "second"}) {
        m_desk->change(u"INSERT INTO pin_history (token_id, pin_hash, ended_at)"
                       " SELECT id, ?, 7 FROM tokens WHERE serial = 'T1'"_s,
                       {QByteArray(pin)});
    }
    const auto earlier = [&] {
        return m_desk->database().read([](storage::Connection& connection) {
            QByteArrayList pins;
            const qint64 id = authentication::tokens::find(connection, u"T1"_s).value().id;
            for (const auto& pin : authentication::pin_history::latest(connection, id, 24)) {
                pins << pin.hash + ' ' + pin.serial.toUtf8();
            }
            return pins;
        });
    };
    const QByteArrayList before {"second T1", "first T1"};
    QCOMPARE(earlier(), before);
    const QString id = action == u"deleteUsers" ? QString::number(m_anna) : u"T1"_s;
    QCOMPARE(undo(run(action, {id})).json[u"done"].toInt(), 1);
    QCOMPARE(earlier(), before);
    // With another person they go.
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    m_desk->assign(u"T1"_s, m_desk->makeUser(u"ben"_s));
    QCOMPARE(earlier(), QByteArrayList {});
}

void TestBulkUndo::aLostTokenIsGivenBackLost()
{
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna);
    m_desk->change(u"UPDATE tokens SET lost_at = ?, wrong_codes = 4 WHERE serial = 'T1'"_s,
                   {contract::toMilliseconds(m_desk->clock.now())});
    const QJsonObject before = lasting(token(u"T1"_s));
    QCOMPARE(undo(run(u"unassignTokens"_s, {u"T1"_s})).json[u"done"].toInt(), 1);
    QCOMPARE(token(u"T1"_s)[u"state"].toString(), u"lost"_s);
    QCOMPARE(lasting(token(u"T1"_s)), before);
}

void TestBulkUndo::aClearedPinComesBack()
{
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna, true);
    m_desk->setPin(u"T1"_s, "2468");
    const ApiAnswer asked = run(u"requireNewPins"_s, {u"T1"_s});
    QCOMPARE(token(u"T1"_s)[u"pinState"].toString(), u"mustChange"_s);
    QCOMPARE(undo(asked).json[u"done"].toInt(), 1);
    QCOMPARE(token(u"T1"_s)[u"pinState"].toString(), u"set"_s);
    const ApiAnswer cleared = run(u"clearPins"_s, {u"T1"_s});
    QCOMPARE(token(u"T1"_s)[u"pinState"].toString(), u"notSet"_s);
    QCOMPARE(undo(cleared).json[u"done"].toInt(), 1);
    QCOMPARE(m_desk->logOn(u"anna"_s, "2468" + m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
    // Whoever chose a new PIN keeps it.
    const ApiAnswer again = run(u"clearPins"_s, {u"T1"_s});
    m_desk->setPin(u"T1"_s, "1357");
    const ApiAnswer late = prepareUndo(again);
    QCOMPARE(late.json[u"ready"].toInt(), 0);
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/start"_s.arg(late.text("id"))).code(), u"bulk_nothing_to_do"_s);
}

void TestBulkUndo::deletedTokensComeBack()
{
    m_desk->addToken(u"T1"_s);
    const ApiAnswer job = run(u"deleteTokens"_s, {u"T1"_s});
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).status, 404);
    QCOMPARE(undo(job).json[u"done"].toInt(), 1);
    QCOMPARE(token(u"T1"_s)[u"state"].toString(), u"unassigned"_s);
    m_desk->assign(u"T1"_s, m_anna);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
}

void TestBulkUndo::whatWasChangedSinceIsLeftAlone()
{
    const qint64 ben = m_desk->makeUser(u"ben"_s);
    const ApiAnswer job = run(u"disableUsers"_s, {QString::number(m_anna), QString::number(ben)});
    QCOMPARE(m_desk->patch(u"/users/%1"_s.arg(ben), {{u"notes"_s, u"left for good"_s}}).status, 200);
    const ApiAnswer back = prepareUndo(job);
    QCOMPARE(back.json[u"ready"].toInt(), 1);
    QCOMPARE(back.json[u"refusals"][0][u"code"].toString(), u"changed_since"_s);
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/start"_s.arg(back.text("id"))).json[u"done"].toInt(), 1);
    QVERIFY(anna()[u"enabled"].toBool());
    QVERIFY(!m_desk->get(u"/users/%1"_s.arg(ben)).json[u"enabled"].toBool());
}

void TestBulkUndo::afterThirtyDaysItIsTooLate()
{
    const ApiAnswer job = run(u"disableUsers"_s, {QString::number(m_anna)});
    m_desk->change(u"UPDATE bulk_jobs SET created_at = created_at - ?"_s, {qint64 {30} * 24 * 3600 * 1000});
    QCOMPARE(prepareUndo(job).code(), u"bulk_not_undoable"_s);
    QVERIFY(!m_desk->get(u"/bulk-jobs/"_s + job.text("id")).json.contains(u"undoUntil"_s));
}

void TestBulkUndo::itIsUndoneOnce()
{
    const ApiAnswer job = run(u"disableUsers"_s, {QString::number(m_anna)});
    const ApiAnswer first = prepareUndo(job);
    const ApiAnswer second = prepareUndo(job); // two people look at the list at once
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/start"_s.arg(first.text("id"))).status, 200);
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/start"_s.arg(second.text("id"))).code(), u"bulk_not_undoable"_s);
    QCOMPARE(prepareUndo(job).code(), u"bulk_not_undoable"_s);
}

void TestBulkUndo::whatAnUndoLeftIsUndoneByAnother()
{
    const qint64 ben = m_desk->makeUser(u"ben"_s);
    const ApiAnswer job = run(u"disableUsers"_s, {QString::number(m_anna), QString::number(ben)});
    const auto now = [&] {
        return m_desk->get(u"/bulk-jobs/"_s + job.text("id")).json;
    };
    // One that was cancelled before it changed anything.
    const ApiAnswer none = prepareUndo(job);
    m_desk->change(u"UPDATE bulk_jobs SET state = 'running', started_at = created_at WHERE id = ?"_s,
                   {none.text("id").toLongLong()});
    QCOMPARE(prepareUndo(job).code(), u"bulk_not_undoable"_s); // that one is to be resumed
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/cancel"_s.arg(none.text("id"))).text("state"), u"cancelled"_s);
    QVERIFY(!now().contains(u"undoneBy"_s));
    QVERIFY(now().contains(u"undoUntil"_s));
    // One that reached one of two.
    m_desk->change(u"CREATE TRIGGER stuck BEFORE UPDATE ON users WHEN OLD.name = 'ben'"
                   " BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s);
    const ApiAnswer half = undo(job);
    QCOMPARE(half.json[u"done"].toInt(), 1);
    QCOMPARE(half.json[u"failed"].toInt(), 1);
    m_desk->change(u"DROP TRIGGER stuck"_s);
    QVERIFY(now().contains(u"undoUntil"_s));
    const ApiAnswer rest = prepareUndo(job);
    QCOMPARE(rest.json[u"ready"].toInt(), 1);
    QCOMPARE(m_desk->post(u"/bulk-jobs/%1/start"_s.arg(rest.text("id"))).json[u"done"].toInt(), 1);
    QVERIFY(m_desk->get(u"/users/%1"_s.arg(ben)).json[u"enabled"].toBool());
    QVERIFY(!now().contains(u"undoUntil"_s));
}

void TestBulkUndo::anUndoCanBeUndone()
{
    const ApiAnswer job = run(u"disableUsers"_s, {QString::number(m_anna)});
    const ApiAnswer back = undo(job);
    QVERIFY(anna()[u"enabled"].toBool());
    QCOMPARE(undo(back).json[u"done"].toInt(), 1);
    QVERIFY(!anna()[u"enabled"].toBool());
}

QTEST_GUILESS_MAIN(TestBulkUndo)
#include "tst_bulk_undo.moc"
