// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;

// Domains, policies, administrators, API clients, search, overview, metrics.
class TestAdministration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = std::make_unique<ApiFixture>(); }
    void cleanup() { m_api.reset(); }

    void aDomainInheritsUntilItChooses();
    void renamingADomainMovesWhatIsBelow();
    void onlyAnEmptyDomainIsRemoved();
    void aPolicyIsReadAndPutAlike();
    void aPolicyInUseOrTheDefaultStays();
    void anotherPolicyBecomesTheDefault();
    void aPolicyOfABranchAdministratorIsRefused();
    void rolesAreGivenAndTaken();
    void nobodyChangesTheirOwnRoles();
    void theLastSuperAdministratorStays();
    void aNewPasswordEndsOtherSessions();
    void anApiClientsKeyWorksUntilItIsDisabled();
    void searchFindsPeopleByAnyWord();
    void theOverviewCounts();
    void healthIsOpenAndMetricsAreNot();

private:
    QString defaultLockout() const;
    std::unique_ptr<ApiFixture> m_api;
};

namespace {

QString effective(const ApiAnswer& domain, const char* member)
{
    return domain.json.value(QStringLiteral("lockout"))
        .toObject()
        .value(QStringLiteral("effective"))
        .toObject()
        .value(QLatin1String(member))
        .toString();
}

QJsonObject role(const char* name, const char* domain)
{
    return {{QStringLiteral("role"), QString::fromLatin1(name)},
            {QStringLiteral("domain"), QString::fromLatin1(domain)}};
}

QJsonObject roles(const QJsonArray& list)
{
    return {{QStringLiteral("roles"), list}};
}

} // namespace

QString TestAdministration::defaultLockout() const
{
    for (const auto& item : m_api->get(QStringLiteral("/policies/lockout")).items()) {
        if (item.toObject().value(QStringLiteral("isDefault")).toBool()) {
            return item.toObject().value(QStringLiteral("id")).toString();
        }
    }
    return {};
}

void TestAdministration::aDomainInheritsUntilItChooses()
{
    const ApiAnswer policy =
        m_api->post(QStringLiteral("/policies/lockout"),
                    {{QStringLiteral("name"), QStringLiteral("Strict")}, {QStringLiteral("maxFailures"), 3}});
    QCOMPARE(policy.status, 201);
    const ApiAnswer sales =
        m_api->post(QStringLiteral("/domains"), {{QStringLiteral("name"), QStringLiteral("Sales")}});
    QCOMPARE(sales.status, 201);
    QCOMPARE(sales.text("path"), QStringLiteral("/Sales"));
    QCOMPARE(effective(sales, "kind"), QStringLiteral("default"));
    const ApiAnswer below = m_api->post(QStringLiteral("/domains"),
                                        {{QStringLiteral("name"), QStringLiteral("EMEA")},
                                         {QStringLiteral("parent"), QStringLiteral("/Sales")}});
    const ApiAnswer chosen = m_api->patch(QStringLiteral("/domains/") + sales.text("id"),
                                          {{QStringLiteral("lockout"),
                                            QJsonObject {{QStringLiteral("source"), QStringLiteral("own")},
                                                         {QStringLiteral("policyId"), policy.text("id")}}}});
    QCOMPARE(chosen.status, 200);
    QCOMPARE(effective(chosen, "kind"), QStringLiteral("own"));
    const ApiAnswer inheriting = m_api->get(QStringLiteral("/domains/") + below.text("id"));
    QCOMPARE(effective(inheriting, "policyName"), QStringLiteral("Strict"));
    QCOMPARE(effective(inheriting, "kind"), QStringLiteral("inherited"));
    QCOMPARE(effective(inheriting, "domain"), QStringLiteral("/Sales"));
    QCOMPARE(m_api->events(QStringLiteral("CREATE_SECURITY_DOMAIN")).size(), std::size_t {2});
    QCOMPARE(m_api->events(QStringLiteral("UPDATE_SECURITY_DOMAIN")).size(), std::size_t {1});
}

void TestAdministration::renamingADomainMovesWhatIsBelow()
{
    const qint64 sales = m_api->makeDomain(QStringLiteral("Sales"));
    m_api->makeDomain(QStringLiteral("EMEA"), QStringLiteral("/Sales"));
    const qint64 person = m_api->makeUser(QStringLiteral("anna"), QStringLiteral("/Sales/EMEA"));
    const QString path = QStringLiteral("/domains/%1").arg(sales);
    QCOMPARE(m_api->patch(path, {{QStringLiteral("name"), QStringLiteral("Market")}}).text("path"),
             QStringLiteral("/Market"));
    QCOMPARE(m_api->get(QStringLiteral("/users/%1").arg(person)).text("domain"),
             QStringLiteral("/Market/EMEA"));
    QCOMPARE(m_api->patch(path, {{QStringLiteral("name"), QStringLiteral("x")}}, "\"1\"").status, 412);
}

void TestAdministration::onlyAnEmptyDomainIsRemoved()
{
    const qint64 sales = m_api->makeDomain(QStringLiteral("Sales"));
    const qint64 person = m_api->makeUser(QStringLiteral("anna"), QStringLiteral("/Sales"));
    const QString path = QStringLiteral("/domains/%1").arg(sales);
    QCOMPARE(m_api->remove(path).code(), QStringLiteral("domain_not_empty"));
    QCOMPARE(m_api->remove(QStringLiteral("/users/%1").arg(person)).status, 204);
    QCOMPARE(m_api->remove(path).status, 204);
    QCOMPARE(m_api->get(path).status, 404);
}

void TestAdministration::aPolicyIsReadAndPutAlike()
{
    const QString path = QStringLiteral("/policies/lockout/") + defaultLockout();
    const ApiAnswer read = m_api->get(path);
    QCOMPARE(read.status, 200);
    QJsonObject changed = read.json;
    changed.insert(QStringLiteral("maxFailures"), 7);
    const ApiAnswer written = m_api->put(path, changed, read.etag());
    QCOMPARE(written.status, 200);
    QCOMPARE(written.json.value(QStringLiteral("maxFailures")).toInt(), 7);
    QCOMPARE(m_api->put(path, changed, read.etag()).status, 412);
    changed.insert(QStringLiteral("maxFailures"), 0);
    QCOMPARE(m_api->put(path, changed).status, 400);
    const auto events = m_api->events(QStringLiteral("UPDATE_LOCKOUT_POLICY"));
    QCOMPARE(events.size(), std::size_t {1});
    const QJsonObject changes = events.front().detail.value(QStringLiteral("changes")).toObject();
    QCOMPARE(changes.keys(), QStringList {QStringLiteral("maxFailures")});
    QCOMPARE(changes.value(QStringLiteral("maxFailures")).toArray(), (QJsonArray {5, 7}));
    for (const char* type : {"token", "offline"}) {
        QCOMPARE(m_api->get(QStringLiteral("/policies/") + QLatin1String(type)).items().size(), 1);
    }
}

void TestAdministration::aPolicyInUseOrTheDefaultStays()
{
    const QString collection = QStringLiteral("/policies/lockout/");
    QCOMPARE(m_api->remove(collection + defaultLockout()).code(), QStringLiteral("policy_is_default"));
    const QString id =
        m_api->post(QStringLiteral("/policies/lockout"), {{QStringLiteral("name"), QStringLiteral("Strict")}})
            .text("id");
    const QString domain = QStringLiteral("/domains/%1").arg(m_api->makeDomain(QStringLiteral("Sales")));
    const auto choose = [&](const QJsonObject& choice) {
        return m_api->patch(domain, {{QStringLiteral("lockout"), choice}}).status;
    };
    QCOMPARE(choose({{QStringLiteral("source"), QStringLiteral("own")}, {QStringLiteral("policyId"), id}}),
             200);
    QCOMPARE(m_api->remove(collection + id).code(), QStringLiteral("policy_in_use"));
    QCOMPARE(choose({{QStringLiteral("source"), QStringLiteral("inherit")}}), 200);
    QCOMPARE(m_api->remove(collection + id).status, 204);
    QCOMPARE(m_api->remove(collection + id).status, 404);
}

void TestAdministration::anotherPolicyBecomesTheDefault()
{
    const QString before = defaultLockout();
    const QString id =
        m_api->post(QStringLiteral("/policies/lockout"), {{QStringLiteral("name"), QStringLiteral("Strict")}})
            .text("id");
    const ApiAnswer made = m_api->post(QStringLiteral("/policies/lockout/%1/make-default").arg(id));
    QCOMPARE(made.status, 200);
    QVERIFY(made.json.value(QStringLiteral("isDefault")).toBool());
    QCOMPARE(defaultLockout(), id);
    QCOMPARE(m_api->remove(QStringLiteral("/policies/lockout/") + before).status, 204);
}

void TestAdministration::aPolicyOfABranchAdministratorIsRefused()
{
    m_api->makeDomain(QStringLiteral("Sales"));
    const QByteArray token =
        m_api->sessionWithRole(contract::Role::SuperAdministrator, QStringLiteral("/Sales"));
    const ApiAnswer refused = m_api->call("POST", QStringLiteral("/api/v1/policies/lockout"),
                                          "{\"name\":\"Lax\",\"enabled\":false}", token);
    QCOMPARE(refused.code(), QStringLiteral("outside_scope"));
}

void TestAdministration::rolesAreGivenAndTaken()
{
    const qint64 id = m_api->makeUser(QStringLiteral("helper"));
    m_api->makeDomain(QStringLiteral("Sales"));
    const QString path = QStringLiteral("/administrators/%1").arg(id);
    QCOMPARE(m_api->get(path).status, 404);
    const ApiAnswer given = m_api->put(path, roles({role("helpDesk", "/Sales")}), "*");
    QCOMPARE(given.status, 200);
    QVERIFY(!given.json.value(QStringLiteral("hasPassword")).toBool());
    QCOMPARE(m_api->get(QStringLiteral("/administrators")).items().size(), 2);
    QVERIFY(
        m_api->get(QStringLiteral("/users/%1").arg(id)).json.value(QStringLiteral("administrator")).toBool());
    const QByteArray token = m_api->sessionOf(id);
    const QString me = QStringLiteral("/api/v1/sessions/current");
    const auto permitted = [&](const char* where) {
        return m_api->call("GET", me, {}, token)
            .json.value(QLatin1String(where))
            .toArray()
            .contains(QStringLiteral("viewUsers"));
    };
    QVERIFY(permitted("permissions"));
    QVERIFY(!permitted("everywhere"));
    QCOMPARE(m_api->put(path, roles({role("helpDesk", "/Nowhere")}), "*").status, 400);
    m_api->setRoles(id,
                    {{contract::Role::HelpDesk, QStringLiteral("/Sales")},
                     {contract::Role::Auditor, QStringLiteral("/")}});
    QVERIFY(permitted("everywhere"));
    QCOMPARE(m_api->remove(path).status, 204);
    QCOMPARE(m_api->call("GET", me, {}, token).status, 401);
    QCOMPARE(m_api->events(QStringLiteral("LINK_PRINCIPAL_ADMIN_ROLE")).size(), std::size_t {1});
    QCOMPARE(m_api->events(QStringLiteral("UNLINK_PRINCIPAL_ADMIN_ROLE")).size(), std::size_t {1});
}

void TestAdministration::nobodyChangesTheirOwnRoles()
{
    const QString own = QStringLiteral("/administrators/%1").arg(m_api->adminId());
    QCOMPARE(m_api->put(own, roles({role("auditor", "/")}), "*").code(), QStringLiteral("own_account"));
    // The own password is another matter.
    QJsonObject same = roles({role("superAdministrator", "/")});
    same.insert(QStringLiteral("password"), QStringLiteral("a long password"));
    QCOMPARE(m_api->put(own, same, "*").status, 200);
    QVERIFY(m_api->get(own).json.value(QStringLiteral("hasPassword")).toBool());
}

void TestAdministration::theLastSuperAdministratorStays()
{
    m_api->makeDomain(QStringLiteral("Sales"));
    const qint64 other = m_api->makeUser(QStringLiteral("other"));
    m_api->setRoles(other, {{contract::Role::SuperAdministrator, QStringLiteral("/")}});
    const QByteArray token = m_api->sessionOf(other);
    const QString admin = QStringLiteral("/api/v1/administrators/%1").arg(m_api->adminId());
    QCOMPARE(m_api->call("DELETE", admin, {}, token).status, 204);
    // Now `other` is the last one; only they could do it, and nobody does it to themselves.
    const QString last = QStringLiteral("/api/v1/administrators/%1").arg(other);
    QCOMPARE(m_api->call("DELETE", last, {}, token).code(), QStringLiteral("own_account"));
}

void TestAdministration::aNewPasswordEndsOtherSessions()
{
    const qint64 id = m_api->makeUser(QStringLiteral("helper"));
    m_api->setRoles(id, {{contract::Role::HelpDesk, QStringLiteral("/")}});
    const QByteArray token = m_api->sessionOf(id);
    QJsonObject update = roles({role("helpDesk", "/")});
    update.insert(QStringLiteral("password"), QStringLiteral("a long password"));
    QCOMPARE(m_api->put(QStringLiteral("/administrators/%1").arg(id), update, "*").status, 200);
    QCOMPARE(m_api->call("GET", QStringLiteral("/api/v1/sessions/current"), {}, token).status, 401);
    const ApiAnswer session = m_api->call("POST", QStringLiteral("/api/v1/sessions"),
                                          "{\"name\":\"helper\",\"password\":\"a long password\"}", {});
    QCOMPARE(session.status, 201);
    for (const auto& event : m_api->events()) {
        QVERIFY(!QJsonDocument(event.detail).toJson().contains("a long password"));
    }
}

void TestAdministration::anApiClientsKeyWorksUntilItIsDisabled()
{
    const ApiAnswer made =
        m_api->post(QStringLiteral("/api-clients"), {{QStringLiteral("name"), QStringLiteral("vpn")}});
    QCOMPARE(made.status, 201);
    const QByteArray key = made.text("key").toUtf8();
    QVERIFY(key.size() >= 43);
    const auto known = [&] {
        return m_api->routes().context().apiClients.byKey(key).has_value();
    };
    QVERIFY(known());
    const QString path = QStringLiteral("/api-clients/") + made.text("id");
    QVERIFY(!m_api->get(QStringLiteral("/api-clients")).body.contains(key));
    QCOMPARE(m_api->post(path + QStringLiteral("/disable")).status, 200);
    QVERIFY(!known());
    QCOMPARE(m_api->post(path + QStringLiteral("/enable")).status, 200);
    QVERIFY(known());
    QCOMPARE(m_api->remove(path).status, 204);
    QVERIFY(!known());
    QCOMPARE(m_api->remove(path).status, 404);
}

void TestAdministration::searchFindsPeopleByAnyWord()
{
    const auto make = [&](const char* name, const QString& shown, const char* email) {
        QCOMPARE(m_api
                     ->post(QStringLiteral("/users"),
                            {{QStringLiteral("name"), QString::fromLatin1(name)},
                             {QStringLiteral("displayName"), shown},
                             {QStringLiteral("email"), QString::fromLatin1(email)}})
                     .status,
                 201);
    };
    make("u1", QStringLiteral("Anna Meier"), "anna@example.org");
    make("meier", QStringLiteral("Zoe Zander"), "zoe@example.org");
    make("u3", QStringLiteral("Max Meierhofer"), "max@example.com");
    const auto titles = [&](const char* text) {
        QStringList found;
        const ApiAnswer answer = m_api->get(QStringLiteral("/search?q=") + QLatin1String(text));
        for (const auto& item : answer.items()) {
            found << item.toObject().value(QStringLiteral("title")).toString();
        }
        return found;
    };
    // Whose logon name it is comes first.
    QCOMPARE(titles("MEIER"),
             (QStringList {QStringLiteral("Zoe Zander"), QStringLiteral("Anna Meier"),
                           QStringLiteral("Max Meierhofer")}));
    QCOMPARE(titles("max%20meier"), QStringList {QStringLiteral("Max Meierhofer")});
    QCOMPARE(titles("anna@ex"), QStringList {QStringLiteral("Anna Meier")});
    QCOMPARE(titles("nobody"), QStringList {});
    QCOMPARE(m_api->get(QStringLiteral("/search")).status, 400);
}

void TestAdministration::theOverviewCounts()
{
    const qint64 anna = m_api->makeUser(QStringLiteral("anna"));
    m_api->makeUser(QStringLiteral("bert"));
    QCOMPARE(m_api->post(QStringLiteral("/users/%1/disable").arg(anna)).status, 200);
    const ApiAnswer overview = m_api->get(QStringLiteral("/overview"));
    QCOMPARE(overview.status, 200);
    QCOMPARE(overview.json.value(QStringLiteral("users")).toInt(), 3);
    QCOMPARE(overview.json.value(QStringLiteral("usersDisabled")).toInt(), 1);
    QCOMPARE(overview.json.value(QStringLiteral("usersWithoutToken")).toInt(), 2);
    QCOMPARE(overview.json.value(QStringLiteral("tokens")).toInt(), 0);
}

void TestAdministration::healthIsOpenAndMetricsAreNot()
{
    const ApiAnswer health = m_api->call("GET", QStringLiteral("/health"), {}, {});
    QCOMPARE(health.status, 200);
    QCOMPARE(health.text("status"), QStringLiteral("ok"));
    QCOMPARE(m_api->call("GET", QStringLiteral("/metrics"), {}, {}).status, 401);
    const ApiAnswer metrics = m_api->call("GET", QStringLiteral("/metrics"), {}, m_api->adminToken());
    QCOMPARE(metrics.status, 200);
    QVERIFY(metrics.headers.value("content-type").startsWith("text/plain; version=0.0.4"));
    QVERIFY(metrics.body.contains("holdfast_requests_total{operation=\"readHealth\",status=\"200\"} 1\n"));
    QVERIFY(metrics.body.contains("holdfast_requests_total{operation=\"readMetrics\",status=\"401\"} 1\n"));
    QVERIFY(
        metrics.body.contains("holdfast_request_seconds_bucket{operation=\"readHealth\",le=\"+Inf\"} 1\n"));
}

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
