// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_sets.h"
#include "tests/api/help_desk.h"
#include "tests/support/fake_agent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using contract::PinStyle;
using contract::Secret;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HelpDesk;

// What a workstation's agent may ask, and how it shows who it is.
class TestAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_agent = std::make_unique<FakeAgent>(*m_desk);
        m_agent->enrol(u"PC-1"_s);
        m_anna = m_desk->makeUser(u"anna"_s);
        m_desk->addToken(u"T1"_s, {.style = PinStyle::BeforeCode});
        m_desk->assign(u"T1"_s, m_anna, true);
        m_desk->setPin(u"T1"_s, "4711");
    }
    void cleanup()
    {
        m_agent.reset();
        m_desk.reset();
    }

    void anybodyMayAskForTheTime();
    void everybodyElseIsRefusedAlike();
    void aSignatureBelongsToItsTargetAndBody();
    void aRequestIsTakenOnce();
    void aClockThatDiffersLearnsTheTime();
    void aRefusedSignatureIsOneEvent();
    void aLogonBringsATicket();
    void refusalsAreAlike();
    void anEmergencyCodeBringsNoTicket();
    void theNextTokencodeIsAskedFor();
    void aNewPinIsChosen();
    void aLogonGoesOnWhereItBegan();
    void aLogonIsOneThingAtATime();
    void thePinIsHandedOutWhereItIsWanted();
    void thePinWaitsForTheNextTokencode();
    void aTicketOutlastsWhatIsNoFaultOfTheLogon();
    void aStolenWorkstationTakesItsTokensAlong();

private:
    QByteArray passcode(qint64 position = 0) const { return "4711" + m_desk->code(u"T1"_s, position); }
    static QByteArray logonBody(const QString& name, const QByteArray& passcode)
    {
        return QJsonDocument(
                   QJsonObject {{u"userName"_s, name}, {u"passcode"_s, QString::fromLatin1(passcode)}})
            .toJson(QJsonDocument::Compact);
    }
    // Steps of the token were granted to the workstation.
    void grant(const QString& serial) const
    {
        m_desk->database().writeAndWait([&](storage::Connection& connection) {
            authentication::OfflineSetRow row;
            row.wireId = u"set-"_s + serial;
            row.userId = m_anna;
            row.userName = row.userKey = u"anna"_s;
            row.userDomainId = 1;
            {
                auto token = connection.select(u"SELECT id FROM tokens WHERE serial = ?"_s, {serial});
                row.tokenId = token.next() ? token.integer(0) : 0;
            }
            row.tokenSerial = serial;
            row.workstationId = m_agent->id();
            row.issuedAt = m_desk->clock.now();
            row.expiresAt = m_desk->clock.now() + std::chrono::days(14);
            return authentication::offlineSets::insert(connection, row);
        });
    }
    template <class Start>
    static Outcome settled(Start start)
    {
        std::promise<Outcome> promise;
        start([&](Outcome outcome, const std::exception_ptr& failed) {
            failed ? promise.set_exception(failed) : promise.set_value(std::move(outcome));
        });
        return promise.get_future().get();
    }
    Outcome submit(const QByteArray& typed, bool wantsPin) const
    {
        authentication::Submission submission;
        submission.subjectName = u"anna"_s;
        submission.credentials.passcode = Secret(QByteArrayView(typed));
        submission.wantsPin = wantsPin;
        return m_desk->gate().submitAndWait(std::move(submission));
    }

    std::unique_ptr<HelpDesk> m_desk;
    std::unique_ptr<FakeAgent> m_agent;
    qint64 m_anna = 0;
};

void TestAgent::anybodyMayAskForTheTime()
{
    const ApiAnswer answer = m_desk->call("GET", u"/agent/v1/time"_s, {}, {});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("service"), u"holdfast"_s);
    QCOMPARE(answer.text("serverTime"), u"2026-06-01T08:00:00.000Z"_s);
}

void TestAgent::everybodyElseIsRefusedAlike()
{
    const QByteArray body = logonBody(u"anna"_s, passcode());
    FakeAgent stranger(*m_desk); // has keys, but was never enrolled
    QByteArray asOurs = stranger.authorization(u"/logons"_s, body);
    asOurs.replace("id=0", "id=" + QByteArray::number(m_agent->id()));
    QByteArray unknown = m_agent->authorization(u"/logons"_s, body);
    unknown.replace("id=" + QByteArray::number(m_agent->id()), "id=999999");
    for (const QByteArray& header : {QByteArray(), QByteArray("Holdfast-Workstation nonsense"),
                                     "Bearer " + m_desk->adminToken(), asOurs, unknown}) {
        const ApiAnswer answer = m_agent->send(u"/logons"_s, body, header);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), u"workstation_not_authenticated"_s);
        QVERIFY(answer.text("detail").startsWith(u"The request is not signed"_s));
    }
    QVERIFY(m_desk->events(u"AUTHN_LOGIN_EVENT"_s).empty());
}

void TestAgent::aSignatureBelongsToItsTargetAndBody()
{
    const QByteArray body = logonBody(u"anna"_s, passcode());
    QCOMPARE(m_agent->send(u"/logons"_s, body, m_agent->authorization(u"/contacts"_s, body)).status, 401);
    const QByteArray other = logonBody(u"berta"_s, passcode());
    QCOMPARE(m_agent->send(u"/logons"_s, other, m_agent->authorization(u"/logons"_s, body)).status, 401);
    QCOMPARE(m_agent->send(u"/logons"_s, body, m_agent->authorization(u"/logons"_s, body)).text("outcome"),
             u"success"_s);
}

void TestAgent::aRequestIsTakenOnce()
{
    const QByteArray body = logonBody(u"nobody"_s, "123456");
    const QByteArray header = m_agent->authorization(u"/logons"_s, body);
    QCOMPARE(m_agent->send(u"/logons"_s, body, header).status, 200);
    QCOMPARE(m_agent->send(u"/logons"_s, body, header).status, 401);
    m_desk->clock.advance(std::chrono::minutes(5));
    QCOMPARE(m_agent->send(u"/logons"_s, body, header).status, 401);
    QCOMPARE(m_desk->events(u"AUTHN_LOGIN_EVENT"_s).size(), 1U);
}

void TestAgent::aClockThatDiffersLearnsTheTime()
{
    for (const auto minutes : {-6, 6}) {
        m_agent->clockOffset = std::chrono::minutes(minutes);
        const ApiAnswer answer = m_agent->logOn(u"anna"_s, passcode());
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), u"clock_differs"_s);
        const QJsonObject field = answer.json[u"fields"][0].toObject();
        QCOMPARE(field[u"path"].toString(), u"serverTime"_s);
        QCOMPARE(field[u"message"].toString(), u"2026-06-01T08:00:00.000Z"_s);
    }
    m_agent->clockOffset = std::chrono::minutes(4);
    QCOMPARE(m_agent->logOn(u"anna"_s, passcode()).text("outcome"), u"success"_s);
    QTRY_COMPARE(m_desk->get(u"/workstations/%1"_s.arg(m_agent->id())).json[u"clockOffsetSeconds"].toInt(),
                 240);
}

void TestAgent::aRefusedSignatureIsOneEvent()
{
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_agent->send(u"/logons"_s, "{}", "nonsense").status, 401);
    }
    QTRY_COMPARE(m_desk->events(u"WORKSTATION_REFUSED"_s).size(), 1U);
}

void TestAgent::aLogonBringsATicket()
{
    const ApiAnswer answer = m_agent->logOn(u"ANNA"_s, passcode());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("outcome"), u"success"_s);
    QCOMPARE(answer.text("userId"), QString::number(m_anna));
    QCOMPARE(answer.text("userName"), u"anna"_s);
    QCOMPARE(answer.text("ticket").size(), 43); // 256 bits
    QCOMPARE(answer.text("tokenSerial"), u"T1"_s); // and what was used up, for the workstation to know
    QVERIFY(answer.json[u"step"].toInteger(-1) > 0);
    const auto events = m_desk->events(u"AUTHN_LOGIN_EVENT"_s);
    QCOMPARE(events.size(), 1U);
    QCOMPARE(events[0].client, u"PC-1"_s);
    QCOMPARE(events[0].method, u"SECURID"_s);
    QCOMPARE(events[0].tokenSerial, u"T1"_s);
}

void TestAgent::refusalsAreAlike()
{
    const auto body = [](const ApiAnswer& answer) {
        return answer.status == 200 ? answer.body : QByteArray();
    };
    m_desk->makeUser(u"without"_s);
    const qint64 disabled = m_desk->makeUser(u"disabled"_s);
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(disabled)).status, 200);
    const QByteArray refused = body(m_agent->logOn(u"nobody"_s, "123456"));
    QVERIFY(refused.contains("\"refused\""));
    QCOMPARE(body(m_agent->logOn(u"without"_s, "123456")), refused);
    QCOMPARE(body(m_agent->logOn(u"disabled"_s, "123456")), refused);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(body(m_agent->logOn(u"anna"_s, "47110000000")), refused);
    }
    QCOMPARE(m_desk->events(u"ACCOUNT_LOCKED"_s).size(), 1U);
    QCOMPARE(body(m_agent->logOn(u"anna"_s, passcode())), refused);
}

void TestAgent::anEmergencyCodeBringsNoTicket()
{
    const ApiAnswer issued =
        m_desk->post(u"/users/%1/emergency-codes"_s.arg(m_anna),
                     {{u"kind"_s, u"fixed"_s}, {u"replaces"_s, u"passcode"_s}, {u"reason"_s, u"INC-1"_s}});
    QCOMPARE(issued.status, 201);
    const ApiAnswer answer = m_agent->logOn(u"anna"_s, issued.json[u"codes"][0].toString().toLatin1());
    QCOMPARE(answer.text("outcome"), u"success"_s);
    QVERIFY(!answer.json.contains(u"ticket"));
    QCOMPARE(m_desk->events(u"AUTHN_LOGIN_EVENT"_s).back().method, u"EMERGENCY_TOKENCODE"_s);
}

void TestAgent::theNextTokencodeIsAskedFor()
{
    m_desk->change(u"UPDATE tokens SET next_code_required = 1"_s);
    const ApiAnswer asked = m_agent->logOn(u"anna"_s, passcode());
    QCOMPARE(asked.text("outcome"), u"nextTokencode"_s);
    QVERIFY(!asked.json.contains(u"ticket"));
    const ApiAnswer done = m_agent->goOn(asked, "nextTokencode", m_desk->code(u"T1"_s, 1));
    QCOMPARE(done.text("outcome"), u"success"_s);
    QVERIFY(!done.text("ticket").isEmpty());
    QCOMPARE(m_desk->events(u"AUTHN_LOGIN_EVENT"_s).back().method, u"SECURID_NEXT_TOKENCODE"_s);

    m_desk->change(u"UPDATE tokens SET next_code_required = 1"_s);
    m_desk->clock.advance(std::chrono::minutes(2));
    const ApiAnswer again = m_agent->logOn(u"anna"_s, passcode());
    QCOMPARE(again.text("outcome"), u"nextTokencode"_s);
    QCOMPARE(m_agent->goOn(again, "nextTokencode", "000000").text("outcome"), u"refused"_s);
    QCOMPARE(m_agent->goOn(again, "nextTokencode", m_desk->code(u"T1"_s, 1)).code(), u"attempt_over"_s);
}

void TestAgent::aNewPinIsChosen()
{
    m_desk->change(u"UPDATE tokens SET pin_state = 'mustChange'"_s);
    const ApiAnswer asked = m_agent->logOn(u"anna"_s, passcode());
    QCOMPARE(asked.text("outcome"), u"newPin"_s);
    QVERIFY(asked.text("sentence").contains(u"PIN"_s));
    const ApiAnswer weak = m_agent->goOn(asked, "newPin", "1111");
    QCOMPARE(weak.text("outcome"), u"pinRefused"_s);
    QVERIFY(!weak.text("sentence").isEmpty());
    QCOMPARE(m_agent->goOn(asked, "newPin", "8052").code(), u"attempt_over"_s);
    const ApiAnswer done = m_agent->goOn(weak, "newPin", "8052");
    QCOMPARE(done.text("outcome"), u"success"_s);
    QVERIFY(!done.text("ticket").isEmpty());
    m_desk->clock.advance(std::chrono::minutes(1));
    QCOMPARE(m_agent->logOn(u"anna"_s, "8052" + m_desk->code(u"T1"_s)).text("outcome"), u"success"_s);
}

void TestAgent::aLogonGoesOnWhereItBegan()
{
    m_desk->change(u"UPDATE tokens SET next_code_required = 1"_s);
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    const ApiAnswer asked = m_agent->logOn(u"anna"_s, passcode());
    const QByteArray next = m_desk->code(u"T1"_s, 1);
    QCOMPARE(other.goOn(asked, "nextTokencode", next).code(), u"attempt_over"_s);
    QCOMPARE(m_agent->goOn(asked, "newPin", "8052").code(), u"attempt_over"_s);
    m_desk->clock.advance(std::chrono::minutes(5));
    QCOMPARE(m_agent->goOn(asked, "nextTokencode", next).code(), u"attempt_over"_s);
}

void TestAgent::aLogonIsOneThingAtATime()
{
    QCOMPARE(m_agent->post(u"/logons"_s, {}).status, 400);
    QCOMPARE(m_agent->post(u"/logons"_s, {{u"userName"_s, u"anna"_s}}).status, 400);
    QCOMPARE(m_agent->post(u"/logons"_s, {{u"attemptId"_s, u"x"_s}}).status, 400);
    QCOMPARE(m_agent
                 ->post(u"/logons"_s,
                        {{u"attemptId"_s, u"x"_s}, {u"newPin"_s, u"1"_s}, {u"nextTokencode"_s, u"1"_s}})
                 .status,
             400);
}

void TestAgent::thePinIsHandedOutWhereItIsWanted()
{
    const Outcome silent = submit(passcode(), false);
    QCOMPARE(silent.result, Outcome::Result::Success);
    QVERIFY(silent.tokenId != 0);
    QVERIFY(silent.pin.isEmpty());
    m_desk->clock.advance(std::chrono::minutes(1));
    const Outcome told = submit(passcode(), true);
    QVERIFY(told.pin.equals("4711"));
    QCOMPARE(told.step, contract::toMilliseconds(m_desk->clock.now()) / 30'000);
    QVERIFY(submit("9999" + m_desk->code(u"T1"_s, 1), true).pin.isEmpty()); // wrong
}

void TestAgent::thePinWaitsForTheNextTokencode()
{
    m_desk->change(u"UPDATE tokens SET next_code_required = 1"_s);
    const Outcome asked = submit(passcode(), true);
    QCOMPARE(asked.result, Outcome::Result::NextTokencode);
    QVERIFY(asked.pin.isEmpty());
    const QByteArray next = m_desk->code(u"T1"_s, 1);
    const Outcome done = settled([&](authentication::Gate::Done finished) {
        m_desk->gate().verifyNextTokencode(*asked.continuation, Secret(QByteArrayView(next)),
                                           std::move(finished));
    });
    QCOMPARE(done.result, Outcome::Result::Success);
    QVERIFY(done.pin.equals("4711"));

    m_desk->change(u"UPDATE tokens SET pin_state = 'mustChange'"_s);
    m_desk->clock.advance(std::chrono::minutes(2));
    const Outcome must = submit(passcode(), true);
    QCOMPARE(must.result, Outcome::Result::NewPin);
    const Outcome chosen = settled([&](authentication::Gate::Done finished) {
        m_desk->gate().setNewPin(*must.continuation, Secret(QByteArrayView("8052")), std::move(finished));
    });
    QCOMPARE(chosen.result, Outcome::Result::Success);
    QVERIFY(chosen.pin.equals("8052"));
    QCOMPARE(chosen.step, must.continuation->step);
}

void TestAgent::aTicketOutlastsWhatIsNoFaultOfTheLogon()
{
    QJsonObject policy = m_desk->get(u"/policies/offline"_s).items().at(0).toObject();
    policy.insert(u"enabled"_s, true);
    QCOMPARE(m_desk->put(u"/policies/offline/"_s + policy.value(u"id"_s).toString(), policy).status, 200);
    const QJsonObject ticket {{u"ticket"_s, m_agent->logOn(u"anna"_s, passcode()).text("ticket")}};
    m_desk->change(u"UPDATE tokens SET pin_state = 'mustChange'"_s);
    QCOMPARE(m_agent->post(u"/offline-sets"_s, ticket).code(), u"logon_needed"_s);
    m_desk->change(u"UPDATE tokens SET pin_state = 'set'"_s);
    QCOMPARE(m_agent->post(u"/offline-sets"_s, ticket).status, 200);
    QCOMPARE(m_agent->post(u"/offline-sets"_s, ticket).code(), u"proof_missing"_s);
    // A refusal that no repeat changes ends it, and the PIN that lies in it.
    m_desk->clock.advance(std::chrono::minutes(1));
    const QJsonObject other {{u"ticket"_s, m_agent->logOn(u"anna"_s, passcode()).text("ticket")}};
    m_desk->change(u"UPDATE tokens SET enabled = 0"_s);
    QCOMPARE(m_agent->post(u"/offline-sets"_s, other).code(), u"token_disabled"_s);
    m_desk->change(u"UPDATE tokens SET enabled = 1"_s);
    QCOMPARE(m_agent->post(u"/offline-sets"_s, other).code(), u"proof_missing"_s);
}

void TestAgent::aStolenWorkstationTakesItsTokensAlong()
{
    m_desk->addToken(u"T2"_s); // without a PIN
    m_desk->assign(u"T2"_s, m_anna);
    m_desk->addToken(u"T3"_s);
    m_desk->assign(u"T3"_s, m_anna); // never used there
    grant(u"T1"_s);
    grant(u"T2"_s);
    const QString path = u"/workstations/%1/revoke"_s.arg(m_agent->id());
    const QJsonObject body {
        {u"stolen"_s, true}, {u"tokens"_s, u"requireNewPin"_s}, {u"reason"_s, u"INC-7"_s}};
    const ApiAnswer revoked = m_desk->post(path, body);
    QCOMPARE(revoked.status, 200);
    QCOMPARE(revoked.json[u"tokensChanged"].toInt(), 2);
    QVERIFY(revoked.json[u"tokensNotChanged"].toArray().isEmpty());
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("pinState"), u"mustChange"_s);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("state"), u"disabled"_s);
    QCOMPARE(m_desk->get(u"/tokens/T2"_s).text("state"), u"disabled"_s);
    m_desk->change(u"UPDATE tokens SET enabled = 1 WHERE serial IN ('T1', 'T2')"_s);

    FakeAgent second(*m_desk);
    second.enrol(u"PC-2"_s);
    m_desk->change(u"UPDATE offline_sets SET workstation_id = ?"_s, {second.id()});
    const QByteArray seniors = m_desk->sessionWithRole(contract::Role::PrivilegedHelpDesk);
    const QJsonObject disable {{u"stolen"_s, true}, {u"tokens"_s, u"disable"_s}, {u"reason"_s, u"INC-8"_s}};
    const ApiAnswer gone = m_desk->call("POST", u"/api/v1/workstations/%1/revoke"_s.arg(second.id()),
                                        QJsonDocument(disable).toJson(), seniors);
    QCOMPARE(gone.json[u"tokensChanged"].toInt(), 2);
    QCOMPARE(m_desk->get(u"/tokens/T2"_s).text("state"), u"disabled"_s);
    QCOMPARE(m_desk->get(u"/tokens/T3"_s).text("state"), u"active"_s);
    QCOMPARE(m_desk->events(u"UPDATE_AM_TOKEN"_s).size(), 5U);
}

QTEST_GUILESS_MAIN(TestAgent)
#include "tst_agent.moc"
