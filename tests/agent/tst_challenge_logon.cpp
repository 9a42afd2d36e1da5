// SPDX-License-Identifier: Apache-2.0
#include "services/agent/challenge_logon.h"
#include "services/offline/challenge.h"
#include "tests/agent/agent_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using agent::LogonOutcome;
using contract::OfflineEventKind;

class ChallengeLogonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_computer = std::make_unique<Computer>();
        QVERIFY(m_computer->enrol());
        allow(true);
        m_computer->service.goAway();
    }

    void theHelpDesksResponseSignsIn()
    {
        ScriptedPerson person;
        person.whenAsked = [&] {
            person.answers << responseTo(person.told.last(), QStringLiteral("anna"));
        };
        QCOMPARE(m_computer->logon(person, QStringLiteral("Anna")), LogonOutcome::Accepted);
        QVERIFY(person.told.last().contains(QStringLiteral("laptop-7")));
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::Challenge);
    }
    void aResponseIsGoodOnceAndForOnePersonOnly()
    {
        contract::Secret response;
        ScriptedPerson person;
        person.whenAsked = [&] {
            response = responseTo(person.told.last(), QStringLiteral("anna"));
            person.answers << response;
        };
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        ScriptedPerson again;
        again.answers << response;
        QCOMPARE(m_computer->logon(again), LogonOutcome::Refused);
        ScriptedPerson other;
        other.whenAsked = [&] {
            other.answers << responseTo(other.told.last(), QStringLiteral("anna"));
        };
        QCOMPARE(m_computer->logon(other, QStringLiteral("bob")), LogonOutcome::Refused);
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::ChallengeFailure);
    }
    void theFirstAnswerUsesTheChallengeUp()
    {
        ScriptedPerson person;
        person.answers << secret("00000000");
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(!m_computer->ledger().challenge);
        QCOMPARE(challengeIn(person.told.last()).size(), 10);
    }
    void fiveAnHourAndNoMoreWhateverTheClockSays()
    {
        for (int i = 0; i < 5; ++i) {
            ScriptedPerson person;
            person.answers << secret("00000000");
            QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        }
        ScriptedPerson sixth;
        QCOMPARE(m_computer->logon(sixth), LogonOutcome::Refused);
        QVERIFY(sixth.prompts.isEmpty());
        m_computer->clock.advance(-std::chrono::hours(3));
        QCOMPARE(m_computer->logon(sixth), LogonOutcome::Refused);
        m_computer->clock.advance(std::chrono::hours(5));
        ScriptedPerson later;
        later.whenAsked = [&] {
            later.answers << responseTo(later.told.last(), QStringLiteral("anna"));
        };
        QCOMPARE(m_computer->logon(later), LogonOutcome::Accepted);
    }
    void aChallengeInWhosePlaceAnotherCameIsNone()
    {
        ScriptedPerson person;
        person.whenAsked = [&] {
            ScriptedPerson other; // in another session, meanwhile
            other.answers << secret("00000000");
            (void)m_computer->logon(other);
            person.answers << responseTo(person.told.last(), QStringLiteral("anna"));
        };
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
    }
    void itIsOffUnlessTheServiceSaidOtherwise()
    {
        allow(false);
        ScriptedPerson person;
        QCOMPARE(m_computer->logon(person), LogonOutcome::Unavailable);
        QVERIFY(person.prompts.isEmpty());
        const auto installation = m_computer->open();
        ScriptedPerson asking;
        QCOMPARE(agent::ChallengeLogon(*installation, asking).run(QStringLiteral("anna")),
                 LogonOutcome::Unavailable);
        QVERIFY(asking.prompts.isEmpty());
    }
    void whoeverHasDataUsesIt()
    {
        {
            const auto installation = m_computer->open();
            m_computer->hold(*installation);
        }
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 10)), LogonOutcome::Accepted);
        QVERIFY(m_computer->ledger().challengesAt.empty());
        // Until it has ended.
        m_computer->clock.set(atHour(50));
        ScriptedPerson person;
        person.whenAsked = [&] {
            person.answers << responseTo(person.told.last(), QStringLiteral("anna"));
        };
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
    }

private:
    void allow(bool allowed)
    {
        const auto installation = m_computer->open();
        auto ledger = installation->lock().value();
        ledger.content.challengesAllowed = allowed;
        commitOrDie(ledger);
    }
    static QString challengeIn(const QString& told)
    {
        return offline::canonicalChallenge(told.section(QLatin1Char(' '), -1));
    }
    contract::Secret responseTo(const QString& told, const QString& userName)
    {
        const auto agreed =
            offline::agree(m_computer->service.agreement.privateKey, m_computer->service.agreementKey,
                           QByteArrayView("holdfast challenge"));
        return offline::responseTo(challengeIn(told), *agreed, userName, QString::fromLatin1(workstationId),
                                   m_computer->clock.now());
    }

    std::unique_ptr<Computer> m_computer;
};

QTEST_GUILESS_MAIN(ChallengeLogonTest)
#include "tst_challenge_logon.moc"
