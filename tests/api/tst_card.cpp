// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"
#include "tests/support/sanitizer.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_anna = m_desk->makeUser(u"anna"_s);
    }
    void cleanup() { m_desk.reset(); }

    void theVerdictNamesTheCauseAndItsCure_data();
    void theVerdictNamesTheCauseAndItsCure();
    void theVerdictIsWhatTheGateDoes();
    void aPersonInOrderNeedsNothing();
    void withoutAPinItSaysToTypeTheTokencodeAlone();
    void anEmergencyCodeIsAWay();
    void failuresAreThoseThatCountNow();
    void policiesAreShownWithTheirOrigin();
    void theLastEventsAreSentencesLatestFirst();
    void oneAnswerHoldsWhatACallNeeds();
    void explainSaysTheSame();
    void othersPeopleAreOutOfSight();

private:
    ApiAnswer card() const { return m_desk->get(u"/users/%1/card"_s.arg(m_anna)); }
    void lock()
    {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_desk->logOn(u"anna"_s, "000000").result, Outcome::Result::Refused);
        }
    }
    void prepare(const QString& situation);
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
};

void TestCard::prepare(const QString& situation)
{
    const qint64 now = contract::toMilliseconds(m_desk->clock.now());
    if (situation == u"no token") {
        return;
    }
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    if (situation == u"locked") {
        lock();
    } else if (situation == u"disabled") {
        QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(m_anna)).status, 200);
    } else if (situation == u"ended") {
        m_desk->change(u"UPDATE users SET ends_at = ? WHERE id = ?"_s, {now, m_anna});
    } else if (situation == u"not begun") {
        m_desk->change(u"UPDATE users SET starts_at = ? WHERE id = ?"_s, {now + 1, m_anna});
    } else if (situation == u"token disabled") {
        QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    } else if (situation == u"token lost") {
        QCOMPARE(m_desk->act(u"T1"_s, u"lost"_s).status, 200);
    } else if (situation == u"token expired") {
        m_desk->change(u"UPDATE tokens SET expires_at = ?"_s, {now});
    } else if (situation == u"seed damaged") {
        m_desk->change(u"UPDATE tokens SET seed = ?"_s, {QByteArray("not a seal")});
    }
}

void TestCard::theVerdictNamesTheCauseAndItsCure_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("action");
    QTest::newRow("no token") << u"no_token"_s << u"assignToken"_s;
    QTest::newRow("locked") << u"account_locked"_s << u"unlock"_s;
    QTest::newRow("disabled") << u"account_disabled"_s << u"enable"_s;
    QTest::newRow("ended") << u"account_ended"_s << u"extendAccount"_s;
    QTest::newRow("not begun") << u"account_not_yet_valid"_s << u"extendAccount"_s;
    QTest::newRow("token disabled") << u"token_disabled"_s << u"enableToken"_s;
    QTest::newRow("token lost") << u"token_lost"_s << u"issueEmergencyCode"_s;
    QTest::newRow("token expired") << u"token_expired"_s << u"replaceToken"_s;
    QTest::newRow("seed damaged") << u"token_damaged"_s << u"replaceToken"_s;
}

void TestCard::theVerdictNamesTheCauseAndItsCure()
{
    QFETCH(QString, reason);
    QFETCH(QString, action);
    prepare(QString::fromLatin1(QTest::currentDataTag()));
    const ApiAnswer answer = card();
    QCOMPARE(answer.status, 200);
    const QJsonObject explanation = answer.json[u"explanation"].toObject();
    QVERIFY(!explanation[u"canLogOn"].toBool());
    QStringList reasons;
    for (const auto& check : explanation[u"checks"].toArray()) {
        if (!check[u"passed"].toBool()) {
            reasons << check[u"detail"][u"reason"].toString();
            QVERIFY(!check[u"found"].toString().isEmpty());
        }
    }
    QVERIFY2(reasons.contains(reason), qPrintable(reasons.join(u' ')));
    QCOMPARE(answer.json[u"nextAction"][u"action"].toString(), action);
    QVERIFY(!answer.json[u"nextAction"][u"label"].toString().isEmpty());
}

// For every situation the card and a real attempt must agree.
void TestCard::theVerdictIsWhatTheGateDoes()
{
    for (const char* situation : {"in order", "no token", "locked", "disabled", "ended", "not begun",
                                  "token disabled", "token lost", "token expired", "seed damaged"}) {
        init();
        prepare(QString::fromLatin1(situation));
        const bool saysYes = card().json[u"explanation"][u"canLogOn"].toBool();
        const bool isLetIn =
            m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result == Outcome::Result::Success;
        QVERIFY2(saysYes == isLetIn, situation);
    }
}

void TestCard::aPersonInOrderNeedsNothing()
{
    prepare(u"in order"_s);
    const ApiAnswer answer = card();
    QVERIFY(answer.json[u"explanation"][u"canLogOn"].toBool());
    QCOMPARE(answer.json[u"explanation"][u"ways"].toArray(), QJsonArray {u"T1"_s});
    QVERIFY(!answer.json.contains(u"nextAction"));
    m_desk->change(u"UPDATE tokens SET next_code_required = 1"_s);
    QCOMPARE(card().json[u"nextAction"][u"action"].toString(), u"resyncToken"_s);
}

void TestCard::withoutAPinItSaysToTypeTheTokencodeAlone()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna, true);
    bool said = false;
    for (const auto& check : card().json[u"explanation"][u"checks"].toArray()) {
        said = said
            || (check[u"id"].toString() == u"token_pin"
                && check[u"found"].toString().contains(u"tokencode alone"));
    }
    QVERIFY(said);
}

void TestCard::anEmergencyCodeIsAWay()
{
    prepare(u"token lost"_s);
    QCOMPARE(m_desk
                 ->post(u"/users/%1/emergency-codes"_s.arg(m_anna),
                        {{u"kind"_s, u"fixed"_s}, {u"reason"_s, u"x"_s}, {u"onTokenReturn"_s, u"refuse"_s}})
                 .status,
             201);
    const ApiAnswer answer = card();
    QCOMPARE(answer.json[u"explanation"][u"ways"].toArray(), QJsonArray {u"emergency code"_s});
    QCOMPARE(answer.json[u"emergencyCodes"][0][u"state"].toString(), u"active"_s);
}

void TestCard::failuresAreThoseThatCountNow()
{
    prepare(u"in order"_s);
    for (int i = 0; i < 3; ++i) {
        (void)m_desk->logOn(u"anna"_s, "000000");
    }
    QCOMPARE(card().json[u"failures"].toInt(), 3);
    m_desk->clock.advance(std::chrono::minutes(29)); // within the session
    (void)m_desk->get(u"/users/%1"_s.arg(m_anna));
    m_desk->change(u"UPDATE users SET first_failure_at = first_failure_at - 86400000 WHERE id = ?"_s,
                   {m_anna});
    QCOMPARE(card().json[u"failures"].toInt(), 0);
}

void TestCard::policiesAreShownWithTheirOrigin()
{
    const QJsonObject policies = card().json[u"policies"].toObject();
    for (const QString& type : {u"lockout"_s, u"token"_s, u"offline"_s}) {
        QVERIFY(!policies[type][u"name"].toString().isEmpty());
        QVERIFY(!policies[type + u"Origin"_s][u"kind"].toString().isEmpty());
    }
    QCOMPARE(policies[u"lockout"][u"maxFailures"].toInt(), 5);
}

void TestCard::theLastEventsAreSentencesLatestFirst()
{
    prepare(u"in order"_s);
    (void)m_desk->logOn(u"anna"_s, "000000");
    (void)m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s));
    const QJsonArray events = card().json[u"events"].toArray();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events[0][u"sentence"].toString(), u"anna signed in with token T1"_s);
    QVERIFY(events[1][u"sentence"].toString().startsWith(u"Wrong code for anna"));
    QCOMPARE(events[2][u"sentence"].toString(), u"admin assigned token T1 to anna"_s);
    for (int i = 0; i < 30; ++i) {
        (void)m_desk->logOn(u"anna"_s, "000000");
    }
    QCOMPARE(card().json[u"events"].toArray().size(), 20);
}

void TestCard::oneAnswerHoldsWhatACallNeeds()
{
    prepare(u"in order"_s);
    const ApiAnswer answer = card();
    QCOMPARE(answer.json[u"user"][u"name"].toString(), u"anna"_s);
    QCOMPARE(answer.json[u"user"][u"tokenCount"].toInt(), 1);
    QCOMPARE(answer.json[u"tokens"][0][u"serial"].toString(), u"T1"_s);
    // A few milliseconds; a generous bound keeps a busy machine from failing it.
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(card().status, 200);
    }
    QVERIFY2(timer.elapsed() < testing::allowance * 20 * 100,
             qPrintable(u"%1 ms each"_s.arg(timer.elapsed() / 20)));
}

void TestCard::explainSaysTheSame()
{
    prepare(u"token lost"_s);
    const ApiAnswer explained = m_desk->get(u"/users/%1/explain"_s.arg(m_anna));
    QCOMPARE(explained.status, 200);
    QCOMPARE(explained.json, card().json[u"explanation"].toObject());
}

void TestCard::othersPeopleAreOutOfSight()
{
    m_desk->makeDomain(u"Sales"_s);
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    const qint64 seller = m_desk->makeUser(u"seller"_s, u"/Sales"_s);
    QCOMPARE(m_desk->call("GET", u"/api/v1/users/%1/card"_s.arg(m_anna), {}, sales).status, 404);
    QCOMPARE(m_desk->call("GET", u"/api/v1/users/%1/explain"_s.arg(m_anna), {}, sales).status, 404);
    QCOMPARE(m_desk->call("GET", u"/api/v1/users/%1/card"_s.arg(seller), {}, sales).status, 200);
    QCOMPARE(m_desk->get(u"/users/nobody/card"_s).code(), u"user_unknown"_s);
}

QTEST_GUILESS_MAIN(TestCard)
#include "tst_card.moc"
