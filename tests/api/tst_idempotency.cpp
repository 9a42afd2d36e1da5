// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include <QTest>

#include <thread>

using namespace holdfast;
using namespace std::chrono_literals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;
using holdfast::testing::ApiHeaders;

class TestIdempotency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = std::make_unique<ApiFixture>(); }
    void cleanup() { m_api.reset(); }

    void aRepetitionIsAnsweredAlikeAndDoesNothing();
    void anotherBodyUnderTheSameKeyIsAConflict();
    void anotherRouteUnderTheSameKeyIsAConflict();
    void aRefusalIsNotKept();
    void concurrentRepetitionsMakeOneAccount();
    void aSecretIsReplayedForFiveMinutes();
    void aSecretIsReplayedToItsSessionAlone();
    void aKeptSecretIsSealed();
    void keysAreForgottenAfterADay();
    void aKeyOfUnprintableCharactersIsRefused();

private:
    ApiAnswer createUser(const char* name, const QByteArray& key) const;
    ApiAnswer createClient(const QByteArray& key, const QByteArray& token) const;
    qint64 count(const QString& table) const;
    std::unique_ptr<ApiFixture> m_api;
};

ApiAnswer TestIdempotency::createUser(const char* name, const QByteArray& key) const
{
    return m_api->post(QStringLiteral("/users"), {{QStringLiteral("name"), QString::fromLatin1(name)}},
                       {{QByteArray("Idempotency-Key"), key}});
}

ApiAnswer TestIdempotency::createClient(const QByteArray& key, const QByteArray& token) const
{
    return m_api->call("POST", QStringLiteral("/api/v1/api-clients"), "{\"name\":\"vpn\"}", token,
                       {{QByteArray("Idempotency-Key"), key}});
}

qint64 TestIdempotency::count(const QString& table) const
{
    return m_api->database().read([&](storage::Connection& connection) {
        auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM ") + table);
        return rows.next() ? rows.integer(0) : -1;
    });
}

void TestIdempotency::aRepetitionIsAnsweredAlikeAndDoesNothing()
{
    const ApiAnswer first = createUser("anna", "key-1");
    const ApiAnswer second = createUser("anna", "key-1");
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.etag(), first.etag());
    QCOMPARE(second.headers.value("idempotency-replayed"), QByteArray("true"));
    QCOMPARE(m_api->events(QStringLiteral("CREATE_PRINCIPAL")).size(), std::size_t {1});
    QCOMPARE(createUser("bert", "key-2").status, 201);
}

void TestIdempotency::anotherBodyUnderTheSameKeyIsAConflict()
{
    QCOMPARE(createUser("anna", "key-1").status, 201);
    const ApiAnswer other = createUser("bert", "key-1");
    QCOMPARE(other.status, 409);
    QCOMPARE(other.code(), QStringLiteral("idempotency_mismatch"));
}

void TestIdempotency::anotherRouteUnderTheSameKeyIsAConflict()
{
    const ApiHeaders key {{QByteArray("Idempotency-Key"), QByteArray("key-1")}};
    const QJsonObject body {{QStringLiteral("name"), QStringLiteral("Sales")}};
    QCOMPARE(m_api->post(QStringLiteral("/domains"), body, key).status, 201);
    QCOMPARE(m_api->post(QStringLiteral("/users"), body, key).code(), QStringLiteral("idempotency_mismatch"));
}

void TestIdempotency::aRefusalIsNotKept()
{
    m_api->makeUser(QStringLiteral("anna"));
    QCOMPARE(createUser("anna", "key-1").status, 409);
    m_api->database().writeAndWait([](storage::Connection& connection) {
        connection.change(QStringLiteral("UPDATE users SET name_key = 'moved' WHERE name_key = 'anna'"));
    });
    QCOMPARE(createUser("anna", "key-1").status, 201);
}

void TestIdempotency::concurrentRepetitionsMakeOneAccount()
{
    const qint64 before = count(QStringLiteral("users"));
    std::vector<ApiAnswer> answers(16);
    std::vector<std::thread> threads;
    for (ApiAnswer& answer : answers) {
        threads.emplace_back([&] { answer = createUser("anna", "key-1"); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const ApiAnswer& answer : answers) {
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, answers.front().body);
    }
    QCOMPARE(count(QStringLiteral("users")), before + 1);
}

void TestIdempotency::aSecretIsReplayedForFiveMinutes()
{
    const ApiAnswer first = createClient("key-1", m_api->adminToken());
    QCOMPARE(first.status, 201);
    QVERIFY(!first.text("key").isEmpty());
    m_api->clock.advance(5min - 1ms);
    QCOMPARE(createClient("key-1", m_api->adminToken()).body, first.body);
    m_api->clock.advance(1ms);
    const ApiAnswer late = createClient("key-1", m_api->adminToken());
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), QStringLiteral("already_issued"));
    QVERIFY(!late.body.contains(first.text("key").toUtf8()));
    QCOMPARE(count(QStringLiteral("api_clients")), 1);
}

void TestIdempotency::aSecretIsReplayedToItsSessionAlone()
{
    QCOMPARE(createClient("key-1", m_api->adminToken()).status, 201);
    const QByteArray another = m_api->sessionOf(m_api->adminId());
    QCOMPARE(createClient("key-1", another).code(), QStringLiteral("already_issued"));
    // Somebody else's keys are their own.
    const QByteArray other = m_api->sessionWithRole(contract::Role::SuperAdministrator);
    QCOMPARE(createClient("key-1", other).code(), QStringLiteral("api_client_name_taken"));
}

void TestIdempotency::aKeptSecretIsSealed()
{
    const ApiAnswer answer = createClient("key-1", m_api->adminToken());
    const QByteArray kept = m_api->database().read([](storage::Connection& connection) {
        auto rows = connection.select(QStringLiteral("SELECT answer FROM idempotency"));
        return rows.next() ? rows.bytes(0) : QByteArray();
    });
    QVERIFY(kept.size() > 50);
    QVERIFY(!kept.contains(answer.text("key").toUtf8()));
    QVERIFY(!kept.contains("vpn"));
}

void TestIdempotency::keysAreForgottenAfterADay()
{
    QCOMPARE(createUser("anna", "key-1").status, 201);
    m_api->clock.advance(24h + 1ms);
    const QByteArray token = m_api->sessionOf(m_api->adminId());
    const ApiAnswer fresh = m_api->call("POST", QStringLiteral("/api/v1/users"), "{\"name\":\"bert\"}", token,
                                        {{QByteArray("Idempotency-Key"), QByteArray("key-1")}});
    QCOMPARE(fresh.status, 201);
    QCOMPARE(count(QStringLiteral("idempotency")), 1);
}

void TestIdempotency::aKeyOfUnprintableCharactersIsRefused()
{
    QCOMPARE(createUser("anna", "a b").status, 400);
    QCOMPARE(createUser("anna", QByteArray(256, 'x')).status, 400);
    QCOMPARE(createUser("anna", QByteArray(255, 'x')).status, 201);
}

QTEST_GUILESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
