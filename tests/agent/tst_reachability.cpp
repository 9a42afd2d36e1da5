// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/agent_fixture.h"

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
    }
    void oneThatAcceptsAndIsSilentIsGivenUpInTime()
    {
        m_service->mood = FakeService::Mood::Mute;
        m_patience = 300ms;
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("no_answer"));
    }
    void aCaptivePortalIsNotTheService()
    {
        m_service->mood = FakeService::Mood::Portal;
        const Reachability found = reach();
        QCOMPARE(found.reach, Reach::HalfOnline);
        QCOMPARE(found.cause, QStringLiteral("not_the_service"));
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
        const Reachability found = agent::findService(urlTo(1, QStringLiteral("localhost")), 200ms, never);
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
        QCOMPARE(m_service->asked.first().target, QByteArray("/health"));
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
