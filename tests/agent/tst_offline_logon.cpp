// SPDX-License-Identifier: Apache-2.0
#include "services/agent/set_files.h"
#include "tests/agent/agent_fixture.h"

#include <QDir>
#include <QTest>

#include <thread>

using namespace holdfast;
using namespace holdfast::testing;
using agent::LogonOutcome;
using contract::OfflineEventKind;

namespace {

// Stands in the verifier's place and looks at what is on the disk meanwhile.
class Witness final : public offline::OfflineVerifier
{
public:
    explicit Witness(const Computer& computer)
        : m_computer(computer)
    { }
    offline::Verification verify(const offline::OfflineSet&, const offline::SetState& state,
                                 const contract::Secret&, contract::Timestamp) const override
    {
        // As after a power cut now: whatever was not on the disk never happened.
        sealed = m_computer.directory().read(QStringLiteral("ledger"), 1 << 24).value();
        counted = state.failures;
        return {offline::Verdict::WrongPasscode, {}, {}, state};
    }
    mutable QByteArray sealed;
    mutable int counted = 0;

private:
    const Computer& m_computer;
};

} // namespace

class OfflineLogonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_computer = std::make_unique<Computer>();
        m_computer->maker.content.header.helpText = QStringLiteral("Sales desk, 555-0100");
    }

    void aRightPasscodeSignsInAndTellsTheDaysLeft()
    {
        prepare();
        ScriptedPerson person;
        person.answers << passcode();
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QVERIFY(person.told.last().contains(QStringLiteral("One day is left")));
        const auto events = m_computer->events();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().kind, OfflineEventKind::Logon);
        QCOMPARE(events.first().userName, QStringLiteral("anna"));
        QCOMPARE(events.first().setId.value_or(QString()), QStringLiteral("31"));
        QCOMPARE(events.first().step.value_or(-1), firstStep + 10);
    }
    void belowTheThresholdItWarnsAndSaysWhomToAsk()
    {
        prepare();
        m_computer->clock.set(atHour(30));
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(firstStep + 30 * 60);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QVERIFY(person.warned.last().contains(QStringLiteral("Less than a day is left")));
        QVERIFY(person.warned.last().contains(QStringLiteral("Sales desk, 555-0100")));
    }
    void anyNameOfThePersonWill()
    {
        m_computer->maker.content.header.otherNames = {QStringLiteral("anna@example.com")};
        prepare();
        ScriptedPerson person;
        person.answers << passcode();
        QCOMPARE(m_computer->logon(person, QStringLiteral(" Anna@Example.COM ")), LogonOutcome::Accepted);
    }
    void anothersPasscodeSignsNobodyIn()
    {
        prepare();
        ScriptedPerson person;
        person.answers << passcode();
        QCOMPARE(m_computer->logon(person, QStringLiteral("bob")), LogonOutcome::Unavailable);
    }
    void aUsedCodeIsRefusedWithItsReason()
    {
        prepare();
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Accepted);
        ScriptedPerson person;
        person.answers << passcode();
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("used already")));
        QCOMPARE(m_computer->events().last().reason, QStringLiteral("already_used"));
    }
    void afterTooManyFailuresOnlyAnEmergencyPasscodeWillDo()
    {
        m_computer->maker.addEmergency(contract::CodeReplaces::Passcode, "BCDFGHJK", atHour(40));
        prepare();
        ScriptedPerson person;
        person.answers << secret("1234000000");
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("2 tries are left")));
        QCOMPARE(m_computer->logon(secret("1234000000")), LogonOutcome::Refused);
        ScriptedPerson last;
        last.answers << secret("1234000000");
        QCOMPARE(m_computer->logon(last), LogonOutcome::Refused);
        QVERIFY(last.warned.last().contains(QStringLiteral("that was the last try")));
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::LimitReached);

        ScriptedPerson late;
        late.answers << passcode();
        QCOMPARE(m_computer->logon(late), LogonOutcome::Refused);
        QVERIFY(late.warned.last().contains(QStringLiteral("too many wrong passcodes")));
        ScriptedPerson helped;
        helped.answers << secret("BCDF GHJK");
        QCOMPARE(m_computer->logon(helped), LogonOutcome::Accepted);
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::EmergencyPasscode);
        QVERIFY(helped.warned.first().contains(QStringLiteral("emergency passcode")));
    }
    void theLimitIsToldHoweverItWasReached()
    {
        prepare();
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Accepted);
        QCOMPARE(m_computer->logon(secret("1234000000")), LogonOutcome::Refused);
        QCOMPARE(m_computer->logon(secret("1234000000")), LogonOutcome::Refused);
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Refused); // used already
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::LimitReached);
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Refused);
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::Failure); // once
    }
    void everyRefusalSaysWhomToAsk()
    {
        prepare();
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Accepted);
        for (const auto& typed : {passcode(), secret("1234000000"), secret("1234000000"), secret("x"),
                                  contract::Secret(QByteArrayView(QByteArray(65, '1')))}) {
            ScriptedPerson person;
            person.answers << typed;
            QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
            QVERIFY2(person.warned.last().contains(QStringLiteral("Sales desk, 555-0100")),
                     qPrintable(person.warned.last()));
        }
        // Also where the data is gone.
        QVERIFY(m_computer->directory().write(QStringLiteral("31.set"), "damaged"));
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Unavailable);
        ScriptedPerson person;
        QCOMPARE(m_computer->logon(person), LogonOutcome::Unavailable);
        QVERIFY(person.warned.last().contains(QStringLiteral("Sales desk, 555-0100")));
    }
    void aPowerCutBeforeANewSetIsKnownLeavesTheFormerOne()
    {
        prepare();
        SetMaker& maker = m_computer->maker;
        const auto before = passcode();
        {
            const auto installation = m_computer->open();
            maker.content.header.setId = QStringLiteral("40");
            maker.build();
            auto ledger = installation->lock().value();
            const contract::AgentSet set {
                maker.built.header.setId, QString::fromLatin1(maker.built.bytes.toBase64()),
                QString::fromLatin1(
                    offline::wrapKeys(installation->identity().agreement.publicKey, maker.built.keys)
                        .toBase64())};
            QCOMPARE(agent::takeSet(*installation, ledger, set, agent::SetOrigin::Logon).value().setId,
                     QStringLiteral("40"));
            QVERIFY(m_computer->directory().has(QStringLiteral("40.set")));
        }
        QVERIFY(m_computer->directory().has(QStringLiteral("31.set")));
        QCOMPARE(m_computer->logon(before), LogonOutcome::Accepted);
        QCOMPARE(m_computer->events().last().setId.value_or(QString()), QStringLiteral("31"));
    }
    void dataThatCannotBeReadNowIsNotDamaged()
    {
        prepare();
        QDir state(m_computer->directory().path());
        QVERIFY(state.rename(QStringLiteral("31.set"), QStringLiteral("kept")));
        QVERIFY(state.mkdir(QStringLiteral("31.set")));
        ScriptedPerson person;
        person.answers << passcode();
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("cannot be read now")));
        QVERIFY(state.rmdir(QStringLiteral("31.set")));
        QVERIFY(state.rename(QStringLiteral("kept"), QStringLiteral("31.set")));
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Accepted);
    }
    void anEmergencyTokencodeStandsForTheToken()
    {
        m_computer->maker.addEmergency(contract::CodeReplaces::Tokencode, "BCDFGHJK", atHour(40));
        prepare();
        QCOMPARE(m_computer->logon(secret("1234BCDFGHJK")), LogonOutcome::Accepted);
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::EmergencyTokencode);
        QVERIFY(!m_computer->events().last().step);
    }
    void theFailureIsOnTheDiskBeforeThePasscodeIsLookedAt()
    {
        prepare();
        m_computer->service.goAway();
        const Witness witness(*m_computer);
        {
            const auto installation = m_computer->open();
            ScriptedPerson person;
            person.answers << passcode();
            agent::Logon logon(*installation, witness, person);
            QCOMPARE(logon.run({QStringLiteral("anna")}), LogonOutcome::Refused);
        }
        QCOMPARE(witness.counted, 1);
        QVERIFY(m_computer->directory().write(QStringLiteral("ledger"), witness.sealed));
        QCOMPARE(m_computer->ledger().sets.front().failures, 1);
    }
    void aDiskThatTakesNothingLetsNobodyIn()
    {
        prepare();
        const auto installation = m_computer->open();
        const auto verifier = offline::makeRecordVerifier();
        ScriptedPerson person;
        person.answers << passcode();
        // A folder in the way of what is written: also root cannot write there.
        person.whenAsked = [&] {
            QVERIFY(QDir(m_computer->directory().path()).mkdir(QStringLiteral("ledger.new")));
        };
        agent::Logon logon(*installation, *verifier, person);
        // And leaves it to nothing else: a disk is filled by whoever likes to.
        QCOMPARE(logon.run({QStringLiteral("anna")}), LogonOutcome::Refused);
        QVERIFY(QDir(m_computer->directory().path()).rmdir(QStringLiteral("ledger.new")));
    }
    void aClockThatWasSetBackIsNoticed()
    {
        prepare();
        m_computer->clock.set(atHour(10));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 600)), LogonOutcome::Accepted);
        m_computer->clock.set(atHour(1));
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(firstStep + 60);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("clock was set back")));
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::ClockSetBack);
    }
    void afterTheLastDayItIsOverAndTold()
    {
        prepare();
        m_computer->clock.set(atHour(47.9));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 47 * 60 + 54)),
                 LogonOutcome::Accepted);
        m_computer->clock.set(atHour(48.1));
        ScriptedPerson person;
        person.answers << secret("1234000000");
        QCOMPARE(m_computer->logon(person), LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("ended at")));
    }
    void ofTwoTokensTheRightOneDecidesAndTheOtherCountsNothing()
    {
        prepare();
        m_computer->maker.content.header.setId = QStringLiteral("32");
        m_computer->maker.content.header.tokenSerial = QStringLiteral("000987654321");
        m_computer->maker.content.code = [](qint64 step) {
            return otp::Code::ofNumber(static_cast<quint64>(step), 6);
        };
        m_computer->maker.build();
        {
            const auto installation = m_computer->open();
            m_computer->hold(*installation);
        }
        QCOMPARE(m_computer->ledger().sets.size(), size_t(2));
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Accepted);
        for (const auto& set : m_computer->ledger().sets) {
            QCOMPARE(set.failures, 0);
        }
        QCOMPARE(m_computer->logon(secret("1234000000")), LogonOutcome::Refused);
        for (const auto& set : m_computer->ledger().sets) {
            QCOMPARE(set.failures, 1);
        }
        QCOMPARE(m_computer->events().size(), 2);
    }
    void aCounterTokenFarAheadIsAskedForTheNextCode()
    {
        m_computer->maker.countUses(100, 60);
        prepare();
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(130) << m_computer->maker.passcode(131);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QCOMPARE(person.prompts.size(), 2);
        QCOMPARE(m_computer->ledger().sets.front().lastStep, 131);
        QCOMPARE(m_computer->events().size(), 1);
        ScriptedPerson wrong;
        wrong.answers << m_computer->maker.passcode(150) << secret("1234000000");
        QCOMPARE(m_computer->logon(wrong), LogonOutcome::Refused);
    }
    void aGrantThatIsUsedUpIsExplainedAndCountsNothing()
    {
        m_computer->maker.countUses(100, 3);
        prepare();
        ScriptedPerson person;
        person.answers << m_computer->maker.passcode(101);
        QCOMPARE(m_computer->logon(person), LogonOutcome::Accepted);
        QVERIFY(
            (person.told + person.warned).last().contains(QStringLiteral("One day is left"))); // and one code
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(102)), LogonOutcome::Accepted);
        ScriptedPerson next;
        next.answers << m_computer->maker.passcode(103);
        QCOMPARE(m_computer->logon(next), LogonOutcome::Refused);
        QVERIFY(next.warned.last().contains(QStringLiteral("All codes of the token")));
        QVERIFY(next.warned.last().contains(QStringLiteral("Sales desk, 555-0100")));
        QCOMPARE(m_computer->ledger().sets.front().failures, 0);
        QCOMPARE(m_computer->events().last().reason, QStringLiteral("codes_used_up"));
    }
    void whatWasTypedForAnotherModuleIsTriedWhereItCanBeAPasscode_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("could");
        QTest::newRow("PIN and code") << QByteArray("1234567890") << true;
        QTest::newRow("a code alone") << QByteArray("567890") << true;
        QTest::newRow("a PIN of letters") << QByteArray("Geheim567890") << true;
        QTest::newRow("an emergency code") << QByteArray("bcdf-ghjk") << true;
        QTest::newRow("in groups") << QByteArray("BCDF GHJK MNPQ ") << true;
        QTest::newRow("a password") << QByteArray("correct horse") << false;
        QTest::newRow("with a digit") << QByteArray("Tr0ub4dor&3") << false;
        QTest::newRow("nothing") << QByteArray("") << false;
        QTest::newRow("too short") << QByteArray("123") << false;
        QTest::newRow("too long") << QByteArray(65, '1') << false;
    }
    void whatWasTypedForAnotherModuleIsTriedWhereItCanBeAPasscode()
    {
        QFETCH(QByteArray, typed);
        QTEST(agent::couldBePasscode(contract::Secret(QByteArrayView(typed))), "could");
    }
    void aDamagedSetIsSetAsideAndExplained_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("a bit") << 0;
        QTest::newRow("cut") << 1;
        QTest::newRow("empty") << 2;
        QTest::newRow("missing") << 3;
    }
    void aDamagedSetIsSetAsideAndExplained()
    {
        QFETCH(int, how);
        prepare();
        const QString file = QStringLiteral("31.set");
        QByteArray bytes = m_computer->maker.built.bytes;
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        const QList<QByteArray> damaged {bytes, bytes.left(500), QByteArray()};
        if (how < 3) {
            QVERIFY(m_computer->directory().write(file, damaged[how]));
        } else {
            m_computer->directory().remove(file);
        }
        ScriptedPerson person;
        person.answers << passcode();
        QCOMPARE(m_computer->logon(person), LogonOutcome::Unavailable);
        QVERIFY(person.warned.last().contains(QStringLiteral("was damaged and was set aside")));
        QCOMPARE(m_computer->events().last().kind, OfflineEventKind::DamagedData);
        QVERIFY(m_computer->ledger().sets.empty());
        QCOMPARE(m_computer->directory().has(file + QStringLiteral(".aside")), how < 3);
        // Told once; from then on it is as if nothing was there.
        ScriptedPerson again;
        QCOMPARE(m_computer->logon(again), LogonOutcome::Unavailable);
        QVERIFY(!again.warned.last().contains(QStringLiteral("damaged")));
    }
    void ofTwoLogonsWithOneCodeOneSucceeds()
    {
        prepare();
        m_computer->service.goAway();
        std::atomic<int> accepted = 0;
        const auto work = [&] {
            const auto installation = m_computer->open();
            const auto verifier = offline::makeRecordVerifier();
            ScriptedPerson person;
            person.answers << passcode();
            agent::Logon logon(*installation, *verifier, person);
            accepted += logon.run({QStringLiteral("anna")}) == LogonOutcome::Accepted ? 1 : 0;
        };
        std::thread one(work);
        std::thread other(work);
        one.join();
        other.join();
        QCOMPARE(accepted.load(), 1);
        QCOMPARE(m_computer->events().size(), 2);
    }
    void wrongOnesAtTheSameTimeAllCount()
    {
        prepare();
        m_computer->service.goAway();
        const auto work = [&] {
            const auto installation = m_computer->open();
            const auto verifier = offline::makeRecordVerifier();
            ScriptedPerson person;
            person.answers << secret("1234000000");
            agent::Logon logon(*installation, *verifier, person);
            (void)logon.run({QStringLiteral("anna")});
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i) {
            threads.emplace_back(work);
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(m_computer->ledger().sets.front().failures, 3);
    }
    void eventsAreNotToldWhereThePolicySaysSo()
    {
        m_computer->maker.content.header.uploadEvents = false;
        prepare();
        QCOMPARE(m_computer->logon(passcode()), LogonOutcome::Accepted);
        QCOMPARE(agent::waitingEvents(m_computer->ledger()), 0);
        QCOMPARE(m_computer->events().size(), 1);
    }
    void namesAreChecked()
    {
        prepare();
        ScriptedPerson person;
        QCOMPARE(m_computer->logon(person, QStringLiteral("  ")), LogonOutcome::Refused);
        QCOMPARE(m_computer->logon(person, QString(300, QLatin1Char('a'))), LogonOutcome::Refused);
        QVERIFY(!agent::isSetId(QStringLiteral("../31")));
        QVERIFY(!agent::isSetId(QString()));
        QVERIFY(agent::isSetId(QStringLiteral("aB_-9")));
    }

private:
    // Enrolled, with the maker's set, and nobody to ask.
    void prepare()
    {
        m_computer->maker.build();
        QVERIFY(m_computer->enrol());
        {
            const auto installation = m_computer->open();
            m_computer->hold(*installation);
        }
        m_computer->service.goAway();
    }
    contract::Secret passcode() const { return m_computer->maker.passcode(firstStep + 10); }

    std::unique_ptr<Computer> m_computer;
};

QTEST_GUILESS_MAIN(OfflineLogonTest)
#include "tst_offline_logon.moc"
