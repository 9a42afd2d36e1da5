// SPDX-License-Identifier: Apache-2.0
#include "services/contract/json.h"
#include "tests/agent/agent_fixture.h"

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
            QVERIFY(asked.isSigned || asked.target == "/health" || asked.target == "/agent/v1/enrolments");
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
    void aRefusalIsFinalAlthoughDataIsThere()
    {
        hold();
        service().answer(logons, logonAnswer(AgentOutcome::Refused, QStringLiteral("Not now.")));
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(firstStep + 10);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QCOMPARE(person.warned, QStringList {QStringLiteral("Not now.")});
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
    void hold()
    {
        const auto installation = m_computer->open();
        m_computer->hold(*installation);
    }
    std::unique_ptr<Computer> m_computer;
};

QTEST_GUILESS_MAIN(OnlineLogonTest)
#include "tst_online_logon.moc"
