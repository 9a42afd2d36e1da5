// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;
using holdfast::testing::ApiFixtureOptions;

class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightPasswordOpensASession();
    void refusalsAreAlike();
    void wrongPasswordsLockLikeAnyAuthentication();
    void aPersonWithoutARoleGetsNoSession();
    void aSessionEndsWhenItIsNotUsed();
    void everyRequestMovesTheEndButNotBeyondTwelveHours();
    void readingDoesNotWriteMoreOftenThanOnceAMinute();
    void signingOutEndsTheSession();
    void theTokenIsNotInTheDatabase();
    void theLocalSecretSignsTheOwnerIn();
    void withoutALocalSecretThereAreNoLocalSessions();
    void theFirstRunNamesTheOwner();
    void theFirstRunIsForTheLocalOwnerAlone();

private:
    static ApiAnswer signIn(const ApiFixture& api, const char* name, const char* password);
};

namespace {

const QString sessionsPath = QStringLiteral("/api/v1/sessions");
const QString current = QStringLiteral("/api/v1/sessions/current");
constexpr auto secret = "0123456789abcdef0123456789abcdef";

ApiFixtureOptions embedded()
{
    return {.localSecret = contract::Secret(QByteArrayView(secret))};
}

ApiAnswer signInLocally(const ApiFixture& api, const QByteArray& with = secret)
{
    return api.call("POST", QStringLiteral("/api/v1/local-sessions"), "{\"secret\":\"" + with + "\"}", {});
}

} // namespace

ApiAnswer TestSessions::signIn(const ApiFixture& api, const char* name, const char* password)
{
    return api.call("POST", sessionsPath,
                    QByteArray("{\"name\":\"") + name + "\",\"password\":\"" + password + "\"}", {});
}

void TestSessions::aRightPasswordOpensASession()
{
    ApiFixture api;
    api.setPassword(api.adminId(), "correct horse");
    const ApiAnswer session = signIn(api, "ADMIN", "correct horse");
    QCOMPARE(session.status, 201);
    const QByteArray token = session.text("token").toUtf8();
    QVERIFY(token.size() >= 43); // 256 bits
    QCOMPARE(session.text("expiresAt"), QStringLiteral("2026-06-01T08:30:00.000Z"));
    const QJsonObject administrator = session.json.value(QStringLiteral("administrator")).toObject();
    QCOMPARE(administrator.value(QStringLiteral("name")).toString(), QStringLiteral("admin"));
    const ApiAnswer me = api.call("GET", current, {}, token);
    QCOMPARE(me.status, 200);
    QCOMPARE(me.json, administrator);
    QCOMPARE(api.events(QStringLiteral("OC_ADMIN_LOGIN_EVENT")).size(), std::size_t {1});
}

void TestSessions::refusalsAreAlike()
{
    ApiFixture api;
    api.setPassword(api.adminId(), "correct horse");
    const qint64 disabled = api.makeUser(QStringLiteral("gone"));
    api.setPassword(disabled, "correct horse");
    QCOMPARE(api.post(QStringLiteral("/users/%1/disable").arg(disabled)).status, 200);
    const QList<ApiAnswer> refusals {signIn(api, "admin", "wrong"), signIn(api, "nobody", "wrong"),
                                     signIn(api, "gone", "correct horse")};
    for (ApiAnswer refusal : refusals) {
        QCOMPARE(refusal.status, 401);
        refusal.json.remove(QStringLiteral("requestId"));
        QJsonObject first = refusals.first().json;
        first.remove(QStringLiteral("requestId"));
        QCOMPARE(refusal.json, first);
    }
}

void TestSessions::wrongPasswordsLockLikeAnyAuthentication()
{
    ApiFixture api;
    const qint64 helper = api.makeUser(QStringLiteral("helper"));
    api.setRoles(helper, {{contract::Role::HelpDesk, QStringLiteral("/")}});
    api.setPassword(helper, "correct horse");
    QCOMPARE(signIn(api, "helper", "correct horse").status, 201);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(signIn(api, "helper", "wrong").status, 401);
    }
    QCOMPARE(signIn(api, "helper", "correct horse").status, 401);
    const QString path = QStringLiteral("/users/%1").arg(helper);
    QCOMPARE(api.get(path).text("status"), QStringLiteral("locked"));
    QCOMPARE(api.post(path + QStringLiteral("/unlock")).text("status"), QStringLiteral("active"));
    QCOMPARE(signIn(api, "helper", "correct horse").status, 201);
}

void TestSessions::aPersonWithoutARoleGetsNoSession()
{
    ApiFixture api;
    api.setPassword(api.makeUser(QStringLiteral("plain")), "correct horse");
    const ApiAnswer answer = signIn(api, "plain", "correct horse");
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.code(), QStringLiteral("not_an_administrator"));
}

void TestSessions::aSessionEndsWhenItIsNotUsed()
{
    ApiFixture api;
    api.clock.advance(29min);
    QCOMPARE(api.call("GET", current, {}, api.adminToken()).status, 200);
    api.clock.advance(29min);
    QCOMPARE(api.call("GET", current, {}, api.adminToken()).status, 200);
    api.clock.advance(30min);
    const ApiAnswer over = api.call("GET", current, {}, api.adminToken());
    QCOMPARE(over.status, 401);
    QCOMPARE(over.headers.value("www-authenticate"), QByteArray("Bearer"));
}

void TestSessions::everyRequestMovesTheEndButNotBeyondTwelveHours()
{
    ApiFixture api;
    int minutes = 0;
    while (api.call("GET", current, {}, api.adminToken()).status == 200) {
        api.clock.advance(20min);
        minutes += 20;
        QVERIFY(minutes <= 24 * 60);
    }
    QCOMPARE(minutes, 12 * 60);
}

void TestSessions::readingDoesNotWriteMoreOftenThanOnceAMinute()
{
    ApiFixture api;
    const auto lastSeen = [&] {
        return api.database().read([](storage::Connection& connection) {
            auto rows = connection.select(QStringLiteral("SELECT MAX(last_seen_at) FROM sessions"));
            return rows.next() ? rows.integer(0) : 0;
        });
    };
    const qint64 before = lastSeen();
    api.clock.advance(59s);
    QCOMPARE(api.call("GET", current, {}, api.adminToken()).status, 200);
    QCOMPARE(lastSeen(), before);
    api.clock.advance(1s);
    QCOMPARE(api.call("GET", current, {}, api.adminToken()).status, 200);
    QCOMPARE(lastSeen(), contract::toMilliseconds(api.clock.now()));
}

void TestSessions::signingOutEndsTheSession()
{
    ApiFixture api;
    const QByteArray token = api.sessionWithRole(contract::Role::Auditor);
    QCOMPARE(api.call("DELETE", current, {}, token).status, 204);
    QCOMPARE(api.call("GET", current, {}, token).status, 401);
    QCOMPARE(api.call("GET", current, {}, api.adminToken()).status, 200);
}

void TestSessions::theTokenIsNotInTheDatabase()
{
    ApiFixture api;
    const QByteArray stored = api.database().read([](storage::Connection& connection) {
        QByteArray all;
        auto rows = connection.select(QStringLiteral("SELECT token_mac FROM sessions"));
        while (rows.next()) {
            all += rows.bytes(0);
        }
        return all;
    });
    QCOMPARE(stored.size(), 32);
    QVERIFY(!stored.contains(api.adminToken()));
    QVERIFY(!stored.contains(QByteArray::fromBase64(api.adminToken(), QByteArray::Base64UrlEncoding)));
}

void TestSessions::theLocalSecretSignsTheOwnerIn()
{
    ApiFixture api(embedded());
    QCOMPARE(signInLocally(api, "0123456789abcdef0123456789abcdeF").status, 401);
    const ApiAnswer session = signInLocally(api);
    QCOMPARE(session.status, 201);
    QVERIFY(session.json.value(QStringLiteral("firstRun")).toBool());
    const QByteArray token = session.text("token").toUtf8();
    QCOMPARE(api.call("GET", QStringLiteral("/api/v1/users"), {}, token).status, 200);
}

void TestSessions::withoutALocalSecretThereAreNoLocalSessions()
{
    ApiFixture api;
    QCOMPARE(signInLocally(api).status, 401);
    QCOMPARE(signInLocally(api, {}).status, 400);
}

void TestSessions::theFirstRunNamesTheOwner()
{
    ApiFixture api(embedded());
    const QByteArray token = signInLocally(api).text("token").toUtf8();
    const QByteArray body = "{\"name\":\"owner\",\"displayName\":\"Olga Owner\",\"organisation\":\"Example\","
                            "\"password\":\"a long password\"}";
    const ApiAnswer named = api.call("POST", QStringLiteral("/api/v1/first-run"), body, token);
    QCOMPARE(named.status, 201);
    QVERIFY(!named.text("userId").isEmpty());
    // The session goes on as that person's.
    QCOMPARE(api.call("GET", current, {}, token).text("name"), QStringLiteral("owner"));
    QCOMPARE(api.call("GET", QStringLiteral("/api/v1/overview"), {}, token).text("organisation"),
             QStringLiteral("Example"));
    const ApiAnswer again = api.call("POST", QStringLiteral("/api/v1/first-run"), body, token);
    QCOMPARE(again.code(), QStringLiteral("first_run_complete"));
    const ApiAnswer local = signInLocally(api);
    QVERIFY(!local.json.value(QStringLiteral("firstRun")).toBool());
    QCOMPARE(
        local.json.value(QStringLiteral("administrator")).toObject().value(QStringLiteral("name")).toString(),
        QStringLiteral("owner"));
    QCOMPARE(signIn(api, "owner", "a long password").status, 201);
}

void TestSessions::theFirstRunIsForTheLocalOwnerAlone()
{
    ApiFixture api;
    const ApiAnswer refused =
        api.call("POST", QStringLiteral("/api/v1/first-run"), "{\"name\":\"owner\"}", api.adminToken());
    QCOMPARE(refused.code(), QStringLiteral("first_run_complete"));
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
