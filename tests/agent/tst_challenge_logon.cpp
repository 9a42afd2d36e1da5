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
        QVERIFY(person.told.last().contains(QStringLiteral("Tell them the name anna,"))); // which counts
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
        QVERIFY(m_computer->ledger().challenges.empty());
        QCOMPARE(m_computer->ledger().challengeTries.size(), size_t(1));
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
    void aTryOfAWrongClockEndsWithTheTimeThatTheServiceTells()
    {
        m_computer->clock.advance(std::chrono::hours(24 * 365));
        for (int i = 0; i < 5; ++i) {
            ScriptedPerson person;
            person.answers << secret("00000000");
            QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        }
        m_computer->clock.advance(-std::chrono::hours(24 * 365));
        const contract::Timestamp now = m_computer->clock.now();
        {
            const auto installation = m_computer->open();
            auto ledger = installation->lock().value();
            ledger.content.challengeTries.push_back({QStringLiteral("bob"), now - std::chrono::minutes(5)});
            agent::correctTries(ledger.content, now);
            commitOrDie(ledger);
        }
        QCOMPARE(m_computer->ledger().challengeTries.front().at, now);
        QCOMPARE(m_computer->ledger().challengeTries.back().at, now - std::chrono::minutes(5));
        ScriptedPerson sixth;
        QCOMPARE(m_computer->logon(sixth), LogonOutcome::Refused); // they count for their hour
        m_computer->clock.advance(std::chrono::hours(1));
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
    void oneWhoUsedUpTheTriesTakesThemFromNobodyElse()
    {
        for (int i = 0; i < 5; ++i) {
            ScriptedPerson person;
            person.answers << secret("00000000");
            QCOMPARE(m_computer->logon(person, QStringLiteral("bob")), LogonOutcome::Refused);
        }
        ScriptedPerson person;
        person.whenAsked = [&] {
            ScriptedPerson other; // whose challenge is another
            (void)m_computer->logon(other, QStringLiteral("carl"));
            person.answers << responseTo(person.told.last(), QStringLiteral("anna"));
        };
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
    }
    void aChallengeThatNobodyAnswersIsNoTry()
    {
        for (int i = 0; i < 7; ++i) {
            ScriptedPerson person;
            QCOMPARE(m_computer->logon(person), LogonOutcome::Cancelled);
        }
        QVERIFY(m_computer->ledger().challengeTries.empty());
        QCOMPARE(m_computer->ledger().challenges.size(), size_t(1));
    }
    void aDiskThatTakesNoTryLooksAtNoResponse()
    {
        const QDir state(m_computer->directory().path());
        ScriptedPerson person;
        person.whenAsked = [&] {
            person.answers << responseTo(person.told.last(), QStringLiteral("anna"));
            QVERIFY(state.mkdir(QStringLiteral("ledger.new")));
        };
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(QDir(state).rmdir(QStringLiteral("ledger.new")));
    }
    void namesThatCannotBeAnybodysLeaveTheStateAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a control character")
            << QString(QStringLiteral("an") + QChar(1) + QStringLiteral("na"));
        QTest::newRow("a line feed") << QStringLiteral("an\nna");
        QTest::newRow("another control character") << QString(QStringLiteral("an") + QChar(0x9b));
        QTest::newRow("a separator of lines") << QString(QStringLiteral("an") + QChar(0x2028) + u'a');
        QTest::newRow("half a character") << QString(QStringLiteral("an") + QChar(0xd800));
        QTest::newRow("one that grows beyond a name") << QString(255, QChar(0xfdfa));
    }
    void namesThatCannotBeAnybodysLeaveTheStateAlone()
    {
        QFETCH(QString, name);
        const auto sealed = m_computer->directory().read(QStringLiteral("ledger"), 1 << 24).value();
        ScriptedPerson person;
        QCOMPARE(m_computer->logon(person, name), LogonOutcome::Refused);
        const auto installation = m_computer->open();
        const auto verifier = offline::makeRecordVerifier();
        agent::Logon logon(*installation, *verifier, person);
        QCOMPARE(logon.challenge(name), LogonOutcome::Refused);
        QVERIFY(person.prompts.isEmpty());
        QCOMPARE(person.warned.size(), 2);
        QCOMPARE(m_computer->directory().read(QStringLiteral("ledger"), 1 << 24).value(), sealed);
    }
    void whoHoldsOnlyDamagedDataIsHelpedAtOnce()
    {
        {
            const auto installation = m_computer->open();
            m_computer->hold(*installation);
        }
        QVERIFY(m_computer->directory().write(QStringLiteral("31.set"), "damaged"));
        ScriptedPerson person;
        person.whenAsked = [&] {
            person.answers << (person.prompts.size() == 1
                                   ? m_computer->maker.passcode(firstStep + 10)
                                   : responseTo(person.told.last(), QStringLiteral("anna")));
        };
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QVERIFY(person.warned.first().contains(QStringLiteral("was damaged and was set aside")));
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::Challenge);
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
        QVERIFY(m_computer->ledger().challengeTries.empty());
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
