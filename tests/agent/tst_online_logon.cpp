// SPDX-License-Identifier: Apache-2.0
#include "services/contract/json.h"
#include "tests/agent/agent_fixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using agent::LogonOutcome;
using contract::AgentOutcome;

namespace {

QJsonObject logonAnswer(AgentOutcome outcome, const QString& sentence = {})
{
    contract::AgentLogonAnswer answer;
    answer.outcome = outcome;
    answer.attemptId = QStringLiteral("attempt-1");
    answer.sentence = sentence;
    return contract::toJson(answer);
}

constexpr auto logons = "/agent/v1/logons";
constexpr auto sets = "/agent/v1/offline-sets";

} // namespace

class OnlineLogonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_computer = std::make_unique<Computer>();
        QVERIFY(m_computer->enrol());
    }

    void aSuccessFetchesTheDataAndTellsThatItIsThere()
    {
        service().acceptLogon();
        service().giveSet();
        service().answerContact(emptyContact());
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(service().askedOf(logons).first().body.value(QLatin1String("passcode")).toString(),
                 QStringLiteral("1234567890"));
        QCOMPARE(service().askedOf(sets).first().body.value(QLatin1String("ticket")).toString(),
                 QStringLiteral("ticket-1"));
        for (const auto& asked : service().asked) {
            QVERIFY(asked.isSigned || asked.target == "/agent/v1/time"
                    || asked.target == "/agent/v1/enrolments");
        }
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
        const QJsonObject told = service().askedOf("/agent/v1/contacts").first().body;
        QCOMPARE(told.value(QLatin1String("sets"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QLatin1String("setId"))
                     .toString(),
                 QStringLiteral("31"));
        // And without a network it signs in.
        service().goAway();
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
    }
    void aBusyServiceIsAskedAgainAndToldOurClock()
    {
        service().acceptLogon();
        service().refuse(sets, 429, "offline_busy", QStringLiteral("Busy."));
        service().giveSet();
        service().answerContact(emptyContact());
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        const auto asked = service().askedOf(sets);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[1].body.value(QLatin1String("ticket")), asked[0].body.value(QLatin1String("ticket")));
        QVERIFY(contract::fromRfc3339(asked[0].body.value(QLatin1String("localTime")).toString()));
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
    }
    void aRefusalIsFinalAlthoughDataIsThere()
    {
        hold();
        service().answer(logons, logonAnswer(AgentOutcome::Refused, QStringLiteral("Not now.")));
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(firstStep + 10);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QCOMPARE(person.warned, QStringList {QStringLiteral("Not now. Ask your help desk.")});
    }
    void whatWasUsedOfflineIsToldBeforeTheServiceDecides()
    {
        hold();
        beAlone(true);
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
        beAlone(false);
        contract::AgentContactAnswer known = emptyContact();
        known.eventsKnown = 1;
        service().answerContact(known);
        service().answer(logons, logonAnswer(AgentOutcome::Refused));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Refused);
        const auto contacts = service().askedOf("/agent/v1/contacts");
        QCOMPARE(contacts.size(), 1);
        QCOMPARE(contacts.first()
                     .body.value(QLatin1String("events"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QLatin1String("step"))
                     .toInteger(),
                 firstStep + 10);
        QCOMPARE(service().asked.last().target, QByteArray(logons));
    }
    void whatCannotBeToldFirstKeepsNobodyOut()
    {
        hold();
        beAlone(true);
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
        beAlone(false);
        service().acceptLogon(); // contacts are answered with 503
        service().giveSet();
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(agent::waitingEvents(m_computer->ledger()), 1);
    }
    void whatTheServiceSaysOfThisComputerIsFinal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("unknown") << 401 << QByteArray("workstation_not_authenticated");
        QTest::newRow("revoked") << 403 << QByteArray("workstation_revoked");
        QTest::newRow("its clock") << 401 << QByteArray("clock_differs");
        QTest::newRow("asks too often") << 429 << QByteArray("too_many_requests");
    }
    void whatTheServiceSaysOfThisComputerIsFinal()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        for (const bool waiting : {false, true}) {
            init();
            hold();
            if (waiting) {
                beAlone(true);
                QCOMPARE(m_computer->logon(secret("1234000000")), LogonOutcome::Refused);
                beAlone(false);
            }
            for (const char* target : {logons, "/agent/v1/contacts"}) {
                service().refuse(target, status, code.constData(), QStringLiteral("Not this computer."));
                service().refuse(target, status, code.constData(), QStringLiteral("Not this computer."));
            }
            ScriptedPerson person;
            person.answers << m_computer->maker.passcode(firstStep + 10);
            QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
            QVERIFY(person.told.isEmpty()); // nothing else was tried
            QCOMPARE(person.warned.last(), QStringLiteral("Not this computer. Ask your help desk."));
        }
    }
    void aLogonFetchesNobodyElsesData()
    {
        service().acceptLogon();
        service().giveSet();
        contract::AgentContactAnswer answer = emptyContact();
        answer.sets.push_back({QStringLiteral("31"), contract::SetAdvice::Renew, {}, {}});
        answer.sets.push_back({QStringLiteral("77"), contract::SetAdvice::Renew, {}, {}});
        service().answerContact(answer);
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(service().askedOf("/agent/v1/contacts").size(), 1);
        QCOMPARE(service().askedOf(sets).size(), 1);
        QVERIFY(m_computer->ledger().sets.front().advice == contract::SetAdvice::Renew); // the refill's
    }
    void theCodeThatWasUsedOnlineIsUsedHereToo()
    {
        hold();
        contract::AgentLogonAnswer success;
        success.outcome = AgentOutcome::Success;
        success.userName = QStringLiteral("anna");
        success.tokenSerial = QStringLiteral("000123456789");
        success.step = firstStep + 10;
        service().answer(logons, contract::toJson(success)); // without data
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->ledger().sets.front().lastStep, firstStep + 10);
        service().goAway();
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(firstStep + 10);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("used already")));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 11)), LogonOutcome::Accepted);
    }
    void aStepOfAnotherTokenUsesNothingUpHere()
    {
        hold();
        contract::AgentLogonAnswer success;
        success.outcome = AgentOutcome::Success;
        success.userName = QStringLiteral("anna");
        success.tokenSerial = QStringLiteral("000999999999");
        success.step = firstStep + 500;
        service().answer(logons, contract::toJson(success));
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->ledger().sets.front().lastStep, -1);
    }
    void theMarkIsTheServicesAlsoWhereAWrongClockHadCarriedItAhead()
    {
        hold();
        {
            const auto installation = m_computer->open();
            auto ledger = installation->lock().value();
            ledger.content.sets.front().highWater = atHour(40);
            QVERIFY(ledger.commit());
        }
        m_computer->clock.set(atHour(41)); // neither is this computer's clock asked
        service().acceptLogon();
        service().giveSet();
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->ledger().sets.front().highWater, atHour(0));
        m_computer->clock.set(atStep(firstStep + 10));
        service().goAway();
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
    }
    void aServiceThatFallsAwayInTheMiddleLeavesItToTheData()
    {
        hold();
        service().moods.insert(logons, FakeService::Mood::HangsUp);
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(firstStep + 10);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QCOMPARE(person.prompts.size(), 1); // the same passcode
        QVERIFY(person.told.first().contains(QStringLiteral("stopped answering")));
    }
    void aServiceThatIsSilentInTheMiddleIsWaitedForSoLongOnly()
    {
        hold();
        service().moods.insert(logons, FakeService::Mood::Mute);
        m_computer->patience.logon = std::chrono::milliseconds(200);
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
    }
    void aServiceThatFailsLeavesItToTheData()
    {
        hold();
        service().refuse(logons, 503, "attempt_undecided", QStringLiteral("Later."));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
    }
    void withoutDataNobodyDecides()
    {
        service().goAway();
        ScriptedPerson person;
        QCOMPARE(m_computer->logon(person), LogonOutcome::Unavailable);
        QVERIFY(person.prompts.isEmpty());
        QVERIFY(person.warned.first().contains(QStringLiteral("holds no offline data for anna")));
    }
    void theNextTokencodeAndANewPinAreAskedFor()
    {
        service().answer(logons, logonAnswer(AgentOutcome::NextTokencode));
        service().answer(logons, logonAnswer(AgentOutcome::NewPin, QStringLiteral("Four digits or more.")));
        service().answer(logons, logonAnswer(AgentOutcome::PinRefused, QStringLiteral("Too simple.")));
        service().acceptLogon();
        service().giveSet();
        ScriptedPerson person;
        person.answers << secret("111111") << secret("222222") << secret("1111") << secret("8305");
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        const auto asked = service().askedOf(logons);
        QCOMPARE(asked.size(), 4);
        QCOMPARE(asked[1].body.value(QLatin1String("nextTokencode")).toString(), QStringLiteral("222222"));
        QCOMPARE(asked[1].body.value(QLatin1String("attemptId")).toString(), QStringLiteral("attempt-1"));
        QVERIFY(!asked[1].body.contains(QLatin1String("passcode")));
        QCOMPARE(asked[3].body.value(QLatin1String("newPin")).toString(), QStringLiteral("8305"));
        QVERIFY(person.warned.contains(QStringLiteral("Too simple.")));
    }
    void anEndlessConversationEnds()
    {
        for (int i = 0; i < 20; ++i) {
            service().answer(logons, logonAnswer(AgentOutcome::PinRefused));
        }
        ScriptedPerson person;
        for (int i = 0; i < 20; ++i) {
            person.answers << secret("1111");
        }
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(service().askedOf(logons).size() < 10);
    }
    void whoeverGivesUpIsNotSignedIn()
    {
        service().answer(logons, logonAnswer(AgentOutcome::NextTokencode));
        ScriptedPerson person;
        person.answers << secret("111111");
        QCOMPARE(m_computer->logon(person), LogonOutcome::Cancelled);
    }
    void aRefusedDownloadIsExplainedNowAndWhereItHurts()
    {
        service().acceptLogon();
        service().refuse(sets, 409, "passcode_too_short", QStringLiteral("Eight digits are too few here."));
        ScriptedPerson person;
        person.answers << secret("1234567890");
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QVERIFY(person.warned.first().contains(QStringLiteral("Eight digits are too few here.")));
        service().goAway();
        ScriptedPerson later;
        QCOMPARE(m_computer->logon(later), LogonOutcome::Unavailable);
        QVERIFY(later.warned.first().contains(QStringLiteral("Eight digits are too few here.")));
        QCOMPARE(m_computer->ledger().problems.front().code, QStringLiteral("passcode_too_short"));
    }
    void aDownloadThatTimedOutIsAnotherThing()
    {
        service().acceptLogon();
        service().moods.insert(sets, FakeService::Mood::Mute);
        m_computer->patience.download = std::chrono::milliseconds(200);
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->ledger().problems.front().code, QStringLiteral("download_timed_out"));
    }
    void aDownloadThatIsTooLargeDidNotTimeOut()
    {
        service().acceptLogon();
        service().answer(sets, {{QStringLiteral("set"), QString(18 * 1024 * 1024, u'x')}});
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->ledger().problems.front().code, QStringLiteral("answer_too_large"));
    }
    void aSetOfAnotherServiceIsNotTaken()
    {
        SetMaker stranger;
        stranger.build();
        service().acceptLogon();
        service().answer(
            sets,
            contract::toJson(contract::AgentSet {
                QStringLiteral("31"), QString::fromLatin1(stranger.built.bytes.toBase64()),
                QString::fromLatin1(
                    offline::wrapKeys(service().agreementKey, stranger.built.keys).toBase64())}));
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QVERIFY(m_computer->ledger().sets.empty());
        QCOMPARE(m_computer->ledger().problems.front().code, QStringLiteral("set_signature_wrong"));
    }
    void anOnlineLogonTakesFailuresBack()
    {
        hold();
        {
            const auto installation = m_computer->open();
            auto ledger = installation->lock().value();
            ledger.content.sets.front().failures = 9;
            QVERIFY(ledger.commit());
        }
        contract::AgentLogonAnswer success;
        success.outcome = AgentOutcome::Success;
        success.userName = QStringLiteral("anna");
        service().answer(logons, contract::toJson(success)); // without a ticket, as after an emergency code
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->ledger().sets.front().failures, 0);
    }
    void anAcceptanceIsToldBeforeLongWhateverFollowsIt_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("the data") << QByteArray(sets);
        QTest::newRow("the contact") << QByteArray("/agent/v1/contacts");
    }
    void anAcceptanceIsToldBeforeLongWhateverFollowsIt()
    {
        QFETCH(QByteArray, path);
        service().acceptLogon();
        service().giveSet();
        service().moods.insert(path, FakeService::Mood::Mute);
        m_computer->patience.download = std::chrono::seconds(20);
        m_computer->patience.contact = std::chrono::seconds(20);
        m_computer->patience.settle = std::chrono::milliseconds(500);
        QElapsedTimer took;
        took.start();
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        QVERIFY2(took.elapsed() < 8000, qPrintable(QString::number(took.elapsed())));
    }
    void aClockThatDiffersIsCorrectedOnce()
    {
        const contract::Timestamp there = atStep(firstStep + 10) + std::chrono::hours(2);
        const QJsonArray fields {QJsonObject {{QStringLiteral("path"), QStringLiteral("serverTime")},
                                              {QStringLiteral("code"), QStringLiteral("clock_differs")},
                                              {QStringLiteral("message"), contract::toRfc3339(there)}}};
        service().refuse(logons, 401, "clock_differs", QStringLiteral("The clock differs."), fields);
        service().acceptLogon();
        service().giveSet();
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Accepted);
        const auto asked = service().askedOf(logons);
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked[1].isSigned);
        QCOMPARE(asked[1].signedAt, contract::toMilliseconds(there));
        QCOMPARE(m_computer->ledger().clockOffsetMilliseconds, 2 * 3600 * 1000);

        service().refuse(logons, 401, "clock_differs", QStringLiteral("The clock differs."), fields);
        service().refuse(logons, 401, "clock_differs", QStringLiteral("The clock differs."), fields);
        QCOMPARE(m_computer->logon(secret("1234567890")), LogonOutcome::Refused);
        QCOMPARE(service().askedOf(logons).size(), 4);
    }
    void aRevokedComputerForgetsWhatItHolds()
    {
        hold();
        service().refuse(logons, 403, "workstation_revoked", QStringLiteral("This workstation was revoked."));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Refused);
        QVERIFY(m_computer->ledger().sets.empty());
        QVERIFY(m_computer->directory().names(QStringLiteral(".set")).isEmpty());
        service().goAway();
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Unavailable);
    }
    void aPortalInTheMiddleDecidesNothing()
    {
        hold();
        service().moods.insert(logons, FakeService::Mood::Portal);
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
    }

private:
    FakeService& service() { return m_computer->service; }
    // A network that leads nowhere, and back.
    void beAlone(bool alone)
    {
        service().mood = alone ? FakeService::Mood::Mute : FakeService::Mood::Well;
        m_computer->patience.find = alone ? std::chrono::milliseconds(100) : agent::Patience().find;
    }
    void hold()
    {
        const auto installation = m_computer->open();
        m_computer->hold(*installation);
    }
    std::unique_ptr<Computer> m_computer;
};

QTEST_GUILESS_MAIN(OnlineLogonTest)
#include "tst_online_logon.moc"
