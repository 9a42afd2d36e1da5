// SPDX-License-Identifier: Apache-2.0
// kill -9 of a real holdfastd under load, a hundred times: nothing acknowledged is lost, no code is accepted
// twice, the chain of events is whole.
#include "tests/support/process.h"
#include "tests/system/crash_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace holdfast::testing;
using Verdict = CrashClient::Verdict;

namespace {

constexpr int rounds = 100;
constexpr int callers = 3;
constexpr int codesOfAToken = 30'000;

// What one caller knows of its counter token.
struct Caller
{
    QByteArray person;
    QList<QByteArray> codes;
    qsizetype next = 0; // the counter that is to be submitted next
    qint64 accepted = 0; // codes that the service took, told or untold
    bool open = false; // codes[next] was submitted, and the service died over it
    QByteArray fault;
};

// Somebody at the console who makes accounts.
struct Office
{
    int made = 0; // acknowledged: names are p0, p1, ...
    QByteArray last; // id
    QByteArray fault;
};

} // namespace

class CrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingAcknowledgedIsLostAndNoCodeIsTakenTwice();

private:
    void prepare();
    [[nodiscard]] QByteArray pskcFile() const;
    [[nodiscard]] QJsonObject ask(const QByteArray& method, const QByteArray& path,
                                  const QByteArray& body = {},
                                  const QByteArray& contentType = "application/json");
    void look(Caller& caller, CrashClient& client) const;
    void load(Caller& caller, CrashClient& client, std::atomic<int>& ready);
    void administer(CrashClient& client);
    void oneRound();
    void compareWithEvents();

    Daemon m_daemon;
    QByteArray m_bearer;
    QByteArray m_clientKey;
    std::array<Caller, callers> m_callers;
    Office m_office;
    std::atomic<int> m_answers {0}; // acknowledged in this round
    std::mt19937 m_random {std::random_device {}()};
};

QJsonObject CrashTest::ask(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                           const QByteArray& contentType)
{
    CrashClient client;
    client.connectTo(m_daemon.url());
    const auto answer =
        client.call(method, "/api/v1" + path, body, "Authorization: Bearer " + m_bearer, contentType);
    if (answer.status < 200 || answer.status > 299) {
        qWarning("%s %s: %d %s", method.constData(), path.constData(), answer.status,
                 answer.body.constData());
    }
    return QJsonDocument::fromJson(answer.body).object();
}

QByteArray CrashTest::pskcFile() const
{
    QByteArray file =
        R"(<?xml version="1.0"?><KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">)";
    for (int i = 0; i < callers; ++i) {
        const QByteArray number = QByteArray::number(i);
        file += "<KeyPackage><DeviceInfo><Manufacturer>Test</Manufacturer><SerialNo>H" + number
            + "</SerialNo></DeviceInfo><Key Id=\"H" + number
            + "\" Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:hotp\"><AlgorithmParameters>"
              "<ResponseFormat Length=\"6\" "
              "Encoding=\"DECIMAL\"/></AlgorithmParameters><Data><Secret><PlainValue>"
            + ("1234567890123456789" + number).toBase64()
            + "</PlainValue></Secret><Counter><PlainValue>0</PlainValue></Counter></Data></Key></KeyPackage>";
    }
    return file + "</KeyContainer>";
}

void CrashTest::prepare()
{
    QVERIFY2(m_daemon.start(), m_daemon.errors().constData());
    m_bearer =
        ask("POST", "/sessions",
            QJsonDocument(QJsonObject {{QStringLiteral("name"), QLatin1String(Daemon::adminName)},
                                       {QStringLiteral("password"), QLatin1String(Daemon::adminPassword)}})
                .toJson())
            .value(QLatin1String("token"))
            .toString()
            .toLatin1();
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=";
    const QByteArray form = part + "\"format\"\r\n\r\npskc\r\n" + part + "\"dryRun\"\r\n\r\nfalse\r\n" + part
        + "\"file\"; filename=\"tokens.xml\"\r\nContent-Type: application/xml\r\n\r\n" + pskcFile()
        + "\r\n--b--\r\n";
    (void)ask("POST", "/token-imports", form, "multipart/form-data; boundary=b");
    m_clientKey =
        ask("POST", "/api-clients", R"({"name":"crash"})").value(QLatin1String("key")).toString().toLatin1();
    QVERIFY(!m_clientKey.isEmpty());
    for (int i = 0; i < callers; ++i) {
        Caller& caller = m_callers[static_cast<std::size_t>(i)];
        const QByteArray number = QByteArray::number(i);
        caller.person = "caller" + number;
        const QString id = ask("POST", "/users", "{\"name\":\"" + caller.person + "\"}")
                               .value(QLatin1String("id"))
                               .toString();
        const QJsonObject token = ask("POST", "/tokens/H" + number + "/assign",
                                      "{\"userId\":\"" + id.toLatin1() + "\",\"requirePin\":false}");
        QCOMPARE(token.value(QLatin1String("state")).toString(), QStringLiteral("active"));
        const ToolResult codes = runTool(QStringLiteral("oathtool"),
                                         {QStringLiteral("--hotp"), QStringLiteral("-c"), QStringLiteral("0"),
                                          QStringLiteral("-w"), QString::number(codesOfAToken),
                                          QString::fromLatin1(("1234567890123456789" + number).toHex())});
        caller.codes = codes.output.trimmed().split('\n');
        QVERIFY2(caller.codes.size() > codesOfAToken, codes.errors.constData());
    }
    m_daemon.kill();
}

// What is left from the last round: the acknowledged code is used up, and the open one is either or.
void CrashTest::look(Caller& caller, CrashClient& client) const
{
    if (caller.next > 0
        && client.authenticate(m_clientKey, caller.person, caller.codes[caller.next - 1]) != Verdict::Fail) {
        caller.fault = "A code that was acknowledged was taken a second time.";
        return;
    }
    if (caller.open) {
        const Verdict verdict = client.authenticate(m_clientKey, caller.person, caller.codes[caller.next]);
        if (verdict == Verdict::Unknown) {
            caller.fault = "No answer right after the start.";
        }
        // Success: it had not been taken. Fail: it had, before the answer could be told.
        ++caller.accepted;
        ++caller.next;
        caller.open = false;
    }
}

void CrashTest::load(Caller& caller, CrashClient& client, std::atomic<int>& ready)
{
    bool first = true;
    while (caller.next + 1 < caller.codes.size()) {
        switch (client.authenticate(m_clientKey, caller.person, caller.codes[caller.next])) {
        case Verdict::Success:
            ++caller.next;
            ++caller.accepted;
            ++m_answers;
            // Only now: without a success in each round the failures of looking would add up to a lock.
            ready += std::exchange(first, false) ? 1 : 0;
            break;
        case Verdict::Fail:
            caller.fault = "A fresh code was refused.";
            return;
        case Verdict::Unknown:
            caller.open = true;
            return;
        }
    }
}

void CrashTest::administer(CrashClient& client)
{
    const QByteArray credential = "Authorization: Bearer " + m_bearer;
    if (!m_office.last.isEmpty()) {
        const auto found = client.call("GET", "/api/v1/users/" + m_office.last, {}, credential);
        if (found.status != 200) {
            m_office.fault = "An account that was acknowledged is gone.";
            return;
        }
    }
    for (;;) {
        const QByteArray name = 'p' + QByteArray::number(m_office.made);
        const auto answer = client.call("POST", "/api/v1/users", "{\"name\":\"" + name + "\"}", credential);
        if (answer.status == 0) {
            return;
        }
        // 409: made in the round before, but its answer did not come.
        if (answer.status == 201) {
            m_office.last = QJsonDocument::fromJson(answer.body)[QLatin1String("id")].toString().toLatin1();
            ++m_answers;
        } else if (answer.status != 409) {
            m_office.fault = answer.body;
            return;
        }
        ++m_office.made;
    }
}

void CrashTest::oneRound()
{
    QVERIFY2(m_daemon.start(), m_daemon.errors().constData());
    m_answers = 0;
    std::atomic<int> ready {0};
    std::vector<std::thread> threads;
    const auto run = [&](auto work) {
        threads.emplace_back([this, &ready, work] {
            CrashClient client;
            client.connectTo(m_daemon.url());
            work(client, ready);
        });
    };
    for (Caller& caller : m_callers) {
        run([this, &caller](CrashClient& client, std::atomic<int>& loaded) {
            look(caller, client);
            if (caller.fault.isEmpty()) {
                load(caller, client, loaded);
            }
        });
    }
    run([this](CrashClient& client, std::atomic<int>& loaded) {
        ++loaded;
        administer(client);
    });
    // At a moment that nobody chose: after so many answers, in the middle of what is under way.
    const int when = std::uniform_int_distribution<int>(1, 120)(m_random);
    QElapsedTimer patience;
    patience.start();
    while ((ready < callers + 1 || m_answers < when) && patience.elapsed() < 20'000) {
        std::this_thread::yield();
    }
    m_daemon.kill();
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const Caller& caller : m_callers) {
        QVERIFY2(caller.fault.isEmpty(), caller.fault.constData());
    }
    QVERIFY2(m_office.fault.isEmpty(), m_office.fault.constData());
    QVERIFY2(m_answers >= when, "The service did not answer.");
}

// Every code that was taken has its event, and every event its code.
void CrashTest::compareWithEvents()
{
    QVERIFY(m_daemon.start());
    for (std::size_t i = 0; i < callers; ++i) {
        Caller& caller = m_callers[i];
        CrashClient client;
        client.connectTo(m_daemon.url());
        look(caller, client);
        QVERIFY2(caller.fault.isEmpty(), caller.fault.constData());
        const QJsonObject page = ask("GET",
                                     "/events?key=AUTHN_LOGIN_EVENT&result=success&limit=1&total=true&token=H"
                                         + QByteArray::number(i));
        QCOMPARE(page.value(QLatin1String("total")).toInteger(), caller.accepted);
        QVERIFY(caller.accepted > rounds / 2);
    }
    const QJsonObject people = ask("GET", "/events?key=CREATE_PRINCIPAL&limit=1&total=true");
    const QJsonObject users = ask("GET", "/users?limit=1&total=true");
    QCOMPARE(people.value(QLatin1String("total")), users.value(QLatin1String("total")));
    QVERIFY(users.value(QLatin1String("total")).toInteger() >= m_office.made);
    QCOMPARE(m_daemon.stop(), 0);
}

void CrashTest::nothingAcknowledgedIsLostAndNoCodeIsTakenTwice()
{
    prepare();
    for (int round = 1; round <= rounds && !QTest::currentTestFailed(); ++round) {
        oneRound();
        if (round % 10 == 0) {
            const ToolResult audit = m_daemon.verb({QStringLiteral("audit"), QStringLiteral("verify")});
            QVERIFY2(audit.exitCode == 0, audit.output.constData());
        }
    }
    if (!QTest::currentTestFailed()) {
        compareWithEvents();
        const ToolResult audit = m_daemon.verb({QStringLiteral("audit"), QStringLiteral("verify")});
        QVERIFY2(audit.exitCode == 0, audit.output.constData());
    }
}

QTEST_GUILESS_MAIN(CrashTest)
#include "tst_crash.moc"
