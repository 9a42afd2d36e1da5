// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;

class TestRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = std::make_unique<ApiFixture>(); }
    void cleanup() { m_api.reset(); }

    void predefinedRolesComeFirstByRank();
    void aCustomRoleIsMadeGivenEditedAndDeleted();
    void aNameIsThereOnce();
    void aPredefinedRoleStaysAsItIs();
    void nobodyGivesARightThatTheyDoNotHold();
    void aCardShowsWhatTheRoleMayView();
    void nobodyMakesARoleAsHighAsTheirOwn();
    void aCustomRoleRanksByItsStrongestPermission();
    void eventsNameRolesInWords();
    void aDomainAdministratorRulesTheBranchAlone();
    void lookingAsAnotherRoleShowsWhatItSeesAndChangesNothing();
    void nobodyLooksAsARoleThatTheyDoNotHold();

private:
    static QJsonObject edit(const QString& name, const QStringList& permissions)
    {
        return {{u"name"_s, name}, {u"permissions"_s, QJsonArray::fromStringList(permissions)}};
    }
    static QByteArray body(const QJsonObject& object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    static QJsonObject given(const QString& role, const QString& domain = u"/"_s)
    {
        return {{u"roles"_s, QJsonArray {QJsonObject {{u"role"_s, role}, {u"domain"_s, domain}}}}};
    }
    // A custom role's key.
    QString makeRole(const QString& name, const QStringList& permissions) const
    {
        const ApiAnswer made = m_api->post(u"/roles"_s, edit(name, permissions));
        return made.status == 201 ? made.text("key") : made.code();
    }
    std::unique_ptr<ApiFixture> m_api;
};

void TestRoles::predefinedRolesComeFirstByRank()
{
    makeRole(u"Aardvark desk"_s, {u"viewUsers"_s});
    const QJsonArray items = m_api->get(u"/roles"_s).items();
    QStringList names;
    for (const auto& item : items) {
        names << item[u"name"].toString();
    }
    QCOMPARE(names,
             (QStringList {u"Super Administrator"_s, u"Domain Administrator"_s, u"Token Administrator"_s,
                           u"Privileged Help Desk"_s, u"Help Desk"_s, u"Auditor"_s, u"Aardvark desk"_s}));
    QCOMPARE(items.at(0)[u"holders"].toInt(), 1);
    QCOMPARE(m_api->get(u"/roles/helpDesk"_s).json, items.at(4).toObject());
    const ApiAnswer page = m_api->get(u"/roles?limit=4"_s);
    QCOMPARE(page.items().size(), 4);
    const ApiAnswer next = m_api->get(u"/roles?limit=4&after="_s + page.text("next"));
    QCOMPARE(next.items().at(0)[u"name"].toString(), u"Help Desk"_s);
}

void TestRoles::aCustomRoleIsMadeGivenEditedAndDeleted()
{
    const ApiAnswer made =
        m_api->post(u"/roles"_s, edit(u"  Night   desk "_s, {u"viewUsers"_s, u"unlockUsers"_s}));
    QCOMPARE(made.status, 201);
    QCOMPARE(made.text("name"), u"Night desk"_s);
    QCOMPARE(made.json[u"rank"].toInt(), 2);
    const QString path = u"/roles/"_s + made.text("key");
    const qint64 helper = m_api->makeUser(u"helper"_s);
    const ApiAnswer entry = m_api->put(u"/administrators/%1"_s.arg(helper), given(made.text("key")), "*");
    QCOMPARE(entry.status, 200);
    QCOMPARE(entry.json[u"roles"][0][u"title"].toString(), u"Night desk"_s);
    const QByteArray token = m_api->sessionOf(helper);
    const qint64 somebody = m_api->makeUser(u"somebody"_s);
    const QString user = u"/api/v1/users/%1"_s.arg(somebody);
    QCOMPARE(m_api->call("POST", user + u"/unlock"_s, {}, token).status, 200);
    QCOMPARE(m_api->call("POST", user + u"/disable"_s, {}, token).code(), u"not_permitted"_s);

    // Whoever has it follows at once.
    const ApiAnswer edited = m_api->put(path, edit(u"Night desk"_s, {u"viewUsers"_s, u"enableUsers"_s}));
    QCOMPARE(edited.status, 200);
    QCOMPARE(edited.json[u"holders"].toInt(), 1);
    QCOMPARE(m_api->call("POST", user + u"/unlock"_s, {}, token).code(), u"not_permitted"_s);
    QCOMPARE(m_api->call("POST", user + u"/disable"_s, {}, token).status, 200);
    QCOMPARE(m_api->put(path, edit(u"x"_s, {u"viewUsers"_s}), made.etag()).code(), u"stale_version"_s);

    QCOMPARE(m_api->remove(path).code(), u"role_in_use"_s);
    QCOMPARE(m_api->remove(u"/administrators/%1"_s.arg(helper)).status, 204);
    QCOMPARE(m_api->remove(path).status, 204);
    QCOMPARE(m_api->get(path).code(), u"role_unknown"_s);
    QCOMPARE(m_api->put(u"/administrators/%1"_s.arg(helper), given(made.text("key")), "*").status, 400);
}

void TestRoles::aNameIsThereOnce()
{
    makeRole(u"Night desk"_s, {u"viewUsers"_s});
    QCOMPARE(makeRole(u"NIGHT DESK"_s, {u"viewUsers"_s}), u"role_name_taken"_s);
    QCOMPARE(makeRole(u"help desk"_s, {u"viewUsers"_s}), u"role_name_taken"_s);
    QCOMPARE(makeRole(u"   "_s, {u"viewUsers"_s}), u"invalid_request"_s);
    QCOMPARE(makeRole(u"Empty"_s, {}), u"invalid_request"_s);
    QCOMPARE(makeRole(u"Odd"_s, {u"flyToTheMoon"_s}), u"invalid_request"_s);
}

void TestRoles::aPredefinedRoleStaysAsItIs()
{
    const QString path = u"/roles/auditor"_s;
    QCOMPARE(m_api->put(path, edit(u"Auditor"_s, {u"editUsers"_s}), "*").code(), u"role_predefined"_s);
    QCOMPARE(m_api->remove(path).code(), u"role_predefined"_s);
}

void TestRoles::nobodyGivesARightThatTheyDoNotHold()
{
    m_api->makeDomain(u"Sales"_s);
    // Appoints people, but may not touch a PIN.
    const QString appointer =
        makeRole(u"Appointer"_s, {u"viewUsers"_s, u"viewAdministrators"_s, u"editAdministrators"_s});
    const QString desk = makeRole(u"Desk"_s, {u"viewUsers"_s, u"clearPins"_s});
    const QString looker = makeRole(u"Looker"_s, {u"viewUsers"_s});
    const QByteArray token = m_api->sessionWithRole(appointer, u"/Sales"_s);
    const qint64 id = m_api->makeUser(u"newcomer"_s, u"/Sales"_s);
    const QString path = u"/api/v1/administrators/%1"_s.arg(id);
    const auto put = [&](const QJsonObject& roles) {
        return m_api->call("PUT", path, body(roles), token, {{"If-Match", "*"}});
    };
    QCOMPARE(put(given(desk, u"/Sales"_s)).code(), u"right_not_held"_s);
    QCOMPARE(put(given(u"superAdministrator"_s, u"/Sales"_s)).code(), u"right_not_held"_s);
    QCOMPARE(put(given(looker, u"/"_s)).code(), u"outside_scope"_s);
    QCOMPARE(put(given(looker, u"/Sales"_s)).status, 200);
}

void TestRoles::aCardShowsWhatTheRoleMayView()
{
    const qint64 id = m_api->makeUser(u"ada"_s);
    const QString path = u"/api/v1/users/%1/card"_s.arg(id);
    const auto card = [&](const QStringList& permissions) {
        const QByteArray token = m_api->sessionWithRole(makeRole(permissions.join(u' '), permissions));
        return m_api->call("GET", path, {}, token).json;
    };
    const QJsonObject all = card({u"viewUsers"_s, u"viewPolicies"_s});
    QVERIFY(!all[u"policies"][u"lockout"][u"name"].toString().isEmpty());
    const QJsonObject bare = card({u"viewUsers"_s});
    QVERIFY(bare[u"policies"][u"lockout"][u"name"].toString().isEmpty());
    QCOMPARE(bare[u"user"][u"name"].toString(), u"ada"_s);
}

void TestRoles::nobodyMakesARoleAsHighAsTheirOwn()
{
    const QString maker = makeRole(
        u"Role maker"_s, {u"viewAdministrators"_s, u"editRoles"_s, u"viewUsers"_s, u"unlockUsers"_s});
    const QByteArray token = m_api->sessionWithRole(maker);
    const auto make = [&](const QString& name, const QStringList& permissions) {
        return m_api->call("POST", u"/api/v1/roles"_s, body(edit(name, permissions)), token);
    };
    QCOMPARE(make(u"Low"_s, {u"viewUsers"_s, u"unlockUsers"_s}).status, 201);
    QCOMPARE(make(u"Stranger"_s, {u"deleteUsers"_s}).code(), u"right_not_held"_s);
    QCOMPARE(make(u"Peer"_s, {u"editRoles"_s}).code(), u"higher_rank"_s);
    // Nor changes what they hold themselves.
    QCOMPARE(m_api
                 ->call("PUT", u"/api/v1/roles/"_s + maker, body(edit(u"Role maker"_s, {u"viewUsers"_s})),
                        token, {{"If-Match", "*"}})
                 .code(),
             u"higher_rank"_s);
    // A branch is not enough: a role counts wherever it is given.
    m_api->makeDomain(u"Sales"_s);
    const QByteArray branch = m_api->sessionWithRole(Role::SuperAdministrator, u"/Sales"_s);
    QCOMPARE(
        m_api->call("POST", u"/api/v1/roles"_s, body(edit(u"Branch"_s, {u"viewUsers"_s})), branch).code(),
        u"outside_scope"_s);
}

void TestRoles::aCustomRoleRanksByItsStrongestPermission()
{
    const QString strong = makeRole(u"Strong"_s, {u"viewUsers"_s, u"deleteUsers"_s});
    const qint64 strongOne = m_api->makeUser(u"strong.one"_s);
    m_api->setRoles(strongOne, {contract::RoleAssignment(strong, u"/"_s)});
    const QString disable = u"/api/v1/users/%1/disable"_s.arg(strongOne);
    QCOMPARE(m_api->call("POST", disable, {}, m_api->sessionWithRole(Role::PrivilegedHelpDesk)).code(),
             u"higher_rank"_s);
    QCOMPARE(m_api->call("POST", disable, {}, m_api->adminToken()).status, 200);
}

void TestRoles::eventsNameRolesInWords()
{
    m_api->makeDomain(u"Sales"_s);
    const QString night = makeRole(u"Night desk"_s, {u"viewUsers"_s});
    const qint64 id = m_api->makeUser(u"anna"_s);
    const QJsonArray both {QJsonObject {{u"role"_s, u"helpDesk"_s}, {u"domain"_s, u"/Sales"_s}},
                           QJsonObject {{u"role"_s, night}, {u"domain"_s, u"/"_s}}};
    QCOMPARE(m_api->put(u"/administrators/%1"_s.arg(id), {{u"roles"_s, both}}, "*").status, 200);
    const auto events = m_api->events(u"LINK_PRINCIPAL_ADMIN_ROLE"_s);
    QCOMPARE(events.back().detail[u"roles"].toString(), u"Help Desk of /Sales, Night desk everywhere"_s);
    QCOMPARE(m_api->events(u"CREATE_ADMIN_ROLE"_s).back().detail[u"role"].toString(), u"Night desk"_s);
}

void TestRoles::aDomainAdministratorRulesTheBranchAlone()
{
    m_api->makeDomain(u"Sales"_s);
    const QByteArray token = m_api->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const auto post = [&](const QString& path, const QJsonObject& object) {
        return m_api->call("POST", u"/api/v1"_s + path, body(object), token);
    };
    QCOMPARE(post(u"/users"_s, {{u"name"_s, u"inside"_s}, {u"domain"_s, u"/Sales"_s}}).status, 201);
    QCOMPARE(post(u"/users"_s, {{u"name"_s, u"outside"_s}}).code(), u"outside_scope"_s);
    QCOMPARE(post(u"/domains"_s, {{u"name"_s, u"EMEA"_s}, {u"parent"_s, u"/Sales"_s}}).status, 201);
    QCOMPARE(post(u"/policies/lockout"_s, {{u"name"_s, u"Lax"_s}}).code(), u"not_permitted"_s);
    const qint64 desk = m_api->makeUser(u"desk"_s, u"/Sales"_s);
    QCOMPARE(m_api
                 ->call("PUT", u"/api/v1/administrators/%1"_s.arg(desk),
                        body(given(u"helpDesk"_s, u"/Sales"_s)), token, {{"If-Match", "*"}})
                 .status,
             200);
}

void TestRoles::lookingAsAnotherRoleShowsWhatItSeesAndChangesNothing()
{
    m_api->makeDomain(u"Sales"_s);
    m_api->makeUser(u"in"_s, u"/Sales"_s);
    const qint64 out = m_api->makeUser(u"out"_s);
    const testing::ApiHeaders view {{"Holdfast-View-As", "helpDesk %2FSales"}};
    const auto ask = [&](const QByteArray& method, const QString& path) {
        return m_api->call(method, u"/api/v1"_s + path, {}, m_api->adminToken(), view);
    };
    const QJsonArray seen = ask("GET", u"/users"_s).items();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.at(0)[u"name"].toString(), u"in"_s);
    QCOMPARE(ask("GET", u"/users/%1"_s.arg(out)).status, 404);
    QCOMPARE(ask("GET", u"/administrators"_s).code(), u"not_permitted"_s);
    const QString unlock = u"/users/%1/unlock"_s.arg(out);
    QCOMPARE(ask("POST", unlock).code(), u"view_changes_nothing"_s);
    QCOMPARE(m_api->post(unlock).status, 200);
    QCOMPARE(ask("GET", u"/sessions/current"_s).json[u"roles"][0][u"role"].toString(), u"helpDesk"_s);
}

void TestRoles::nobodyLooksAsARoleThatTheyDoNotHold()
{
    const QByteArray helpDesk = m_api->sessionWithRole(Role::HelpDesk);
    const auto look = [&](const QByteArray& as) {
        return m_api->call("GET", u"/api/v1/users"_s, {}, helpDesk, {{"Holdfast-View-As", as}});
    };
    QCOMPARE(look("superAdministrator %2F").code(), u"right_not_held"_s);
    QCOMPARE(look("nonsense %2F").code(), u"view_as_invalid"_s);
    QCOMPARE(look("helpDesk %2FNowhere").code(), u"view_as_invalid"_s);
    QCOMPARE(look("helpDesk").code(), u"view_as_invalid"_s);
    QCOMPARE(look("helpDesk %2F").status, 200);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
