// SPDX-License-Identifier: Apache-2.0
#include "services/otp/oath.h"
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::EventResult;
using contract::PinStyle;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HeldData;
using holdfast::testing::OfflineDesk;
using offline::Verdict;

// What workstations tell, and how far it is believed.
class TestOfflineTold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void anUploadedLogonIsRecordedOnceAndUsesTheStepUp();
    void aStepUsedTwiceIsAlarming();
    void offlineFailuresLockNobody();
    void noWordOfAWorkstationMovesATokenBeyondItsGrant();
    void aLogonThatNothingAllowsIsAnAlert();
    void anEmergencyCodeThatNobodyReadOutIsAnAlert();
    void aChallengeThatNobodyAnsweredIsAnAlert();
    void aReasonIsAWordOrNothing();
    void madeUpCountersMoveATokenNoFasterThanItsGrant();
    void usesOfflineAreFollowedOnlineBeforeTheyAreTold();
    void theStepThatIsHeldIsBelievedWithinTheSameBounds();
    void dataThatWereTakenAwayMoveNothing();
    void whatAWorkstationUsedUpLocksNobody();

private:
    qint64 number(const QString& sql, const QVariantList& values = {})
    {
        return m_desk->database().read([&](storage::Connection& connection) {
            auto rows = connection.select(sql, values);
            return rows.next() ? rows.integer(0) : -1;
        });
    }
    qint64 lastStep(const QString& serial)
    {
        return number(u"SELECT last_step FROM tokens WHERE serial = ?"_s, {serial});
    }
    std::vector<contract::Event> offlineLogons() const
    {
        auto logons = m_desk->events(u"AUTHN_LOGIN_EVENT"_s);
        std::erase_if(logons,
                      [](const contract::Event& event) { return !event.method.startsWith(u"OFFLINE"_s); });
        return logons;
    }
    qint64 stepNow() const { return otp::stepAt(m_desk->clock.now(), 30); }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineTold::anUploadedLogonIsRecordedOnceAndUsesTheStepUp()
{
    HeldData data = m_desk->open(m_desk->fetch());
    const QByteArray code = m_desk->nextCode(u"T1"_s);
    QCOMPARE(data.verify("4711" + code, m_desk->clock.now()), Verdict::Accepted);
    const qint64 step = data.state.lastStep;
    m_desk->later(std::chrono::minutes(1));
    const QJsonArray events {m_desk->happened(1, u"logon"_s, data, step)};
    const ApiAnswer answer = m_desk->contact({data}, events);
    QCOMPARE(answer.json.value(u"eventsKnown"_s).toInteger(), 1);
    QCOMPARE(m_desk->contact({data}, events).json.value(u"eventsKnown"_s).toInteger(), 1);
    QCOMPARE(number(u"SELECT last_step FROM tokens WHERE serial = 'T1'"_s), step);
    int offline = 0;
    for (const contract::Event& event : m_desk->events(u"AUTHN_LOGIN_EVENT"_s)) {
        if (event.method == u"OFFLINE"_s) {
            ++offline;
            QCOMPARE(event.client, u"PC-1"_s);
            QCOMPARE(event.userName, u"anna"_s);
            QCOMPARE(event.result, EventResult::Success);
        }
    }
    QCOMPARE(offline, 1);
    QVERIFY(m_desk->events(u"OFFLINE_STEP_USED_TWICE"_s).empty());
    // Online it is used.
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + code).reason, authentication::reason::codeAlreadyUsed);
}

void TestOfflineTold::aStepUsedTwiceIsAlarming()
{
    HeldData data = m_desk->open(m_desk->fetch());
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    HeldData there = m_desk->open(other, m_desk->fetch(other, u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)));

    // Once offline, once online: neither could know.
    QByteArray code = m_desk->nextCode(u"T1"_s);
    QCOMPARE(data.verify("4711" + code, m_desk->clock.now()), Verdict::Accepted);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + code).result, authentication::Outcome::Result::Success);
    m_desk->contact({data}, {m_desk->happened(1, u"logon"_s, data, data.state.lastStep)});
    auto alerts = m_desk->events(u"OFFLINE_STEP_USED_TWICE"_s);
    QCOMPARE(alerts.size(), 1U);
    QCOMPARE(alerts[0].tokenSerial, u"T1"_s);

    // At two workstations.
    code = m_desk->nextCode(u"T1"_s);
    QCOMPARE(data.verify("4711" + code, m_desk->clock.now()), Verdict::Accepted);
    QCOMPARE(there.verify("4711" + code, m_desk->clock.now()), Verdict::Accepted);
    m_desk->contact({data}, {m_desk->happened(2, u"logon"_s, data, data.state.lastStep)});
    QCOMPARE(m_desk->events(u"OFFLINE_STEP_USED_TWICE"_s).size(), 1U);
    m_desk->contact(other, {there}, {m_desk->happened(1, u"logon"_s, there, there.state.lastStep)});
    alerts = m_desk->events(u"OFFLINE_STEP_USED_TWICE"_s);
    QCOMPARE(alerts.size(), 2U);
    QCOMPARE(alerts[1].detail.value(u"otherWorkstation"_s).toString(), u"PC-1"_s);
}

void TestOfflineTold::offlineFailuresLockNobody()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    QJsonArray events;
    for (int i = 1; i <= 20; ++i) {
        events.append(m_desk->happened(i, u"failure"_s, data));
    }
    events.append(m_desk->happened(21, u"limitReached"_s, data));
    QCOMPARE(m_desk->contact({data}, events).json.value(u"eventsKnown"_s).toInteger(), 21);
    QCOMPARE(m_desk->events(u"OFFLINE_LOGON_FAILED"_s).size(), 20U);
    QCOMPARE(m_desk->events(u"OFFLINE_LIMIT_REACHED"_s).size(), 1U);
    QCOMPARE(number(u"SELECT failures FROM users WHERE id = ?"_s, {m_desk->anna}), 0);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).result,
             authentication::Outcome::Result::Success);
}

void TestOfflineTold::noWordOfAWorkstationMovesATokenBeyondItsGrant()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    const qint64 before = number(u"SELECT last_step FROM tokens WHERE serial = 'T1'"_s);
    const qint64 last = data.set.header().days.back().firstStep;
    m_desk->contact({data},
                    {m_desk->happened(1, u"logon"_s, data, last), // granted, but far ahead
                     m_desk->happened(2, u"logon"_s, data, last + 100'000),
                     m_desk->happened(3, u"logon"_s, data, 5)});
    QCOMPARE(lastStep(u"T1"_s), before);
    m_desk->contact({data}, {m_desk->happened(4, u"logon"_s, data, stepNow() + 2)});
    QCOMPARE(lastStep(u"T1"_s), stepNow() + 2);
    m_desk->contact({data}, {m_desk->happened(5, u"logon"_s, data, stepNow() + 3)});
    QCOMPARE(lastStep(u"T1"_s), stepNow() + 2);
    QCOMPARE(m_desk->events(u"OFFLINE_LOGON_UNMATCHED"_s).size(), 4U);
    QCOMPARE(offlineLogons().size(), 1U);
    // A made-up word keeps nobody out for longer than the codes of the present minute.
    m_desk->later(std::chrono::seconds(90));
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T1"_s)).result,
             authentication::Outcome::Result::Success);
}

void TestOfflineTold::aLogonThatNothingAllowsIsAnAlert()
{
    HeldData data = m_desk->open(m_desk->fetch());
    HeldData unknown = data;
    unknown.setId = u"nobody-knows-it"_s;
    m_desk->contact({data},
                    {m_desk->happened(1, u"logon"_s, unknown, stepNow()),
                     m_desk->happened(2, u"logon"_s, data), // without a step
                     m_desk->happened(3, u"emergencyPasscode"_s, unknown),
                     m_desk->happened(4, u"emergencyPasscode"_s, data)});
    const auto alerts = m_desk->events(u"OFFLINE_LOGON_UNMATCHED"_s);
    QCOMPARE(alerts.size(), 4U);
    for (const contract::Event& alert : alerts) {
        QCOMPARE(alert.result, EventResult::Failure);
        QVERIFY(alert.sentence.contains(u"PC-1"_s));
    }
    QVERIFY(offlineLogons().empty());
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).result,
             authentication::Outcome::Result::Success);
}

void TestOfflineTold::anEmergencyCodeThatNobodyReadOutIsAnAlert()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data}, {m_desk->happened(1, u"emergencyPasscode"_s, data)});
    QCOMPARE(m_desk->events(u"OFFLINE_LOGON_UNMATCHED"_s).size(), 1U);
    const ApiAnswer read = m_desk->post(
        u"/offline-sets/%1/emergency-codes"_s.arg(m_desk->row(m_desk->anna).value(u"id"_s).toString()),
        {{u"replaces"_s, u"passcode"_s}, {u"reason"_s, u"INC-1"_s}});
    QVERIFY(read.status == 200 || read.status == 201);
    // The other code of the two was not read out.
    m_desk->contact({data},
                    {m_desk->happened(2, u"emergencyTokencode"_s, data),
                     m_desk->happened(3, u"emergencyPasscode"_s, data)});
    QCOMPARE(m_desk->events(u"OFFLINE_LOGON_UNMATCHED"_s).size(), 2U);
    const auto logons = offlineLogons();
    QCOMPARE(logons.size(), 1U);
    QCOMPARE(logons[0].method, u"OFFLINE_EMERGENCY_PASSCODE"_s);
    QCOMPARE(logons[0].userName, u"anna"_s);
    // It is replaced now; told of late, it is one that was read out all the same.
    const HeldData next = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}));
    m_desk->contact({next}, {m_desk->happened(4, u"emergencyPasscode"_s, data)});
    QCOMPARE(offlineLogons().size(), 2U);
}

void TestOfflineTold::aChallengeThatNobodyAnsweredIsAnAlert()
{
    m_desk->editPolicy({{u"allowChallenges"_s, true}});
    const auto tell = [&](qint64 sequence, const QString& name) {
        QJsonObject event {{u"sequence"_s, sequence},
                           {u"at"_s, contract::toRfc3339(m_desk->clock.now())},
                           {u"kind"_s, u"challenge"_s},
                           {u"userName"_s, name}};
        QCOMPARE(m_desk->contact({}, {event}).status, 200);
    };
    const auto alerts = [&] {
        return m_desk->events(u"OFFLINE_LOGON_UNMATCHED"_s).size();
    };
    tell(1, u"anna"_s);
    QCOMPARE(alerts(), 1U);
    const auto answer = [&] {
        QCOMPARE(m_desk
                     ->post(u"/workstations/%1/responses"_s.arg(m_desk->agent.id()),
                            {{u"userId"_s, QString::number(m_desk->anna)},
                             {u"challenge"_s, u"BCDFG23456"_s},
                             {u"reason"_s, u"INC-9"_s}})
                     .status,
                 201);
    };
    answer();
    m_desk->later(std::chrono::minutes(90));
    tell(2, u"ben"_s);
    QCOMPARE(alerts(), 2U);
    tell(3, u"ANNA"_s);
    QCOMPARE(alerts(), 2U);
    const auto logons = offlineLogons();
    QCOMPARE(logons.size(), 1U);
    QCOMPARE(logons[0].method, u"OFFLINE_CHALLENGE"_s);
    QCOMPARE(logons[0].userId, QString::number(m_desk->anna));
    tell(4, u"anna"_s); // once
    QCOMPARE(alerts(), 3U);
    answer();
    m_desk->later(std::chrono::minutes(121));
    tell(5, u"anna"_s);
    QCOMPARE(alerts(), 4U);
}

void TestOfflineTold::aReasonIsAWordOrNothing()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    QJsonArray events;
    for (const QString& reason : {u"wrong_passcode"_s, u"wrong_passcode\n"_s, u"Not a reason"_s}) {
        QJsonObject event = m_desk->happened(events.size() + 1, u"failure"_s, data);
        event.insert(u"reason"_s, reason);
        events.append(event);
    }
    QCOMPARE(m_desk->contact({data}, events).status, 200);
    const auto told = m_desk->events(u"OFFLINE_LOGON_FAILED"_s);
    QCOMPARE(told.size(), 3U);
    QCOMPARE(told[0].reason, u"wrong_passcode"_s);
    QCOMPARE(told[1].reason, QString());
    QCOMPARE(told[2].reason, QString());
}

void TestOfflineTold::madeUpCountersMoveATokenNoFasterThanItsGrant()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}, {u"logonsPerDay"_s, 5}}); // 84 codes for 14 days
    m_desk->addPerson(u"hal"_s, u"H1"_s, PinStyle::None);
    const HeldData data = m_desk->open(m_desk->fetch(m_desk->agent, u"hal"_s, m_desk->code(u"H1"_s, 0)));
    // Far ahead: it may be so, and moves nothing.
    m_desk->contact({data}, {m_desk->happened(1, u"logon"_s, data, 84)});
    QCOMPARE(lastStep(u"H1"_s), 0);
    QCOMPARE(offlineLogons().size(), 1U);
    // Beyond the grant.
    m_desk->contact({data}, {m_desk->happened(2, u"logon"_s, data, 85)});
    QCOMPARE(m_desk->events(u"OFFLINE_LOGON_UNMATCHED"_s).size(), 1U);
    // Step by step: as many as a day has, and ten.
    QJsonArray events;
    for (int i = 1; i <= 40; ++i) {
        events.append(m_desk->happened(2 + i, u"logon"_s, data, 2 * i));
    }
    m_desk->contact({data}, events);
    QCOMPARE(lastStep(u"H1"_s), 16);
    // The person goes on with the next code that was not used.
    QCOMPARE(m_desk->logOn(u"hal"_s, m_desk->code(u"H1"_s, 17)).result,
             authentication::Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"hal"_s, m_desk->code(u"H1"_s, 20)).result,
             authentication::Outcome::Result::Success);

    // One that leaves out more than ten is used up by itself.
    m_desk->addPerson(u"ivy"_s, u"H2"_s, PinStyle::None);
    const HeldData hers = m_desk->open(m_desk->fetch(m_desk->agent, u"ivy"_s, m_desk->code(u"H2"_s, 0)));
    m_desk->contact({hers}, {m_desk->happened(43, u"logon"_s, hers, 14)});
    QCOMPARE(lastStep(u"H2"_s), 0);
    QCOMPARE(m_desk->logOn(u"ivy"_s, m_desk->code(u"H2"_s, 14)).reason,
             authentication::reason::codeAlreadyUsed);
    QCOMPARE(m_desk->logOn(u"ivy"_s, m_desk->code(u"H2"_s, 1)).result,
             authentication::Outcome::Result::Success);
}

void TestOfflineTold::usesOfflineAreFollowedOnlineBeforeTheyAreTold()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    m_desk->addPerson(u"hal"_s, u"H1"_s, PinStyle::None);
    HeldData data = m_desk->open(m_desk->fetch(m_desk->agent, u"hal"_s, m_desk->code(u"H1"_s, 0)));
    for (int used = 10; used <= 150; used += 10) {
        QCOMPARE(data.verify(m_desk->code(u"H1"_s, used), m_desk->clock.now()), Verdict::Accepted);
    }
    // Online nobody knows: the code that follows is asked for as well, at the agent as everywhere.
    const ApiAnswer asked = m_desk->agent.logOn(u"hal"_s, m_desk->code(u"H1"_s, 151));
    QCOMPARE(asked.text("outcome"), u"nextTokencode"_s);
    const ApiAnswer done = m_desk->agent.goOn(asked, "nextTokencode", m_desk->code(u"H1"_s, 152));
    QCOMPARE(done.text("outcome"), u"success"_s);
    QCOMPARE(lastStep(u"H1"_s), 152);
}

void TestOfflineTold::theStepThatIsHeldIsBelievedWithinTheSameBounds()
{
    m_desk->editPolicy({{u"uploadEvents"_s, false}});
    HeldData data = m_desk->open(m_desk->fetch());
    const QByteArray code = m_desk->nextCode(u"T1"_s);
    QCOMPARE(data.verify("4711" + code, m_desk->clock.now()), Verdict::Accepted);
    m_desk->contact({data});
    QCOMPARE(lastStep(u"T1"_s), stepNow());
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + code).reason, authentication::reason::codeAlreadyUsed);
    QVERIFY(m_desk->events(u"OFFLINE_STEP_USED_TWICE"_s).empty());
    const auto raised = m_desk->events(u"OFFLINE_MARK_RAISED"_s);
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].detail.value(u"step"_s).toInteger(), stepNow());
    QVERIFY2(raised[0].sentence.contains(u"PC-1"_s), qPrintable(raised[0].sentence));
    for (const qint64 ahead : {1, 2, 2880}) {
        data.state.lastStep = stepNow() + ahead;
        m_desk->contact({data});
        QCOMPARE(lastStep(u"T1"_s), stepNow());
    }
    QCOMPARE(m_desk->events(u"OFFLINE_MARK_RAISED"_s).size(), 1U);
}

void TestOfflineTold::dataThatWereTakenAwayMoveNothing()
{
    HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    const qint64 before = lastStep(u"T1"_s);
    m_desk->later(std::chrono::minutes(5));
    data.state.lastStep = stepNow();
    const QString path =
        u"/offline-sets/%1/revoke"_s.arg(m_desk->row(m_desk->anna).value(u"id"_s).toString());
    m_desk->editPolicy({{u"maxFailures"_s, 3}}); // void
    m_desk->contact({data});
    QCOMPARE(lastStep(u"T1"_s), before);
    m_desk->editPolicy({{u"maxFailures"_s, 5}});
    QCOMPARE(m_desk->post(path, {{u"reason"_s, u"INC-1"_s}}).status, 204);
    m_desk->contact({data});
    QCOMPARE(lastStep(u"T1"_s), before);
    QVERIFY(m_desk->events(u"OFFLINE_MARK_RAISED"_s).empty());
}

void TestOfflineTold::whatAWorkstationUsedUpLocksNobody()
{
    HeldData data = m_desk->open(m_desk->fetch());
    const auto failures = [&] {
        return number(u"SELECT failures FROM users WHERE id = ?"_s, {m_desk->anna});
    };
    const auto refusedAsUsed = [&](qint64 position) {
        QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T1"_s, position)).reason,
                 authentication::reason::codeAlreadyUsed);
    };
    refusedAsUsed(0); // by the logon itself
    QCOMPARE(failures(), 1);
    m_desk->later(std::chrono::minutes(1));
    data.state.lastStep = stepNow();
    m_desk->contact({data});
    for (int i = 0; i < 10; ++i) {
        refusedAsUsed(0);
    }
    QCOMPARE(failures(), 1);
    m_desk->contact({data}, {m_desk->happened(1, u"logon"_s, data, stepNow() + 1)});
    refusedAsUsed(1);
    QCOMPARE(failures(), 1);
    m_desk->later(std::chrono::minutes(1));
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T1"_s)).result,
             authentication::Outcome::Result::Success);
    refusedAsUsed(0); // here it was used here
    QCOMPARE(failures(), 1);
}

QTEST_GUILESS_MAIN(TestOfflineTold)
#include "tst_offline_told.moc"
