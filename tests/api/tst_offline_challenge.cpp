// SPDX-License-Identifier: Apache-2.0
#include "services/offline/challenge.h"
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using contract::Secret;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HelpDesk;

// Challenge and response over the telephone.
class TestOfflineChallenge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_agent = std::make_unique<FakeAgent>(*m_desk);
        m_agent->enrol(u"PC-1"_s);
        m_anna = m_desk->makeUser(u"Anna"_s);
    }
    void cleanup()
    {
        m_agent.reset();
        m_desk.reset();
    }

    void itIsOffUntilThePolicySaysSo();
    void theWorkstationTakesTheAnswer();
    void bothDomainsMustAllowIt();
    void theCallerIsVerifiedFirst();
    void fiveAnHourForEachWorkstation();
    void whoeverMayNotSignInIsNotLetIn();
    void scopeAndRankCount();
    void theEventHoldsNoAnswer();
    void aWorkstationThatHoldsDataNeedsNone();
    void whatIsVoidMayHoldACode();
    void theNameThatWasTypedCounts();

private:
    void setPolicy(const QString& type, const QJsonObject& values)
    {
        QJsonObject policy = m_desk->get(u"/policies/"_s + type).items().at(0).toObject();
        for (auto it = values.begin(); it != values.end(); ++it) {
            policy.insert(it.key(), it.value());
        }
        const ApiAnswer saved =
            m_desk->put(u"/policies/%1/%2"_s.arg(type, policy.value(u"id").toString()), policy);
        QCOMPARE(saved.status, 200);
    }
    void allow() { setPolicy(u"offline"_s, {{u"enabled"_s, true}, {u"allowChallenges"_s, true}}); }
    ApiAnswer ask(const QString& challenge, QByteArray session = {}, qint64 user = 0) const
    {
        const QJsonObject body {{u"userId"_s, QString::number(user != 0 ? user : m_anna)},
                                {u"challenge"_s, challenge},
                                {u"reason"_s, u"INC-9"_s}};
        return m_desk->call("POST", u"/api/v1/workstations/%1/responses"_s.arg(m_agent->id()),
                            QJsonDocument(body).toJson(), session.isEmpty() ? m_desk->adminToken() : session);
    }
    Secret sharedSecret() const
    {
        return offline::agree(m_agent->agreement().privateKey, m_agent->serviceAgreementKey(),
                              "holdfast challenge")
            .value();
    }

    std::unique_ptr<HelpDesk> m_desk;
    std::unique_ptr<FakeAgent> m_agent;
    qint64 m_anna = 0;
};

void TestOfflineChallenge::itIsOffUntilThePolicySaysSo()
{
    QCOMPARE(ask(offline::makeChallenge()).code(), u"challenges_off"_s);
    setPolicy(u"offline"_s, {{u"enabled"_s, true}});
    QCOMPARE(ask(offline::makeChallenge()).code(), u"challenges_off"_s);
    allow();
    QCOMPARE(ask(offline::makeChallenge()).status, 201);
}

void TestOfflineChallenge::theWorkstationTakesTheAnswer()
{
    allow();
    const QString challenge = offline::makeChallenge();
    const ApiAnswer answer = ask(challenge.toLower());
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.text("response").size(), offline::responseDigits);
    QCOMPARE(answer.text("expiresAt"), u"2026-06-01T10:00:00.000Z"_s);
    const Secret response(answer.text("response"));
    const QString id = QString::number(m_agent->id());
    const auto now = m_desk->clock.now();
    const auto takes = [&](const QString& user, const QString& workstation, contract::Timestamp at) {
        return offline::answers(response, challenge, sharedSecret(), user, workstation, at);
    };
    QVERIFY(takes(u"anna"_s, id, now));
    QVERIFY(takes(u"anna"_s, id, now + std::chrono::minutes(119)));
    QVERIFY(!takes(u"anna"_s, id, now + std::chrono::hours(2)));
    QVERIFY(!takes(u"berta"_s, id, now));
    QVERIFY(!takes(u"anna"_s, u"999"_s, now));
    QCOMPARE(ask(u"1234567"_s).status, 400);
    QCOMPARE(ask(u"!!!!!!!!!!"_s).status, 400);
}

void TestOfflineChallenge::bothDomainsMustAllowIt()
{
    allow();
    QJsonObject strict = m_desk->get(u"/policies/offline"_s).items().at(0).toObject();
    strict.insert(u"name"_s, u"Strict"_s);
    strict.insert(u"allowChallenges"_s, false);
    for (const char* field : {"id", "version", "isDefault", "domains"}) {
        strict.remove(QLatin1String(field));
    }
    const ApiAnswer made = m_desk->post(u"/policies/offline"_s, strict);
    QCOMPARE(made.status, 201);
    const qint64 domain = m_desk->makeDomain(u"Strict"_s);
    const QJsonObject own {{u"source"_s, u"own"_s}, {u"policyId"_s, made.text("id")}};
    QCOMPARE(m_desk->patch(u"/domains/%1"_s.arg(domain), {{u"offline"_s, own}}).status, 200);

    const qint64 berta = m_desk->makeUser(u"berta"_s, u"/Strict"_s);
    QCOMPARE(ask(offline::makeChallenge(), {}, berta).code(), u"challenges_off"_s);
    QCOMPARE(ask(offline::makeChallenge()).status, 201);
    const QString path = u"/workstations/%1"_s.arg(m_agent->id());
    QCOMPARE(m_desk->patch(path, {{u"domain"_s, u"/Strict"_s}}).status, 200);
    QCOMPARE(ask(offline::makeChallenge()).code(), u"challenges_off"_s);
}

void TestOfflineChallenge::theCallerIsVerifiedFirst()
{
    allow();
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    setPolicy(u"token"_s, {{u"verifyCallers"_s, true}});
    const ApiAnswer closed = ask(offline::makeChallenge());
    QCOMPARE(closed.status, 403);
    QCOMPARE(closed.code(), u"caller_not_verified"_s);
    const ApiAnswer begun = m_desk->post(u"/users/%1/verifications"_s.arg(m_anna));
    QCOMPARE(begun.status, 201);
    const ApiAnswer step = m_desk->post(
        u"/users/%1/verifications/%2/steps"_s.arg(m_anna).arg(begun.text("id")),
        {{u"method"_s, u"tokenCode"_s}, {u"code"_s, QString::fromLatin1(m_desk->code(u"T1"_s))}});
    QCOMPARE(step.status, 200);
    QCOMPARE(ask(offline::makeChallenge()).status, 201);
    const auto event = m_desk->events(u"OFFLINE_CHALLENGE_ANSWERED"_s).back();
    QCOMPARE(event.detail[u"verification"][u"points"].toInt(), 100);
}

void TestOfflineChallenge::fiveAnHourForEachWorkstation()
{
    allow();
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(ask(offline::makeChallenge()).status, 201);
    }
    const ApiAnswer sixth = ask(offline::makeChallenge());
    QCOMPARE(sixth.status, 429);
    QCOMPARE(sixth.code(), u"too_many_challenges"_s);
    m_desk->clock.advance(std::chrono::hours(1));
    QCOMPARE(ask(offline::makeChallenge(), m_desk->sessionOf(m_desk->adminId())).status, 201);
}

void TestOfflineChallenge::whoeverMayNotSignInIsNotLetIn()
{
    allow();
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(m_anna)).status, 200);
    QCOMPARE(ask(offline::makeChallenge()).code(), u"account_disabled"_s);
    QCOMPARE(m_desk->post(u"/users/%1/enable"_s.arg(m_anna)).status, 200);
    QCOMPARE(m_desk->post(u"/workstations/%1/revoke"_s.arg(m_agent->id()), {{u"reason"_s, u"x"_s}}).status,
             200);
    QCOMPARE(ask(offline::makeChallenge()).code(), u"workstation_revoked"_s);
}

void TestOfflineChallenge::scopeAndRankCount()
{
    allow();
    m_desk->makeDomain(u"Sales"_s);
    const qint64 seller = m_desk->makeUser(u"seller"_s, u"/Sales"_s);
    const QByteArray sales = m_desk->sessionWithRole(Role::HelpDesk, u"/Sales"_s);
    QCOMPARE(ask(offline::makeChallenge(), sales, seller).code(), u"workstation_unknown"_s);
    const QByteArray desk = m_desk->sessionWithRole(Role::HelpDesk);
    QCOMPARE(ask(offline::makeChallenge(), desk).status, 201);
    QCOMPARE(ask(offline::makeChallenge(), desk, m_desk->adminId()).code(), u"higher_rank"_s);
    QCOMPARE(ask(offline::makeChallenge(), desk, 999999).code(), u"user_unknown"_s);
    QCOMPARE(ask(offline::makeChallenge(), m_desk->sessionWithRole(Role::TokenAdministrator)).status, 403);
}

void TestOfflineChallenge::theEventHoldsNoAnswer()
{
    allow();
    const QString challenge = offline::makeChallenge();
    const ApiAnswer answer = ask(challenge);
    const auto events = m_desk->events(u"OFFLINE_CHALLENGE_ANSWERED"_s);
    QCOMPARE(events.size(), 1U);
    QCOMPARE(events[0].userName, u"Anna"_s);
    QCOMPARE(events[0].actor, u"admin"_s);
    QCOMPARE(events[0].detail[u"workstation"].toString(), u"PC-1"_s);
    QCOMPARE(events[0].detail[u"reason"].toString(), u"INC-9"_s);
    const QByteArray written = QJsonDocument(contract::toJson(events[0])).toJson();
    QVERIFY(!written.contains(answer.text("response").toLatin1()));
    QVERIFY(!written.contains(offline::canonicalChallenge(challenge).toLatin1()));
}

void TestOfflineChallenge::aWorkstationThatHoldsDataNeedsNone()
{
    holdfast::testing::OfflineDesk desk;
    desk.editPolicy({{u"allowChallenges"_s, true}});
    const auto asked = [&](qint64 user, bool dataLost = false) {
        QJsonObject body {{u"userId"_s, QString::number(user)},
                          {u"challenge"_s, offline::makeChallenge()},
                          {u"reason"_s, u"INC-9"_s}};
        if (dataLost) {
            body.insert(u"dataLost"_s, true);
        }
        return desk.post(u"/workstations/%1/responses"_s.arg(desk.agent.id()), body);
    };
    const auto data = desk.open(desk.fetch());
    QCOMPARE(asked(desk.anna).status, 201); // made, but nobody knows that it arrived
    desk.contact({data});
    const ApiAnswer code = asked(desk.anna);
    QCOMPARE(code.status, 409);
    QCOMPARE(code.code(), u"code_held"_s);
    QVERIFY(code.text("detail").contains(u"PC-1"_s) && code.text("detail").contains(u"read that out"_s));
    QCOMPARE(asked(desk.makeUser(u"ben"_s)).status, 201); // for whom it holds nothing

    // Both of its codes were read out: data are there all the same.
    const QString codes =
        u"/offline-sets/%1/emergency-codes"_s.arg(desk.row(desk.anna).value(u"id"_s).toString());
    for (const QString& replaces : {u"passcode"_s, u"tokencode"_s}) {
        QCOMPARE(desk.post(codes, {{u"replaces"_s, replaces}, {u"reason"_s, u"INC-9"_s}}).status, 200);
    }
    QCOMPARE(asked(desk.anna).code(), u"data_held"_s);
    // They were damaged, which a workstation without a network can tell nobody but whoever sits there.
    QCOMPARE(asked(desk.anna, true).status, 201);
    QVERIFY(desk.events(u"OFFLINE_CHALLENGE_ANSWERED"_s).back().detail[u"dataLost"].toBool());
    desk.later(std::chrono::days(15));
    QCOMPARE(asked(desk.anna).status, 201); // they are over
}

void TestOfflineChallenge::whatIsVoidMayHoldACode()
{
    holdfast::testing::OfflineDesk desk;
    desk.editPolicy({{u"allowChallenges"_s, true}});
    const auto asked = [&] {
        return desk
            .post(u"/workstations/%1/responses"_s.arg(desk.agent.id()),
                  {{u"userId"_s, QString::number(desk.anna)},
                   {u"challenge"_s, offline::makeChallenge()},
                   {u"reason"_s, u"INC-9"_s}})
            .code();
    };
    const auto data = desk.open(desk.fetch());
    desk.contact({data});
    desk.editPolicy({{u"maxFailures"_s, 3}});
    QCOMPARE(desk.row(desk.anna).value(u"stateReason"_s).toString(), u"policy_changed"_s);
    QCOMPARE(asked(), u"code_held"_s); // as the reading says
    const QString codes =
        u"/offline-sets/%1/emergency-codes"_s.arg(desk.row(desk.anna).value(u"id"_s).toString());
    for (const QString& replaces : {u"passcode"_s, u"tokencode"_s}) {
        QCOMPARE(desk.post(codes, {{u"replaces"_s, replaces}, {u"reason"_s, u"INC-9"_s}}).status, 200);
    }
    QCOMPARE(asked(), QString());
}

void TestOfflineChallenge::theNameThatWasTypedCounts()
{
    allow();
    QCOMPARE(m_desk
                 ->patch(u"/users/%1"_s.arg(m_anna),
                         {{u"aliases"_s, QJsonArray {u"A.Smith"_s}}, {u"email"_s, u"Anna@Example.com"_s}})
                 .status,
             200);
    const auto takes = [&](const QString& given, const QString& typed) {
        const QString challenge = offline::makeChallenge();
        const ApiAnswer answer = m_desk->post(u"/workstations/%1/responses"_s.arg(m_agent->id()),
                                              {{u"userId"_s, QString::number(m_anna)},
                                               {u"challenge"_s, challenge},
                                               {u"reason"_s, u"INC-9"_s},
                                               {u"userName"_s, given}});
        return answer.status == 201
            && offline::answers(Secret(answer.text("response")), challenge, sharedSecret(), typed,
                                QString::number(m_agent->id()), m_desk->clock.now());
    };
    QVERIFY(takes(u"A.SMITH"_s, u"a.smith"_s));
    QVERIFY(takes(u"anna@example.com"_s, u"anna@example.com"_s));
    QVERIFY(takes(u"anna"_s, u"anna"_s));
    QVERIFY(!takes(u"A.Smith"_s, u"anna"_s));
    QVERIFY(!takes(u"berta"_s, u"berta"_s));
}

QTEST_GUILESS_MAIN(TestOfflineChallenge)
#include "tst_offline_challenge.moc"
