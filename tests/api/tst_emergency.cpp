// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiHeaders;
using holdfast::testing::HelpDesk;
namespace reason = authentication::reason;

class TestEmergency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_anna = m_desk->makeUser(u"anna"_s);
    }
    void cleanup() { m_desk.reset(); }

    void withAPinTheCodeReplacesTheTokencode();
    void withoutAPinTheCodeReplacesThePasscode();
    void aSetHasDifferentCodesThatWorkOnce();
    void aUsedUpSetHoldsNoTokenBack();
    void theCodesAreShownThisOnce();
    void theAnswerIsReplayedForTheSameKeyAlone();
    void aReasonIsRequired_data();
    void aReasonIsRequired();
    void theLifetimeFollowsThePolicyAndTheToken();
    void contradictionsAreRefused();
    void whatWouldNotWorkIsRefusedWithItsCure();
    void aLockedAccountIsToldOf();
    void aNewSetVoidsTheOld();
    void cancelledCodesDoNotWork();
    void codesEndWithTheirTokensReturn();
    void theHistoryTellsWhoAndWhy();
    void rightsScopeAndRankApply();

private:
    QString path(const QString& more = {}) const
    {
        return u"/users/%1/emergency-codes%2"_s.arg(m_anna).arg(more);
    }
    ApiAnswer issue(QJsonObject body = {}, const ApiHeaders& headers = {}) const
    {
        if (!body.contains(u"kind")) {
            body.insert(u"kind"_s, u"fixed"_s);
        }
        if (!body.contains(u"reason")) {
            body.insert(u"reason"_s, u"INC-4711"_s);
        }
        return m_desk->post(path(), body, headers);
    }
    static QByteArray code(const ApiAnswer& answer, int index = 0)
    {
        return answer.json[u"codes"][index].toString().toLatin1();
    }
    void giveToken(bool pin)
    {
        m_desk->assign(m_desk->addToken(u"T1"_s), m_anna, pin);
        if (pin) {
            m_desk->setPin(u"T1"_s, "4711");
        }
    }
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
};

void TestEmergency::withAPinTheCodeReplacesTheTokencode()
{
    giveToken(true);
    const ApiAnswer answer = issue();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.text("replaces"), u"tokencode"_s);
    QCOMPARE(answer.text("tokenSerial"), u"T1"_s);
    QVERIFY(answer.text("usage").contains(u"PIN"));
    QCOMPARE(code(answer).size(), 8);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + code(answer)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + code(answer).toLower()).result, Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(answer)).result, Outcome::Result::Refused);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4712" + code(answer)).reason, reason::wrongPin);
}

void TestEmergency::withoutAPinTheCodeReplacesThePasscode()
{
    giveToken(false);
    const ApiAnswer answer = issue();
    QCOMPARE(answer.text("replaces"), u"passcode"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(answer)).result, Outcome::Result::Success);
    const ApiAnswer refused = issue({{u"replaces"_s, u"tokencode"_s}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"no_pin"_s);

    // Somebody without any token gets by as well.
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    const ApiAnswer alone = issue();
    QCOMPARE(alone.status, 201);
    QVERIFY(!alone.json.contains(u"tokenSerial"));
    QCOMPARE(m_desk->logOn(u"anna"_s, code(alone)).result, Outcome::Result::Success);
}

void TestEmergency::aSetHasDifferentCodesThatWorkOnce()
{
    giveToken(false);
    const ApiAnswer answer = issue({{u"kind"_s, u"oneTimeSet"_s}, {u"count"_s, 7}});
    QSet<QByteArray> codes;
    for (int i = 0; i < 7; ++i) {
        codes.insert(code(answer, i));
    }
    QCOMPARE(codes.size(), 7);
    QCOMPARE(issue({{u"kind"_s, u"oneTimeSet"_s}}).json[u"codes"].toArray().size(), 5);
    const ApiAnswer fresh = issue({{u"kind"_s, u"oneTimeSet"_s}, {u"count"_s, 2}});
    QCOMPARE(m_desk->logOn(u"anna"_s, code(fresh, 1)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(fresh, 1)).reason, reason::emergencyCodeUsed);
    const QJsonValue latest = m_desk->get(path()).items().at(0);
    QCOMPARE(latest[u"remaining"].toInt(), 1);
    QVERIFY(!latest[u"lastUsedAt"].toString().isEmpty());
    QCOMPARE(m_desk->logOn(u"anna"_s, code(fresh, 0)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->get(path()).items().at(0)[u"state"].toString(), u"usedUp"_s);
}

void TestEmergency::aUsedUpSetHoldsNoTokenBack()
{
    giveToken(false);
    const ApiAnswer only = issue(
        {{u"kind"_s, u"oneTimeSet"_s}, {u"count"_s, 1}, {u"onTokenReturn"_s, u"acceptAfterExpiry"_s}});
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).reason, reason::emergencyCodeActive);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(only)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
}

void TestEmergency::theCodesAreShownThisOnce()
{
    giveToken(false);
    const QByteArray shown = code(issue());
    QVERIFY(!m_desk->get(path()).body.contains(shown));
    QVERIFY(!m_desk->get(u"/users/%1/card"_s.arg(m_anna)).body.contains(shown));
    QVERIFY(!m_desk->get(u"/events"_s).body.contains(shown));
    m_desk->database().read([&](storage::Connection& connection) {
        auto rows = connection.select(u"SELECT code_mac FROM emergency_codes"_s);
        QVERIFY(rows.next());
        QCOMPARE(rows.bytes(0).size(), 32);
    });
}

void TestEmergency::theAnswerIsReplayedForTheSameKeyAlone()
{
    giveToken(false);
    const ApiHeaders key {{"Idempotency-Key", "call-1"}};
    const ApiAnswer first = issue({}, key);
    const ApiAnswer again = issue({}, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(m_desk->get(path()).items().size(), 1);
    const ApiAnswer other = issue({}, {{"Idempotency-Key", "call-2"}});
    QVERIFY(code(other) != code(first));
    // Another session does not see what was shown to this one.
    const QByteArray elsewhere = m_desk->sessionOf(m_desk->adminId());
    const ApiAnswer theirs = m_desk->call("POST", u"/api/v1"_s + path(),
                                          R"({"kind":"fixed","reason":"INC-4711"})", elsewhere, key);
    QVERIFY(code(theirs) != code(other) && code(theirs) != code(first));
    // Nor does the same one for ever.
    m_desk->clock.advance(std::chrono::minutes(6));
    const ApiAnswer late = issue({}, key);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), u"already_issued"_s);
}

void TestEmergency::aReasonIsRequired_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("absent") << QByteArray(R"({"kind":"fixed"})");
    QTest::newRow("empty") << QByteArray(R"({"kind":"fixed","reason":""})");
    QTest::newRow("blank") << QByteArray(R"({"kind":"fixed","reason":"  \t "})");
}

void TestEmergency::aReasonIsRequired()
{
    QFETCH(QByteArray, body);
    giveToken(false);
    const ApiAnswer answer = m_desk->call("POST", u"/api/v1"_s + path(), body, m_desk->adminToken());
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json[u"fields"][0][u"path"].toString(), u"reason"_s);
    QCOMPARE(m_desk->get(path()).items().size(), 0);
}

void TestEmergency::theLifetimeFollowsThePolicyAndTheToken()
{
    giveToken(false);
    QCOMPARE(issue().text("expiresAt"), u"2026-06-02T08:00:00.000Z"_s);
    QCOMPARE(issue({{u"lifetimeMinutes"_s, 30}}).text("expiresAt"), u"2026-06-01T08:30:00.000Z"_s);
    const ApiAnswer tooLong = issue({{u"lifetimeMinutes"_s, 10081}});
    QCOMPARE(tooLong.status, 400);
    QCOMPARE(tooLong.json[u"fields"][0][u"path"].toString(), u"lifetimeMinutes"_s);
    QVERIFY(tooLong.body.contains("10080"));
    m_desk->change(u"UPDATE tokens SET expires_at = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now() + std::chrono::hours(2))});
    const ApiAnswer cut = issue();
    QCOMPARE(cut.text("expiresAt"), u"2026-06-01T10:00:00.000Z"_s);
    m_desk->clock.advance(std::chrono::hours(2));
    QCOMPARE(m_desk->logOn(u"anna"_s, code(cut)).result, Outcome::Result::Refused);
}

void TestEmergency::contradictionsAreRefused()
{
    giveToken(false);
    const auto fault = [&](const QJsonObject& body) {
        return issue(body).json[u"fields"][0][u"path"].toString();
    };
    QCOMPARE(fault({{u"count"_s, 3}}), u"count"_s); // of a fixed code
    QCOMPARE(fault({{u"kind"_s, u"oneTimeSet"_s}, {u"count"_s, 51}}), u"count"_s);
    QCOMPARE(fault({{u"tokenSerial"_s, u"T9"_s}}), u"tokenSerial"_s);
    QCOMPARE(fault({{u"kind"_s, u"weekly"_s}}), u"kind"_s);
    QCOMPARE(fault({{u"onTokenReturn"_s, u"ignore"_s}}), u"onTokenReturn"_s);
    QCOMPARE(m_desk->post(u"/users/999/emergency-codes"_s, {{u"kind"_s, u"fixed"_s}, {u"reason"_s, u"x"_s}})
                 .code(),
             u"user_unknown"_s);
}

void TestEmergency::whatWouldNotWorkIsRefusedWithItsCure()
{
    giveToken(false);
    m_desk->change(u"UPDATE tokens SET expires_at = ?"_s, {contract::toMilliseconds(m_desk->clock.now())});
    const ApiAnswer expired = issue();
    QCOMPARE(expired.status, 409);
    QCOMPARE(expired.code(), u"token_expired"_s);
    QVERIFY(expired.text("detail").contains(u"Assign a new token"));
    m_desk->assign(m_desk->addToken(u"T2"_s), m_anna);
    QCOMPARE(issue().text("tokenSerial"), u"T2"_s); // the one that still is any good

    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(m_anna)).status, 200);
    QCOMPARE(issue().code(), u"account_disabled"_s);
    QCOMPARE(m_desk->post(u"/users/%1/enable"_s.arg(m_anna)).status, 200);
    m_desk->change(u"UPDATE users SET ends_at = 1000 WHERE id = ?"_s, {m_anna});
    QCOMPARE(issue().code(), u"account_ended"_s);
}

void TestEmergency::aLockedAccountIsToldOf()
{
    giveToken(false);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_desk->logOn(u"anna"_s, "000000").result, Outcome::Result::Refused);
    }
    const ApiAnswer answer = issue();
    QCOMPARE(answer.status, 201);
    QVERIFY(answer.text("usage").startsWith(u"The account is locked"));
    QCOMPARE(m_desk->logOn(u"anna"_s, code(answer)).reason, reason::accountLocked);
    QCOMPARE(m_desk->post(u"/users/%1/unlock"_s.arg(m_anna)).status, 200);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(answer)).result, Outcome::Result::Success);
}

void TestEmergency::aNewSetVoidsTheOld()
{
    giveToken(false);
    const ApiAnswer old = issue();
    const ApiAnswer fresh = issue();
    QCOMPARE(m_desk->logOn(u"anna"_s, code(old)).reason, reason::emergencyCodeCancelled);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(fresh)).result, Outcome::Result::Success);
    const auto events = m_desk->events(u"EMERGENCY_CODES_ISSUED"_s);
    QCOMPARE(events.size(), std::size_t {2});
    QCOMPARE(events[0].detail[u"emergencyCodesEnded"].toInt(), 0);
    QCOMPARE(events[1].detail[u"emergencyCodesEnded"].toInt(), 1);
    QCOMPARE(events[1].detail[u"reason"].toString(), u"INC-4711"_s);
}

void TestEmergency::cancelledCodesDoNotWork()
{
    giveToken(false);
    const ApiAnswer issued = issue();
    const QString cancel = path(u"/%1/cancel"_s.arg(issued.text("id")));
    QCOMPARE(m_desk->post(cancel).text("state"), u"cancelled"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(issued)).reason, reason::emergencyCodeCancelled);
    QCOMPARE(m_desk->post(cancel).code(), u"emergency_code_over"_s);
    QCOMPARE(m_desk->post(path(u"/999/cancel"_s)).code(), u"emergency_code_unknown"_s);
    const qint64 bob = m_desk->makeUser(u"bob"_s);
    QCOMPARE(m_desk->post(u"/users/%1/emergency-codes/%2/cancel"_s.arg(bob).arg(issued.text("id"))).status,
             404);
    QCOMPARE(m_desk->events(u"EMERGENCY_CODES_CANCELLED"_s).size(), std::size_t {1});
}

void TestEmergency::codesEndWithTheirTokensReturn()
{
    giveToken(false);
    QCOMPARE(m_desk->act(u"T1"_s, u"lost"_s).status, 200);
    const ApiAnswer refusing = issue({{u"onTokenReturn"_s, u"refuse"_s}});
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).reason, reason::emergencyCodeActive);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(refusing)).result, Outcome::Result::Success);
    // Whoever says that it was found wants it to work.
    QCOMPARE(m_desk->act(u"T1"_s, u"found"_s).status, 200);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(refusing)).reason, reason::emergencyCodeCancelled);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);

    const ApiAnswer accepting = issue();
    m_desk->clock.advance(std::chrono::seconds(30));
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"anna"_s, code(accepting)).reason, reason::emergencyCodeCancelled);

    const ApiAnswer last = issue();
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    QVERIFY(m_desk->logOn(u"anna"_s, code(last)).result == Outcome::Result::Refused);
}

void TestEmergency::theHistoryTellsWhoAndWhy()
{
    giveToken(false);
    for (int i = 0; i < 5; ++i) {
        m_desk->clock.advance(std::chrono::minutes(1));
        QCOMPARE(issue({{u"reason"_s, u"call %1"_s.arg(i)}}).status, 201);
    }
    const ApiAnswer first = m_desk->get(path(u"?limit=2&total=true"_s));
    QCOMPARE(first.json[u"total"].toInt(), 5);
    QCOMPARE(first.items().at(0)[u"reason"].toString(), u"call 4"_s);
    QCOMPARE(first.items().at(0)[u"issuedBy"].toString(), u"admin"_s);
    QCOMPARE(first.items().at(0)[u"state"].toString(), u"active"_s);
    QCOMPARE(first.items().at(1)[u"state"].toString(), u"cancelled"_s);
    const ApiAnswer second = m_desk->get(path(u"?limit=2&after="_s + first.text("next")));
    QCOMPARE(second.items().at(0)[u"reason"].toString(), u"call 2"_s);
    const ApiAnswer back = m_desk->get(path(u"?limit=2&before="_s + second.text("previous")));
    QCOMPARE(back.items().at(0)[u"reason"].toString(), u"call 4"_s);
    QVERIFY(!back.json.contains(u"previous"));
}

void TestEmergency::rightsScopeAndRankApply()
{
    giveToken(false);
    m_desk->makeDomain(u"Sales"_s);
    const QByteArray body = R"({"kind":"fixed","reason":"INC-1"})";
    const auto ask = [&](const QByteArray& token, qint64 id) {
        return m_desk->call("POST", u"/api/v1/users/%1/emergency-codes"_s.arg(id), body, token);
    };
    const QByteArray helpDesk = m_desk->sessionWithRole(contract::Role::HelpDesk);
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor);
    QCOMPARE(ask(helpDesk, m_anna).status, 201);
    QCOMPARE(ask(helpDesk, m_desk->adminId()).code(), u"higher_rank"_s);
    QCOMPARE(ask(sales, m_anna).code(), u"user_unknown"_s);
    QCOMPARE(ask(auditor, m_anna).status, 403);
    QCOMPARE(ask({}, m_anna).status, 401);
    QCOMPARE(m_desk->call("GET", u"/api/v1"_s + path(), {}, auditor).status, 200);
    QCOMPARE(m_desk->call("GET", u"/api/v1"_s + path(), {}, sales).status, 404);
}

QTEST_GUILESS_MAIN(TestEmergency)
#include "tst_emergency.moc"
