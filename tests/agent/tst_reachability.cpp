// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/agent_fixture.h"
#include "tests/support/sanitizer.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using agent::Reach;
using agent::Reachability;

namespace {

// A port whose queue is full: the kernel drops what comes, as a firewall does.
class BlackHole
{
public:
    BlackHole()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length);
        ::listen(m_listener, 0);
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
        for (int& client : m_clients) {
            client = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            (void)::connect(client, reinterpret_cast<sockaddr*>(&address), length);
        }
    }
    BlackHole(const BlackHole&) = delete;
    BlackHole& operator=(const BlackHole&) = delete;
    ~BlackHole()
    {
        for (const int client : m_clients) {
            ::close(client);
        }
        ::close(m_listener);
    }
    [[nodiscard]] int port() const { return m_port; }

private:
    int m_listener = -1;
    std::array<int, 8> m_clients {};
    int m_port = 0;
};

QUrl urlTo(int port, const QString& host = QStringLiteral("127.0.0.1"))
{
    QUrl url(QStringLiteral("http://x"));
    url.setHost(host);
    url.setPort(port);
    return url;
}

agent::ResolvedName toLoopback(const QString&)
{
    return {0, {QHostAddress(QHostAddress::LocalHost)}};
}

} // namespace

class ReachabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceThatAnswersIsOnline()
    {
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::Online);
        QCOMPARE(found.address, QHostAddress(QHostAddress::LocalHost));
    }
    void nobodyListening()
    {
        m_service->goAway();
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("connection_refused"));
    }
    void aBlackHoleIsGivenUpInTime()
    {
        const BlackHole hole;
        QElapsedTimer took;
        took.start();
        const Reachability found = agent::findService(urlTo(hole.port()), 300ms);
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("no_answer"));
        QVERIFY(took.elapsed() >= 290); // it did wait
        QVERIFY2(took.elapsed() < 1000 * allowance, QByteArray::number(took.elapsed()).constData());
    }
    void oneThatAcceptsAndIsSilentIsGivenUpInTime()
    {
        m_service->mood = FakeService::Mood::Mute;
        m_patience = 300ms;
        QElapsedTimer took;
        took.start();
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("no_answer"));
        QVERIFY2(took.elapsed() < 1000 * allowance, QByteArray::number(took.elapsed()).constData());
    }
    void oneThatNeverFinishesItsHandshakeIsGivenUpInTime()
    {
        m_service->mood = FakeService::Mood::Mute; // and never heard of TLS
        QUrl url = m_service->url();
        url.setScheme(QStringLiteral("https"));
        agent::ServiceLink link(url, {}, m_clock);
        QElapsedTimer took;
        took.start();
        const Reachability found = agent::reachService(link, url, agent::Patience().find);
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("no_answer"));
        QVERIFY2(took.elapsed() < 2000 * allowance, QByteArray::number(took.elapsed()).constData());
    }
    void thePromptComesWithinTwoSeconds_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<bool>("slowDns");
        QTest::newRow("a service that answers") << int(FakeService::Mood::Well) << false;
        QTest::newRow("a service that is silent") << int(FakeService::Mood::Mute) << false;
        QTest::newRow("a network that asks to sign in") << int(FakeService::Mood::Portal) << false;
        QTest::newRow("a look-up that takes as long as it may, and a service that is silent")
            << int(FakeService::Mood::Mute) << true;
    }
    void thePromptComesWithinTwoSeconds()
    {
        QFETCH(int, mood);
        QFETCH(bool, slowDns);
        Computer computer;
        QUrl url = computer.service.url();
        url.setHost(QStringLiteral("localhost")); // a name, to be looked up
        agent::EnrolmentRequest enrolment;
        enrolment.service = url.toString();
        enrolment.tcti = agent::noTcti;
        enrolment.code = secret("ABCD-EFGH");
        QVERIFY(agent::enrol(computer.directory(), computer.clock, std::move(enrolment)));
        const auto installation = computer.open();
        computer.hold(*installation);
        computer.service.mood = FakeService::Mood(mood);
        const auto lookedUp = std::make_shared<std::atomic<bool>>(false); // by a thread that may outlive this
        const auto slowly = [slowDns, lookedUp](const QString&) {
            *lookedUp = true;
            std::this_thread::sleep_for(slowDns ? 900ms : 0ms);
            return agent::ResolvedName {0, {QHostAddress(QHostAddress::LocalHost)}};
        };
        ScriptedPerson person; // gives up when asked
        QElapsedTimer took;
        qint64 asked = -1;
        person.whenAsked = [&] {
            asked = took.elapsed();
        };
        const auto verifier = offline::makeRecordVerifier();
        took.start();
        agent::Logon logon(*installation, *verifier, person, {}, slowly);
        agent::LogonRequest request;
        request.userName = QStringLiteral("anna");
        QCOMPARE(logon.run(std::move(request)), agent::LogonOutcome::Cancelled);
        QVERIFY(*lookedUp);
        QVERIFY(asked >= 0);
        QVERIFY2(asked < 2000 * allowance, QByteArray::number(asked).constData());
    }
    void aCaptivePortalIsNotTheService()
    {
        m_service->mood = FakeService::Mood::Portal;
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("not_the_service"));
    }
    void anotherProgramIsNotTheService()
    {
        m_service->mood = FakeService::Mood::Other;
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("not_the_service"));
    }
    void aServiceWithTooMuchToDoIsNoPortal()
    {
        m_service->mood = FakeService::Mood::Busy;
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("out_of_reach"));
    }
    void oneThatHangsUpIsNotOnline()
    {
        m_service->mood = FakeService::Mood::HangsUp;
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QVERIFY(!found.cause.isEmpty());
    }
    void slowDnsIsLeftBehind()
    {
        struct Gate
        {
            std::mutex mutex;
            std::condition_variable opened;
            bool open = false;
            bool passed = false;
        };
        const auto gate = std::make_shared<Gate>();
        const auto never = [gate](const QString&) {
            std::unique_lock lock(gate->mutex);
            gate->opened.wait(lock, [&] { return gate->open; });
            gate->passed = true;
            gate->opened.notify_all();
            return agent::ResolvedName {};
        };
        QElapsedTimer took;
        took.start();
        const Reachability found = agent::findService(urlTo(1, QStringLiteral("localhost")), 200ms, never);
        QVERIFY2(took.elapsed() < 1000 * allowance, QByteArray::number(took.elapsed()).constData());
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("dns_slow"));
        // The look-up ends after everybody has gone, and hurts nobody.
        std::unique_lock lock(gate->mutex);
        gate->open = true;
        gate->opened.notify_all();
        gate->opened.wait(lock, [&] { return gate->passed; });
    }
    void aNameThatNobodyKnows()
    {
        const auto unknown = [](const QString&) {
            return agent::ResolvedName {EAI_NONAME, {}};
        };
        const auto failed = [](const QString&) {
            return agent::ResolvedName {EAI_AGAIN, {}};
        };
        const QUrl url = urlTo(1, QStringLiteral("localhost"));
        QCOMPARE(agent::findService(url, 2s, unknown).cause, QStringLiteral("name_unknown"));
        QCOMPARE(agent::findService(url, 2s, failed).cause, QStringLiteral("dns_failed"));
    }
    void theAddressThatAcceptsIsTakenOfSeveral()
    {
        const BlackHole hole;
        const auto both = [](const QString&) {
            return agent::ResolvedName {
                0, {QHostAddress(QStringLiteral("127.0.0.9")), QHostAddress(QHostAddress::LocalHost)}};
        };
        QUrl url = m_service->url();
        url.setHost(QStringLiteral("localhost"));
        const Reachability found = agent::findService(url, 2s, both);
        QCOMPARE(found.reach, Reach::Online);
        QCOMPARE(found.address, QHostAddress(QHostAddress::LocalHost));
    }
    void theNameStaysTheHostOfTheRequest()
    {
        QUrl url = m_service->url();
        url.setHost(QStringLiteral("localhost"));
        agent::ServiceLink link(url, {}, m_clock);
        QCOMPARE(agent::reachService(link, url, 2s, toLoopback).reach, Reach::Online);
        QCOMPARE(m_service->asked.first().target, QByteArray("/agent/v1/time"));
        QCOMPARE(m_service->asked.first().host, "localhost:" + QByteArray::number(url.port()));
        QVERIFY(!m_service->asked.first().isSigned); // there is nobody yet to tell who asks
    }
    void everyCauseHasItsSentence()
    {
        // The three states and what a person can do about them differ in words.
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        computer.service.mood = FakeService::Mood::Portal;
        ScriptedPerson person;
        person.answers << computer.maker.passcode(firstStep + 10);
        QCOMPARE(computer.logon(person), agent::LogonOutcome::Accepted);
        QVERIFY(person.told.first().contains(QStringLiteral("asks to sign in first")));
    }

    void init()
    {
        m_maker.build();
        m_service = std::make_unique<FakeService>(m_maker);
        m_patience = 5s;
    }

private:
    Reachability reach()
    {
        agent::ServiceLink link(m_service->url(), {}, m_clock);
        return agent::reachService(link, m_service->url(), m_patience);
    }

    SetMaker m_maker;
    std::unique_ptr<FakeService> m_service {};
    contract::SystemClock m_clock;
    std::chrono::milliseconds m_patience {5000};
};

QTEST_GUILESS_MAIN(ReachabilityTest)
#include "tst_reachability.moc"
