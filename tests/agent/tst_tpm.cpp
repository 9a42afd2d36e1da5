// SPDX-License-Identifier: Apache-2.0
#include "services/agent/tpm.h"
#include "tests/agent/agent_fixture.h"
#include "tests/agent/software_tpm.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using contract::OfflineEventKind;

class TpmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tpm = std::make_unique<SoftwareTpm>();
        QVERIFY(m_tpm->start());
    }
    void cleanup() { m_tpm.reset(); }

    void whatItSealsItOpensAfterARestart()
    {
        const contract::Secret kept = secret("thirty-two bytes of a storage key");
        const auto object = agent::Tpm::connect(m_tpm->tcti()).value().seal(kept);
        QVERIFY(object);
        QVERIFY(!object->privatePart.contains(kept.reveal().toByteArray()));
        m_tpm->stop();
        QCOMPARE(agent::Tpm::connect(m_tpm->tcti()).error().code, QStringLiteral("tpm_out_of_reach"));
        QVERIFY(m_tpm->start());
        const auto opened = agent::Tpm::connect(m_tpm->tcti()).value().unseal(*object);
        QVERIFY(opened && opened->equals(kept.reveal()));
    }
    void anotherTpmDoesNotOpenIt()
    {
        const auto object = agent::Tpm::connect(m_tpm->tcti()).value().seal(secret("x"));
        m_tpm->replace();
        QVERIFY(m_tpm->start());
        QCOMPARE(agent::Tpm::connect(m_tpm->tcti()).value().unseal(*object).error().code,
                 QStringLiteral("tpm_refused"));
    }
    void theCounterOnlyRises()
    {
        const contract::Secret shown = secret("authorization");
        const quint32 index = agent::Tpm::connect(m_tpm->tcti()).value().makeCounter(shown).value();
        const quint64 before = agent::Tpm::connect(m_tpm->tcti()).value().readCounter(index, shown).value();
        QVERIFY(agent::Tpm::connect(m_tpm->tcti()).value().raiseCounter(index, shown));
        QCOMPARE(agent::Tpm::connect(m_tpm->tcti()).value().readCounter(index, shown).value(), before + 1);
        QVERIFY(!agent::Tpm::connect(m_tpm->tcti()).value().raiseCounter(index, secret("another")));
        // Removed and made again, it begins above where any ever was.
        QVERIFY(agent::Tpm::connect(m_tpm->tcti()).value().removeCounter(index));
        const quint32 next = agent::Tpm::connect(m_tpm->tcti()).value().makeCounter(shown).value();
        QVERIFY(agent::Tpm::connect(m_tpm->tcti()).value().readCounter(next, shown).value() > before + 1);
    }

    void anInstallationLivesThroughARestart()
    {
        Computer computer(m_tpm->tcti());
        const auto enrolled = computer.enrol();
        QVERIFY2(enrolled, enrolled ? "" : qPrintable(enrolled.error().detail + enrolled.error().internal));
        QCOMPARE(enrolled->installation->protection(), contract::KeyProtection::Tpm);
        QCOMPARE(computer.service.askedOf("/agent/v1/enrolments")
                     .first()
                     .body.value(QLatin1String("keyProtection"))
                     .toString(),
                 QStringLiteral("tpm"));
        computer.hold(*enrolled->installation);
        m_tpm->stop();
        const auto away = agent::Installation::open(computer.directory(), computer.clock);
        QCOMPARE(away.error().code, QStringLiteral("tpm_out_of_reach"));
        QVERIFY(m_tpm->start());
        computer.service.goAway();
        QCOMPARE(computer.logon(computer.maker.passcode(firstStep + 10)), agent::LogonOutcome::Accepted);
    }
    void aStateOfYesterdayIsNoticed()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        computer.service.goAway();
        const QByteArray yesterday = computer.directory().read(QStringLiteral("ledger"), 1 << 24).value();
        QCOMPARE(computer.logon(computer.maker.passcode(firstStep + 10)), agent::LogonOutcome::Accepted);
        QVERIFY(computer.directory().write(QStringLiteral("ledger"), yesterday));
        // The code that was used would be new again.
        ScriptedPerson person;
        person.answers << computer.maker.passcode(firstStep + 10);
        QVERIFY(computer.logon(person) != agent::LogonOutcome::Accepted);
        const auto events = computer.events();
        QCOMPARE(events.first().kind, OfflineEventKind::StateRolledBack);
        QVERIFY(computer.ledger().sets.empty());
    }
    void withoutATpmThatIsWhatDefeatsUs()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        computer.service.goAway();
        const QByteArray yesterday = computer.directory().read(QStringLiteral("ledger"), 1 << 24).value();
        QCOMPARE(computer.logon(computer.maker.passcode(firstStep + 10)), agent::LogonOutcome::Accepted);
        QVERIFY(computer.directory().write(QStringLiteral("ledger"), yesterday));
        QCOMPARE(computer.logon(computer.maker.passcode(firstStep + 10)), agent::LogonOutcome::Accepted);
    }
    void aPowerCutBetweenWritingAndRaisingIsNoRollBack()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        // As commit() writes it, and no further: by an installation whose TPM goes away in between.
        {
            const auto installation = computer.open();
            auto ledger = installation->lock().value();
            ledger.content.challengesAllowed = true;
            m_tpm->stop();
            QCOMPARE(ledger.commit().error().code, QStringLiteral("counter_out_of_reach"));
        }
        QVERIFY(m_tpm->start());
        QVERIFY(computer.ledger().challengesAllowed);
        QVERIFY(computer.events().isEmpty());
        QVERIFY(computer.ledger().challengesAllowed); // and it goes on from there
    }
    void aTpmThatHasTooMuchToDoIsNotOutOfReach_data()
    {
        QTest::addColumn<quint32>("code");
        QTest::addColumn<QString>("error");
        QTest::newRow("too many writings") << 0x920U << QStringLiteral("tpm_busy");
        QTest::newRow("the same, told by the resource manager") << 0xc0920U << QStringLiteral("tpm_busy");
        QTest::newRow("retry") << 0x922U << QStringLiteral("tpm_busy");
        QTest::newRow("no room for another session") << 0x903U << QStringLiteral("tpm_busy");
        QTest::newRow("failure mode") << 0x101U << QStringLiteral("tpm_out_of_reach");
        QTest::newRow("no device") << 0xa000aU << QStringLiteral("tpm_out_of_reach");
        QTest::newRow("a handle that it does not know") << 0x18bU << QStringLiteral("tpm_refused");
    }
    void aTpmThatHasTooMuchToDoIsNotOutOfReach()
    {
        QFETCH(quint32, code);
        QTEST(agent::tpmError(code).code, "error");
    }
    void onceTheKeyIsOpenACounterThatFailsRefuses()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        const auto installation = computer.open();
        const auto verifier = offline::makeRecordVerifier();
        ScriptedPerson person;
        agent::Logon logon(*installation, *verifier, person, computer.patience);
        m_tpm->stop();
        QCOMPARE(installation->lock().error().code, QStringLiteral("counter_out_of_reach"));
        QCOMPARE(logon.run({QStringLiteral("anna")}), agent::LogonOutcome::Refused);
        QVERIFY(person.warned.first().contains(QStringLiteral("TPM does not answer")));
        QVERIFY(m_tpm->start());
        const QByteArray text = computer.directory().read(agent::storageFile, 1 << 16).value();
        const auto index = static_cast<quint32>(
            QJsonDocument::fromJson(text).object().value(QLatin1String("counterIndex")).toInteger());
        QVERIFY(agent::Tpm::connect(m_tpm->tcti()).value().removeCounter(index));
        QCOMPARE(installation->lock().error().code, QStringLiteral("counter_lost"));
        QCOMPARE(logon.run({QStringLiteral("anna")}), agent::LogonOutcome::Refused);
        QVERIFY(person.prompts.isEmpty());
    }
    void aClearedTpmLeadsToANewEnrolment()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        m_tpm->replace();
        QVERIFY(m_tpm->start());
        const auto opened = agent::Installation::open(computer.directory(), computer.clock);
        QCOMPARE(opened.error().code, QStringLiteral("key_lost"));
        QVERIFY(opened.error().detail.contains(QStringLiteral("enrol this computer anew")));
        QVERIFY(computer.enrol());
        QVERIFY(computer.open());
    }
    void aReplacementLeavesOneCounterInTheTpm()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        QCOMPARE(m_tpm->ownersAreas(), 1);
        QVERIFY(computer.enrol(true));
        QCOMPARE(m_tpm->ownersAreas(), 1);
        QVERIFY(computer.open()->lock());
    }
    void anEnrolmentThatIsRefusedLeavesTheFormerCounter()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        computer.service.refuse("/agent/v1/enrolments", 403, "enrolment_refused",
                                QStringLiteral("That code is none."));
        QCOMPARE(computer.enrol(true).error().code, QStringLiteral("enrolment_refused"));
        QCOMPARE(m_tpm->ownersAreas(), 1);
        QVERIFY(computer.open()->lock());
    }
    void aTryThatWasCutOffIsTidiedUpByTheNext()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        // As the power leaves it while the service is asked.
        const agent::StateDirectory ready = computer.directory().staging();
        QVERIFY(agent::writeStorageKey(ready, agent::makeStorageKey(m_tpm->tcti()).value().text));
        QCOMPARE(m_tpm->ownersAreas(), 2);
        QVERIFY(computer.open()->lock());
        QVERIFY(computer.enrol(true));
        QCOMPARE(m_tpm->ownersAreas(), 1);
        QVERIFY(computer.open()->lock());
    }
    void aReplacementThatWasCutOffIsFinishedAndTidiedUp()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        const QByteArray former = computer.directory().read(agent::storageFile, 1 << 16).value();
        QVERIFY(computer.enrol(true));
        // As the power leaves it between the move and what the former left in the TPM.
        const auto another = agent::makeStorageKey(m_tpm->tcti()).value();
        QVERIFY(computer.directory().write(QStringLiteral("former.json"), another.text.reveal()));
        QCOMPARE(m_tpm->ownersAreas(), 2);
        QVERIFY(computer.enrol(true));
        QCOMPARE(m_tpm->ownersAreas(), 1);
        QVERIFY(!computer.directory().has(QStringLiteral("former.json")));
        QVERIFY(computer.directory().read(agent::storageFile, 1 << 16).value() != former);
    }
    void anOwnersPasswordIsNoLostKey()
    {
        Computer computer(m_tpm->tcti());
        QVERIFY(computer.enrol());
        QVERIFY(m_tpm->setOwnerPassword());
        QCOMPARE(agent::Installation::open(computer.directory(), computer.clock).error().code,
                 QStringLiteral("tpm_out_of_reach"));
    }
    void aTpmThatWasAskedForMustWork()
    {
        m_tpm->stop();
        Computer computer(m_tpm->tcti());
        QCOMPARE(computer.enrol().error().code, QStringLiteral("tpm_out_of_reach"));
        QVERIFY(computer.service.askedOf("/agent/v1/enrolments").isEmpty());
    }

private:
    std::unique_ptr<SoftwareTpm> m_tpm;
};

QTEST_GUILESS_MAIN(TpmTest)
#include "tst_tpm.moc"
