// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/agent_fixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace holdfast;
using namespace holdfast::testing;
using contract::OfflineEventKind;

class InstallationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCommittedIsThereForTheNextProcess()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            auto ledger = installation->lock().value();
            ledger.content.challengesAllowed = true;
            QVERIFY(ledger.commit());
        }
        QVERIFY(computer.ledger().challengesAllowed);
    }
    void whatIsNotCommittedIsLost()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            auto ledger = installation->lock().value();
            ledger.content.challengesAllowed = true;
        }
        QVERIFY(!computer.ledger().challengesAllowed);
    }
    void nothingSecretLiesOpen()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const auto installation = computer.open();
        computer.hold(*installation);
        const QByteArray keys = computer.maker.built.keys.day.reveal().toByteArray().toBase64();
        const QByteArray signing = installation->identity().signing.privateKey.reveal().toByteArray();
        for (const QString& name : computer.directory().names(QString())) {
            const QByteArray text = computer.directory().read(name, 1 << 24).value();
            QVERIFY2(!text.contains(keys), qPrintable(name));
            QVERIFY2(!text.contains(signing) && !text.contains(signing.toBase64()), qPrintable(name));
        }
    }
    void aChangedIdentityDoesNotOpen()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const QString file = QStringLiteral("identity.json");
        QByteArray text = computer.directory().read(file, 1 << 20).value();
        text.replace("http://127.0.0.1", "http://127.0.0.2");
        QVERIFY(computer.directory().write(file, text));
        const auto opened = agent::Installation::open(computer.directory(), computer.clock);
        QCOMPARE(opened.error().code, QStringLiteral("identity_damaged"));
    }
    void aDamagedLedgerIsSetAsideAndToldOnce()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        QVERIFY(computer.directory().write(QStringLiteral("ledger"), "garbage"));
        const auto events = computer.events();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().kind, OfflineEventKind::DamagedData);
        QCOMPARE(events.first().reason, QStringLiteral("state_damaged"));
        const agent::Ledger ledger = computer.ledger();
        QVERIFY(ledger.sets.empty());
        QCOMPARE(ledger.aside.size(), size_t(1));
        QVERIFY(ledger.aside.front().names.contains(QStringLiteral("anna")));
        QVERIFY(computer.directory().has(QStringLiteral("31.set.aside")));
        QVERIFY(computer.directory().has(QStringLiteral("ledger.aside")));

        // The person is told at the prompt, once, and is never kept from it.
        ScriptedPerson person;
        computer.service.refuse("/agent/v1/logons", 403, "no", QStringLiteral("No."));
        person.answers << secret("123456");
        (void)computer.logon(person);
        QVERIFY(person.warned.first().contains(QStringLiteral("was damaged")));
        ScriptedPerson again;
        (void)computer.logon(again);
        QVERIFY(again.warned.isEmpty());
    }
    void eventsAfterALostLedgerHaveNumbersThatWereNeverGivenOut()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            auto ledger = installation->lock().value();
            for (int i = 0; i < 5; ++i) {
                agent::addEvent(ledger.content, {});
            }
            QVERIFY(ledger.commit());
        }
        computer.directory().remove(QStringLiteral("ledger"));
        QVERIFY(computer.events().first().sequence > 5);
        QCOMPARE(computer.events().first().reason, QStringLiteral("state_missing"));
    }
    void aDamagedStorageKeyWantsANewEnrolment()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        QVERIFY(computer.directory().write(QStringLiteral("storage.json"), "{}"));
        const auto opened = agent::Installation::open(computer.directory(), computer.clock);
        QCOMPARE(opened.error().code, QStringLiteral("key_lost"));
        QVERIFY(computer.enrol()); // without asking for --replace
        QVERIFY(computer.ledger().sets.empty());
    }
    void whatWaitsTakesNumbersThatTheServiceDoesNotKnowYet()
    {
        agent::Ledger ledger;
        agent::addEvent(ledger, {});
        agent::addEvent(ledger, {});
        agent::confirmEvents(ledger, 70); // of a ledger that was lost
        QCOMPARE(agent::waitingEvents(ledger), 2);
        QCOMPARE(ledger.events.front().event.sequence, 71);
        agent::confirmEvents(ledger, 72);
        QCOMPARE(agent::waitingEvents(ledger), 0);
    }
    void aLedgerThatCannotBeReadNowLosesNothing()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const auto installation = computer.open();
        computer.hold(*installation);
        // A folder in its place: not even root reads one as a file.
        QDir state(computer.directory().path());
        QVERIFY(state.rename(QStringLiteral("ledger"), QStringLiteral("kept")));
        QVERIFY(state.mkdir(QStringLiteral("ledger")));
        QCOMPARE(installation->lock().error().code, QStringLiteral("state_unreadable"));
        ScriptedPerson person;
        QCOMPARE(computer.logon(person), agent::LogonOutcome::Refused);
        QVERIFY(person.prompts.isEmpty());
        QVERIFY(person.warned.first().contains(QStringLiteral("cannot be read now")));
        QVERIFY(state.rmdir(QStringLiteral("ledger")));
        QVERIFY(state.rename(QStringLiteral("kept"), QStringLiteral("ledger")));
        QCOMPARE(computer.ledger().sets.size(), size_t(1));
        QVERIFY(computer.directory().has(QStringLiteral("31.set")));
        QVERIFY(computer.events().isEmpty());
    }
    void whatCouldNotBeReadAgainIsNotWritten()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            auto ledger = installation->lock().value();
            ledger.content.lastContactProblem = QString(QChar(1));
            QCOMPARE(ledger.commit().error().code, QStringLiteral("state_not_written"));
        }
        QVERIFY(computer.events().isEmpty()); // the former is there, and nothing was damaged
    }
    void whatOthersSayCannotSpoilTheLedger()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            auto ledger = installation->lock().value();
            const QString text = QString(QChar(1)) + QStringLiteral("why") + QChar(0xd800);
            agent::setProblem(ledger.content, text, text, text, computer.clock.now());
            contract::OfflineEvent event;
            event.userName = text;
            agent::addEvent(ledger.content, event);
            QVERIFY(ledger.commit());
        }
        QVERIFY(computer.ledger().problems.front().sentence.startsWith(QStringLiteral("why")));
    }
    void aLockThatOthersHoldIsARefusalAndSoon()
    {
        QCOMPARE(agent::promptLockPatience, std::chrono::seconds(2));
        Computer computer;
        QVERIFY(computer.enrol());
        const auto installation =
            agent::Installation::open(computer.directory(), computer.clock, std::chrono::milliseconds(50))
                .value();
        const auto held = computer.directory().lock(std::chrono::milliseconds(0));
        QVERIFY(held);
        const auto verifier = offline::makeRecordVerifier();
        ScriptedPerson person;
        agent::Logon logon(*installation, *verifier, person);
        QCOMPARE(logon.run({QStringLiteral("anna")}), agent::LogonOutcome::Refused);
        QVERIFY(person.warned.first().contains(QStringLiteral("Try again in a moment")));
        QCOMPARE(logon.challenge(QStringLiteral("anna")), agent::LogonOutcome::Refused);
    }
    void anOlderPromptLeavesANewEnrolmentAlone()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const auto former = computer.open();
        QVERIFY(former->lock());
        const auto enrolled = computer.enrol(true);
        QVERIFY(enrolled);
        QVERIFY(enrolled->installation->lock());
        computer.hold(*enrolled->installation);
        QCOMPARE(former->lock().error().code, QStringLiteral("state_replaced"));
        agent::forgetEverything(*former);
        const auto verifier = offline::makeRecordVerifier();
        ScriptedPerson person;
        agent::Logon logon(*former, *verifier, person);
        QCOMPARE(logon.run({QStringLiteral("anna")}), agent::LogonOutcome::Refused);
        QVERIFY(person.warned.first().contains(QStringLiteral("enrolled anew")));
        QCOMPARE(computer.ledger().sets.size(), size_t(1));
        QVERIFY(computer.events().isEmpty());
        QVERIFY(computer.directory().has(QStringLiteral("31.set")));
        QVERIFY(!computer.directory().has(QStringLiteral("ledger.aside")));
    }
    void anotherNameIsNoOtherEnrolment()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const auto prompt = computer.open();
        {
            const auto timer = computer.open();
            const auto ledger = timer->lock();
            QVERIFY(ledger);
            QVERIFY(timer->rename(QStringLiteral("laptop-8"), QStringLiteral("/Sales")));
        }
        QVERIFY(prompt->lock());
    }
    void theLockAndTheServiceShareTheTimeBeforeThePrompt()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const auto installation = computer.open();
        computer.hold(*installation);
        computer.service.mood = FakeService::Mood::Mute;
        std::thread another([lock = computer.directory().lock(std::chrono::seconds(1)).value()]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(1300));
            const agent::StateLock given = std::move(lock);
        });
        const auto verifier = offline::makeRecordVerifier();
        ScriptedPerson person;
        QElapsedTimer took;
        qint64 untilPrompt = 0;
        person.whenAsked = [&] {
            untilPrompt = took.elapsed();
        };
        agent::Logon logon(*installation, *verifier, person);
        took.start();
        QCOMPARE(logon.run({QStringLiteral("anna")}), agent::LogonOutcome::Cancelled);
        another.join();
        QVERIFY2(untilPrompt >= 1300 && untilPrompt < 2600, qPrintable(QString::number(untilPrompt)));
    }
    void onlyWhatNobodyAtAPromptCanCauseLeavesItToOthers()
    {
        const auto outcome = [](const char* code) {
            return agent::outcomeOf({contract::ErrorKind::Unavailable, QString::fromLatin1(code), {}});
        };
        QCOMPARE(outcome("not_enrolled"), agent::LogonOutcome::Unavailable);
        QCOMPARE(outcome("tpm_out_of_reach"), agent::LogonOutcome::Unavailable);
        for (const char* code :
             {"state_busy", "state_unreadable", "file_unreadable", "state_not_written", "state_replaced",
              "state_not_ours", "tpm_busy", "counter_out_of_reach", "counter_lost"}) {
            QCOMPARE(outcome(code), agent::LogonOutcome::Refused);
        }
    }
    void namesAreComparedAsTheServiceDoes()
    {
        QCOMPARE(agent::canonicalName(QStringLiteral(" Anna ")), QStringLiteral("anna"));
        QCOMPARE(agent::canonicalName(QString::fromUtf8("\xef\xac\x81nn")), QStringLiteral("finn"));
        QCOMPARE(agent::canonicalName(QString::fromUtf8("\xef\xbc\xa1nna")), QStringLiteral("anna"));
    }
    void ofTooManyEventsFailuresGoFirst()
    {
        agent::Ledger ledger;
        contract::OfflineEvent event;
        event.kind = OfflineEventKind::Logon;
        agent::addEvent(ledger, event);
        event.kind = OfflineEventKind::Failure;
        for (int i = 0; i < 1500; ++i) {
            agent::addEvent(ledger, event);
        }
        QCOMPARE(ledger.events.size(), size_t(1000));
        QCOMPARE(ledger.events.front().event.kind, OfflineEventKind::Logon);
        QCOMPARE(ledger.events[1].event.sequence, 503);
    }
    void eventsAreBounded()
    {
        agent::Ledger ledger;
        for (int i = 0; i < 1500; ++i) {
            agent::addEvent(ledger, {});
        }
        QCOMPARE(ledger.events.size(), size_t(1000));
        QCOMPARE(ledger.events.back().event.sequence, 1500);
        agent::confirmEvents(ledger, 1400);
        QCOMPARE(agent::waitingEvents(ledger), 100);
        QCOMPARE(ledger.events.size(), size_t(200)); // and a hundred to look at
        agent::confirmEvents(ledger, 1000); // an older answer takes nothing back
        QCOMPARE(agent::waitingEvents(ledger), 100);
    }
};

QTEST_GUILESS_MAIN(InstallationTest)
#include "tst_installation.moc"
