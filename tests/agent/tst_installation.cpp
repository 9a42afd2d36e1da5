// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/agent_fixture.h"

#include <QTest>

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
