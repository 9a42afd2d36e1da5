// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_attempts.h"
#include "services/authentication/api/agent_logon_throttle.h"
#include "services/authentication/api/agent_tickets.h"
#include "tests/api/help_desk.h"
#include "tests/support/fake_agent.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::AgentLogonThrottle;
using authentication::LogonAttempts;
using authentication::LogonTickets;
using contract::PinStyle;
using contract::Secret;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HelpDesk;

// What is kept in memory of logons at workstations, and how many there may be.
class TestAgentBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_agent = std::make_unique<FakeAgent>(*m_desk);
        m_agent->enrol(u"PC-1"_s);
        m_desk->addToken(u"T1"_s, {.style = PinStyle::BeforeCode});
        m_desk->assign(u"T1"_s, m_desk->makeUser(u"anna"_s), true);
        m_desk->setPin(u"T1"_s, "4711");
    }
    void cleanup()
    {
        m_agent.reset();
        m_desk.reset();
    }

    void aTicketIsGoodOnceAndSoon();
    void ticketsAreBounded();
    void ticketsEndThoughNobodyAsks();
    void attemptsEndThoughNobodyAsks();
    void oneWorkstationLocksNotEverybodyOut();
    void honestSlipsOfManyHoldUpNobody();

private:
    QByteArray passcode() const { return "4711" + m_desk->code(u"T1"_s); }

    std::unique_ptr<HelpDesk> m_desk;
    std::unique_ptr<FakeAgent> m_agent;
};

void TestAgentBounds::aTicketIsGoodOnceAndSoon()
{
    LogonTickets tickets;
    const auto now = m_desk->clock.now();
    const auto issue = [&] {
        return tickets.issue({.userId = 1, .tokenId = 2, .workstationId = 3, .step = 4, .at = now});
    };
    const QString text = issue();
    QVERIFY(!tickets.find(text, 9, now)); // of another workstation
    const auto ticket = tickets.find(text, 3, now);
    QVERIFY(ticket.has_value());
    QCOMPARE(ticket->tokenId, 2);
    QVERIFY(tickets.find(text, 3, now).has_value()); // until a set was made with it
    tickets.useUp(text);
    QVERIFY(!tickets.find(text, 3, now));
    QVERIFY(!tickets.find(issue(), 3, now + LogonTickets::life));
    QVERIFY(!tickets.find(u"nonsense"_s, 3, now));
}

void TestAgentBounds::ticketsAreBounded()
{
    LogonTickets tickets;
    const auto now = m_desk->clock.now();
    const QString first = tickets.issue({.workstationId = 3, .at = now});
    const QString second = tickets.issue({.workstationId = 3, .at = now});
    for (std::size_t i = 1; i < LogonTickets::most; ++i) {
        static_cast<void>(tickets.issue({.workstationId = 3, .at = now}));
    }
    QVERIFY(!tickets.find(first, 3, now));
    QVERIFY(tickets.find(second, 3, now).has_value());
    QCOMPARE(tickets.size(), LogonTickets::most);
}

void TestAgentBounds::ticketsEndThoughNobodyAsks()
{
    LogonTickets tickets;
    const auto now = m_desk->clock.now();
    static_cast<void>(tickets.issue({.workstationId = 3, .pin = Secret(QByteArrayView("4711")), .at = now}));
    static_cast<void>(tickets.issue(
        {.workstationId = 3, .pin = Secret(QByteArrayView("4711")), .at = now + std::chrono::minutes(1)}));
    tickets.dropOld(now + LogonTickets::life - std::chrono::milliseconds(1));
    QCOMPARE(tickets.size(), 2U);
    tickets.dropOld(now + LogonTickets::life);
    QCOMPARE(tickets.size(), 1U);
    tickets.dropOld(now + LogonTickets::life + std::chrono::minutes(1));
    QCOMPARE(tickets.size(), 0U);
}

void TestAgentBounds::attemptsEndThoughNobodyAsks()
{
    LogonAttempts attempts;
    const auto now = m_desk->clock.now();
    const auto open = [&](qint64 workstation, contract::Timestamp at) {
        return attempts.keep({.workstationId = workstation, .awaits = LogonAttempts::Awaits::NewPin}, at);
    };
    for (int i = 0; i < LogonAttempts::mostOfWorkstation; ++i) {
        QVERIFY(open(3, now).has_value());
    }
    QVERIFY(!open(3, now));
    QVERIFY(open(4, now + std::chrono::minutes(1)).has_value());
    attempts.dropOld(now + LogonAttempts::life - std::chrono::milliseconds(1));
    QCOMPARE(attempts.size(), static_cast<std::size_t>(LogonAttempts::mostOfWorkstation + 1));
    attempts.dropOld(now + LogonAttempts::life);
    QCOMPARE(attempts.size(), 1U);
    QVERIFY(open(3, now + LogonAttempts::life).has_value());
}

void TestAgentBounds::oneWorkstationLocksNotEverybodyOut()
{
    for (int i = 0; i < AgentLogonThrottle::mostNames; ++i) {
        QCOMPARE(m_agent->logOn(u"user-%1"_s.arg(i), "123456").text("outcome"), u"refused"_s);
    }
    for (const QString& name : {u"anna"_s, u"another"_s}) {
        const ApiAnswer wait = m_agent->logOn(name, passcode());
        QCOMPARE(wait.status, 429);
        QCOMPARE(wait.code(), u"too_many_logons"_s);
        QCOMPARE(wait.headers.value("retry-after").toInt(), 600);
    }
    QTRY_COMPARE(m_desk->events(u"WORKSTATION_LOGONS_REFUSED"_s).size(), 1U);
    QVERIFY(m_desk->events(u"WORKSTATION_LOGONS_REFUSED"_s)[0].sentence.contains(u"PC-1"_s));
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(other.logOn(u"anna"_s, passcode()).text("outcome"), u"success"_s);
    m_desk->clock.advance(AgentLogonThrottle::window);
    QCOMPARE(m_agent->logOn(u"anna"_s, passcode()).text("outcome"), u"success"_s);
}

void TestAgentBounds::honestSlipsOfManyHoldUpNobody()
{
    using Verdict = AgentLogonThrottle::Verdict;
    AgentLogonThrottle throttle;
    const auto now = m_desk->clock.now();
    const auto logOn = [&](const QString& name, Verdict verdict) {
        const bool admitted = throttle.admit(1, now).admitted;
        if (admitted) {
            throttle.settle(1, name, verdict);
        }
        return admitted;
    };
    for (int i = 0; i < 10 * AgentLogonThrottle::mostWrong; ++i) {
        const QString name = u"user-%1"_s.arg(i);
        QVERIFY(logOn(name, Verdict::Wrong));
        QVERIFY(logOn(name.toUpper(), Verdict::Right));
    }
    for (int i = 0; i < AgentLogonThrottle::mostWrong; ++i) {
        QVERIFY(logOn(u"victim"_s, Verdict::Wrong));
    }
    QVERIFY(!logOn(u"victim"_s, Verdict::Wrong));
    // Nor by many at once.
    for (int i = 0; i < AgentLogonThrottle::mostWrong; ++i) {
        QVERIFY(throttle.admit(2, now).admitted);
    }
    QVERIFY(!throttle.admit(2, now).admitted);
    throttle.settle(2, u"anna"_s, Verdict::Undecided);
    QVERIFY(throttle.admit(2, now).admitted);
}

QTEST_GUILESS_MAIN(TestAgentBounds)
#include "tst_agent_bounds.moc"
