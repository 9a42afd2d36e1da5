// SPDX-License-Identifier: Apache-2.0
#include "services/agent/report.h"
#include "services/agent/set_files.h"
#include "tests/agent/agent_fixture.h"

#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::SetAdvice;

namespace {

constexpr auto contacts = "/agent/v1/contacts";

contract::AgentContactAnswer advised(SetAdvice advice, const QString& sentence = {})
{
    contract::AgentContactAnswer answer = emptyContact();
    answer.sets.push_back({QStringLiteral("31"), advice, QStringLiteral("why"), sentence});
    return answer;
}

} // namespace

class ContactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_computer = std::make_unique<Computer>();
        QVERIFY(m_computer->enrol());
        const auto installation = m_computer->open();
        m_computer->hold(*installation);
    }

    void itTellsEventsOnceAndInOrder()
    {
        addEvents(3);
        contract::AgentContactAnswer answer = emptyContact();
        answer.eventsKnown = 3;
        service().answerContact(answer);
        QCOMPARE(contact().value().eventsTold, 3);
        const QJsonArray told =
            service().askedOf(contacts).first().body.value(QLatin1String("events")).toArray();
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.first().toObject().value(QLatin1String("sequence")).toInt(), 1);
        service().answerContact(answer);
        QVERIFY(contact());
        QVERIFY(service().askedOf(contacts).last().body.value(QLatin1String("events")).toArray().isEmpty());
    }
    void manyEventsGoInPortions()
    {
        addEvents(700);
        contract::AgentContactAnswer answer = emptyContact();
        answer.eventsKnown = 500;
        service().answerContact(answer);
        answer.eventsKnown = 700;
        service().answerContact(answer);
        QCOMPARE(contact().value().eventsTold, 700);
        QCOMPARE(service().askedOf(contacts).size(), 2);
        QCOMPARE(agent::waitingEvents(m_computer->ledger()), 0);
    }
    void aServiceThatKeepsNothingIsNotAskedForEver()
    {
        addEvents(3);
        for (int i = 0; i < 20; ++i) {
            service().answerContact(emptyContact());
        }
        QVERIFY(contact());
        QCOMPARE(service().askedOf(contacts).size(), 1);
        QCOMPARE(agent::waitingEvents(m_computer->ledger()), 3);
    }
    void itTellsWhatItHolds()
    {
        service().answerContact(advised(SetAdvice::Keep));
        QCOMPARE(contact().value().kept, 1);
        const QJsonObject held = service()
                                     .askedOf(contacts)
                                     .first()
                                     .body.value(QLatin1String("sets"))
                                     .toArray()
                                     .first()
                                     .toObject();
        QCOMPARE(held.value(QLatin1String("setId")).toString(), QStringLiteral("31"));
        QVERIFY(held.value(QLatin1String("daysLeft")).toDouble() > 1.9);
    }
    void ofACounterNoMoreDaysAreToldThanCodesAreLeft()
    {
        SetMaker& maker = m_computer->maker;
        maker.countUses(100, 50);
        maker.build();
        {
            const auto installation = m_computer->open();
            m_computer->hold(*installation);
            auto ledger = installation->lock().value();
            ledger.content.sets.front().lastStep = 148;
            commitOrDie(ledger);
        }
        service().answerContact(emptyContact());
        QVERIFY(contact());
        const QJsonArray held =
            service().askedOf(contacts).first().body.value(QLatin1String("sets")).toArray();
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.first().toObject().value(QLatin1String("daysLeft")).toDouble(), 1.0);
    }
    void whatTheServiceTellsIsKeptWhereNoDataIs()
    {
        Computer bare;
        QVERIFY(bare.enrol());
        const auto installation = bare.open();
        {
            auto ledger = installation->lock().value();
            ledger.content.challengeTries.push_back(
                {QStringLiteral("anna"), emptyContact().serverTime + std::chrono::hours(9000)});
            commitOrDie(ledger);
        }
        contract::AgentContactAnswer answer = emptyContact();
        answer.helpText = QStringLiteral("Sales desk, 555-0100");
        bare.service.answerContact(answer);
        const auto link = agent::linkOf(*installation, bare.ledger());
        QVERIFY(agent::makeContact(*installation, *link, 5s, 5s));
        QCOMPARE(bare.ledger().challengeTries.front().at, answer.serverTime);
        bare.service.refuse("/agent/v1/logons", 403, "no", QStringLiteral("No."));
        ScriptedPerson person;
        person.answers << secret("1234567890");
        QCOMPARE(bare.logon(person), agent::LogonOutcome::Refused);
        QVERIFY(person.warned.last().contains(QStringLiteral("Sales desk, 555-0100")));
        // A service that names nobody takes nothing away.
        bare.service.answerContact(emptyContact());
        QVERIFY(agent::makeContact(*installation, *link, 5s, 5s));
        QCOMPARE(bare.ledger().helpText, answer.helpText);
    }
    void aSetIsRenewedAndItsFailuresStay()
    {
        {
            const auto installation = m_computer->open();
            auto ledger = installation->lock().value();
            ledger.content.sets.front().failures = 2;
            ledger.content.sets.front().lastStep = firstStep + 20;
            QVERIFY(ledger.commit());
        }
        m_computer->maker.content.header.setId = QStringLiteral("40");
        m_computer->maker.build();
        service().answerContact(advised(SetAdvice::Renew));
        service().giveSet();
        QCOMPARE(contact().value().renewed, 1);
        QCOMPARE(
            service().askedOf("/agent/v1/offline-sets").first().body.value(QLatin1String("setId")).toString(),
            QStringLiteral("31"));
        const agent::Ledger ledger = m_computer->ledger();
        QCOMPARE(ledger.sets.size(), size_t(1));
        QCOMPARE(ledger.sets.front().setId, QStringLiteral("40"));
        // The service knows at once that it is here: its codes can be read out.
        const QJsonArray told =
            service().askedOf("/agent/v1/contacts").last().body.value(QLatin1String("sets")).toArray();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().toObject().value(QLatin1String("setId")).toString(), QStringLiteral("40"));
        QCOMPARE(ledger.sets.front().failures, 2);
        QCOMPARE(ledger.sets.front().lastStep, firstStep + 20); // a code taken here stays taken
        QCOMPARE(m_computer->directory().names(QStringLiteral(".set")),
                 QStringList {QStringLiteral("40.set")});
    }
    void aRefillTakesNoMarkBack()
    {
        {
            const auto installation = m_computer->open();
            auto ledger = installation->lock().value();
            ledger.content.sets.front().highWater = atHour(30);
            QVERIFY(ledger.commit());
        }
        m_computer->maker.content.header.setId = QStringLiteral("40");
        m_computer->maker.build();
        service().answerContact(advised(SetAdvice::Renew));
        service().giveSet();
        QCOMPARE(contact().value().renewed, 1);
        QCOMPARE(m_computer->ledger().sets.front().highWater, atHour(30));
        QCOMPARE(m_computer->ledger().sets.front().day, 1); // and the first day is closed for good
    }
    void aServiceThatFallsAwayIsNotAskedForEverySet()
    {
        contract::AgentContactAnswer answer = emptyContact();
        for (const char* setId : {"31", "32", "33"}) {
            answer.sets.push_back({QString::fromLatin1(setId), SetAdvice::Renew, {}, {}});
        }
        service().answerContact(answer); // downloads are answered with 503
        QCOMPARE(contact().value().renewed, 0);
        QCOMPARE(service().askedOf("/agent/v1/offline-sets").size(), 1);
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
    }
    void oneThatIsRefusedKeepsNoOtherFromBeingRenewed()
    {
        contract::AgentContactAnswer answer = emptyContact();
        for (const char* setId : {"99", "31"}) {
            answer.sets.push_back({QString::fromLatin1(setId), SetAdvice::Renew, {}, {}});
        }
        service().answerContact(answer);
        service().refuse("/agent/v1/offline-sets", 403, "token_disabled", QStringLiteral("Disabled."));
        service().giveSet();
        QCOMPARE(contact().value().renewed, 1);
    }
    void whatAPowerCutLeftIsSweptUp()
    {
        QVERIFY(m_computer->directory().write(QStringLiteral("40.set"), "never committed"));
        QVERIFY(m_computer->directory().write(QStringLiteral("41.set.new"), "half"));
        service().answerContact(emptyContact());
        QVERIFY(contact());
        QCOMPARE(m_computer->directory().names(QStringLiteral(".set")),
                 QStringList {QStringLiteral("31.set")});
        QVERIFY(!m_computer->directory().has(QStringLiteral("41.set.new")));
    }
    void aContactClosesTheDaysThatAreOver()
    {
        const auto first = agent::stateIn(m_computer->ledger().sets.front()).keys.day;
        contract::AgentContactAnswer answer = emptyContact();
        answer.serverTime = atHour(24); // a code of yesterday may be on its way
        service().answerContact(answer);
        QVERIFY(contact());
        QCOMPARE(m_computer->ledger().sets.front().day, 0);
        answer.serverTime = atHour(30);
        service().answerContact(answer);
        QVERIFY(contact());
        const agent::LedgerSet held = m_computer->ledger().sets.front();
        QCOMPARE(held.day, 1);
        QVERIFY(agent::stateIn(held).keys.day.equals(offline::nextDayKey(first).reveal()));
        // And the second day is as good as before.
        service().goAway();
        m_computer->clock.set(atHour(30));
        QCOMPARE(m_computer->logon(m_computer->maker.passcode(firstStep + 30 * 60)),
                 agent::LogonOutcome::Accepted);
    }
    void aFailureThatIsKnownIsNotWrittenAgain()
    {
        QVERIFY(!contact()); // 503
        const QByteArray sealed = m_computer->directory().read(QStringLiteral("ledger"), 1 << 24).value();
        QCOMPARE(m_computer->ledger().lastContactProblem, QStringLiteral("not_scripted"));
        QVERIFY(!contact());
        QCOMPARE(m_computer->directory().read(QStringLiteral("ledger"), 1 << 24).value(), sealed);
    }
    void whatIsReplacedByNewerDataIsNoProblem()
    {
        m_computer->maker.content.header.setId = QStringLiteral("40");
        m_computer->maker.content.header.tokenSerial = QStringLiteral("000987654321");
        m_computer->maker.build();
        {
            const auto installation = m_computer->open();
            m_computer->hold(*installation);
        }
        service().answerContact(advised(SetAdvice::Remove, QStringLiteral("Newer data are there.")));
        QCOMPARE(contact().value().removed, 1);
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
        QVERIFY(m_computer->ledger().problems.empty());
        QVERIFY(!m_computer->directory().has(QStringLiteral("31.set")));
    }
    void aCheckKeepsNobodyWaiting()
    {
        service().mood = FakeService::Mood::Mute;
        agent::Patience patience;
        patience.find = 1500ms;
        std::vector<agent::CheckLine> lines;
        std::thread checking([&] {
            lines =
                agent::checkNow(m_computer->directory(), m_computer->clock, QStringLiteral("anna"), patience);
        });
        const auto connected = [&] {
            return std::any_of(service().asked.begin(), service().asked.end(),
                               [](const auto& asked) { return asked.target != "/agent/v1/enrolments"; });
        };
        const bool asked = QTest::qWaitFor(connected, 5000);
        const bool free = m_computer->directory().lock(0ms).has_value();
        checking.join();
        QVERIFY(asked);
        QVERIFY(free);
        QVERIFY(lines.back().good);
    }
    void aRenewalThatIsRefusedKeepsWhatIsThereAndSaysWhy()
    {
        service().answerContact(advised(SetAdvice::Renew));
        service().refuse("/agent/v1/offline-sets", 409, "token_disabled",
                         QStringLiteral("The token is disabled."));
        const auto outcome = contact().value();
        QCOMPARE(outcome.renewed, 0);
        QVERIFY(outcome.sentences.first().contains(QStringLiteral("The token is disabled.")));
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
        QCOMPARE(m_computer->ledger().problems.front().code, QStringLiteral("token_disabled"));
    }
    void aRemovedSetIsGoneAndExplained()
    {
        service().answerContact(advised(SetAdvice::Remove, QStringLiteral("The account has ended.")));
        QCOMPARE(contact().value().removed, 1);
        QVERIFY(m_computer->ledger().sets.empty());
        QVERIFY(m_computer->directory().names(QStringLiteral(".set")).isEmpty());
        service().goAway();
        ScriptedPerson person;
        QCOMPARE(m_computer->logon(person), agent::LogonOutcome::Unavailable);
        QVERIFY(person.warned.first().contains(QStringLiteral("The account has ended.")));
    }
    void theServicesTimeRaisesTheMark()
    {
        contract::AgentContactAnswer answer = emptyContact();
        answer.serverTime = atHour(20);
        service().answerContact(answer);
        QVERIFY(contact());
        QCOMPARE(m_computer->ledger().sets.front().highWater, atHour(20));
        QVERIFY(m_computer->ledger().clockOffsetMilliseconds > 19 * 3600 * 1000);
    }
    void itTakesItsNameAndDomainFromTheService()
    {
        contract::AgentContactAnswer answer = emptyContact();
        answer.name = QStringLiteral("laptop-8");
        answer.domain = QStringLiteral("/Sales/EMEA");
        answer.challengesAllowed = true;
        service().answerContact(answer);
        QVERIFY(contact());
        QCOMPARE(m_computer->open()->identity().name, QStringLiteral("laptop-8"));
        QCOMPARE(m_computer->open()->identity().domain, QStringLiteral("/Sales/EMEA"));
        QVERIFY(m_computer->ledger().challengesAllowed);
    }
    void aRevokedComputerForgetsEverything()
    {
        for (const char* name : {"9.set.aside", "ledger.aside"}) {
            QVERIFY(m_computer->directory().write(QString::fromLatin1(name), "what was damaged"));
        }
        service().refuse(contacts, 403, "workstation_revoked", QStringLiteral("Revoked."));
        QCOMPARE(contact().error().code, QStringLiteral("workstation_revoked"));
        QVERIFY(m_computer->ledger().sets.empty());
        QVERIFY(m_computer->directory().names(QStringLiteral(".set")).isEmpty());
        QVERIFY(m_computer->directory().names(QStringLiteral(".aside")).isEmpty());
    }
    void anUnknownComputerKeepsWhatItHolds()
    {
        // The service may have been restored from a backup.
        service().refuse(contacts, 401, "workstation_not_authenticated", QStringLiteral("Not known."));
        QVERIFY(!contact());
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
        QCOMPARE(m_computer->ledger().lastContactProblem, QStringLiteral("workstation_not_authenticated"));
    }
    void aDamagedSetIsToldUntilTheServiceKnows()
    {
        QVERIFY(m_computer->directory().write(QStringLiteral("31.set"), "x"));
        service().mood = FakeService::Mood::Mute;
        m_computer->patience.find = 100ms;
        QCOMPARE(m_computer->logon(secret("1234000000")), agent::LogonOutcome::Unavailable);
        service().mood = FakeService::Mood::Well;
        contract::AgentContactAnswer answer = advised(SetAdvice::Renew);
        answer.eventsKnown = 1;
        service().answerContact(answer);
        service().giveSet();
        QCOMPARE(contact().value().renewed, 1);
        const QJsonObject held = service()
                                     .askedOf(contacts)
                                     .first()
                                     .body.value(QLatin1String("sets"))
                                     .toArray()
                                     .first()
                                     .toObject();
        QVERIFY(held.value(QLatin1String("damaged")).toBool());
        QVERIFY(m_computer->ledger().aside.empty());
        QCOMPARE(m_computer->ledger().sets.size(), size_t(1));
    }

private:
    FakeService& service() { return m_computer->service; }
    void addEvents(int count)
    {
        const auto installation = m_computer->open();
        auto ledger = installation->lock().value();
        for (int i = 0; i < count; ++i) {
            contract::OfflineEvent event;
            event.at = m_computer->clock.now();
            event.kind = contract::OfflineEventKind::Failure;
            event.userName = QStringLiteral("anna");
            agent::addEvent(ledger.content, event);
        }
        commitOrDie(ledger);
    }
    contract::Result<agent::ContactOutcome> contact()
    {
        const auto installation = m_computer->open();
        const auto link = agent::linkOf(*installation, installation->lock().value().content);
        return agent::makeContact(*installation, *link, 5s, 5s);
    }
    std::unique_ptr<Computer> m_computer;
};

QTEST_GUILESS_MAIN(ContactTest)
#include "tst_contact.moc"
