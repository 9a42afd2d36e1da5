// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/permission_table.h"
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace holdfast;
using authentication::Operation;
using contract::Permission;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;

// From the route table itself: a new route is tested the moment it is declared.
class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteAsksWithEveryRole();
    void everyRouteNamesAPermissionOrIsListedAsOpen();
    void theSuperAdministratorMayEverything();
    void theAuditorChangesNothing();
    void aRoleRanksByItsStrongestPermission();
    void scopeIsASubtree();
    void outsideTheScopeIsAsIfItWereNotThere();
    void nobodyActsOnAHigherRank();
    void onlyASuperAdministratorActsOnTheirOwnRank();
};

namespace {

QByteArray methodName(http::Method method)
{
    switch (method) {
    case http::Method::Get:
        return "GET";
    case http::Method::Post:
        return "POST";
    case http::Method::Put:
        return "PUT";
    case http::Method::Patch:
        return "PATCH";
    case http::Method::Delete:
        return "DELETE";
    }
    return {};
}

// Names nothing that exists, so that what is permitted changes nothing.
QString concrete(const char* path)
{
    QString text = QString::fromLatin1(path);
    static const QRegularExpression placeholder(QStringLiteral("\\{[A-Za-z]+\\}"));
    return text.replace(placeholder, QStringLiteral("999999"));
}

struct Session
{
    QString role;
    std::vector<Permission> permissions;
    QByteArray token;
};

bool holds(std::span<const Permission> permissions, Permission permission)
{
    return std::find(permissions.begin(), permissions.end(), permission) != permissions.end();
}

bool permits(Role role, Permission permission)
{
    return holds(authentication::permissionsOf(role), permission);
}

} // namespace

void TestPermissions::everyRouteAsksWithEveryRole()
{
    ApiFixture api;
    const std::vector<Permission> own {Permission::ViewUsers, Permission::UnlockUsers,
                                       Permission::EditDomains};
    QJsonArray names;
    for (const Permission permission : own) {
        names.append(contract::enumName(permission));
    }
    const ApiAnswer custom = api.post(
        QStringLiteral("/roles"),
        {{QStringLiteral("name"), QStringLiteral("Own")}, {QStringLiteral("permissions"), names}});
    QCOMPARE(custom.status, 201);
    std::vector<Session> sessions {{custom.text("key"), own, api.sessionWithRole(custom.text("key"))}};
    for (const auto& known : contract::EnumNames<Role>::names) {
        const auto permitted = authentication::permissionsOf(known.first);
        sessions.push_back({QString::fromLatin1(known.second),
                            {permitted.begin(), permitted.end()},
                            api.sessionWithRole(known.first)});
    }
    const QByteArray noPassing = "no such session";
    int asked = 0;
    for (const auto& declared : api.routes().declared()) {
        const Operation& operation = *declared.operation;
        if (operation.access.isOpen() || operation.id == QByteArray("streamEvents")
            || operation.id == QByteArray("endSession")) {
            continue; // the first has no rule, the second does not end, the third would end the test's
                      // session
        }
        const QByteArray method = methodName(declared.method);
        const QString path = concrete(operation.path);
        // A body that no route takes: whoever is refused must be refused before it is read.
        const QByteArray body = declared.hasBody ? QByteArray("{\"nonsense\":") : QByteArray();
        for (const QByteArray& token : {QByteArray(), noPassing}) {
            const ApiAnswer answer = api.call(method, path, body, token);
            QVERIFY2(answer.status == 401,
                     qPrintable(QStringLiteral("%1 without a session: %2")
                                    .arg(QLatin1String(operation.id))
                                    .arg(answer.status)));
        }
        for (const auto& [role, permissions, token] : sessions) {
            const auto permission = operation.access.permission();
            const bool permitted = !permission || holds(permissions, *permission);
            const ApiAnswer answer = api.call(method, path, body, token);
            const QString told = QStringLiteral("%1 as %2: %3 %4")
                                     .arg(QLatin1String(operation.id), role)
                                     .arg(answer.status)
                                     .arg(answer.code());
            if (permitted) {
                QVERIFY2(answer.status != 401 && answer.code() != QLatin1String("not_permitted"),
                         qPrintable(told));
                QVERIFY2(answer.status != 0 && answer.status < 500, qPrintable(told));
            } else {
                QVERIFY2(answer.status == 403 && answer.code() == QLatin1String("not_permitted"),
                         qPrintable(told));
            }
            ++asked;
        }
    }
    QVERIFY2(asked > 100, qPrintable(QString::number(asked)));
}

void TestPermissions::everyRouteNamesAPermissionOrIsListedAsOpen()
{
    ApiFixture api;
    QStringList open;
    QStringList anybody;
    for (const auto& declared : api.routes().declared()) {
        if (declared.operation->access.isOpen()) {
            open << QString::fromLatin1(declared.operation->id);
        } else if (!declared.operation->access.permission()) {
            anybody << QString::fromLatin1(declared.operation->id);
        }
    }
    open.sort();
    anybody.sort();
    QCOMPARE(open.join(QLatin1Char(' ')),
             QStringLiteral("createLocalSession createSession readHealth readOpenApi"));
    QCOMPARE(anybody.join(QLatin1Char(' ')),
             QStringLiteral("completeFirstRun confirmSession endSession listSessions readCurrentSession "
                            "revokeSession"));
}

void TestPermissions::theSuperAdministratorMayEverything()
{
    for (const auto& entry : contract::EnumNames<Permission>::names) {
        QVERIFY2(permits(Role::SuperAdministrator, entry.first), entry.second);
    }
}

void TestPermissions::theAuditorChangesNothing()
{
    ApiFixture api;
    for (const auto& declared : api.routes().declared()) {
        const auto permission = declared.operation->access.permission();
        // Saved reports and their runs are one's own: nothing of the organisation changes by them.
        const QByteArray path = declared.operation->path;
        const bool isOwn = path.startsWith("/api/v1/saved-reports") || path.startsWith("/api/v1/report-jobs");
        if (permission && declared.method != http::Method::Get && !isOwn) {
            QVERIFY2(!permits(Role::Auditor, *permission), declared.operation->id);
        }
    }
}

void TestPermissions::aRoleRanksByItsStrongestPermission()
{
    using authentication::permissionsOf;
    using authentication::rankOf;
    int before = rankOf(Role::SuperAdministrator);
    for (const auto& known : contract::EnumNames<Permission>::names) {
        QVERIFY2(rankOf(known.first) >= 1 && rankOf(known.first) < before, known.second);
    }
    for (const auto& known : contract::EnumNames<Role>::names) {
        QVERIFY2(rankOf(known.first) <= before, known.second); // declared by falling rank
        before = rankOf(known.first);
        if (known.first != Role::SuperAdministrator) {
            QCOMPARE(rankOf(known.first), rankOf(permissionsOf(known.first)));
        }
    }
    QCOMPARE(rankOf(std::span<const Permission> {}), 0);
}

void TestPermissions::scopeIsASubtree()
{
    ApiFixture api;
    api.makeDomain(QStringLiteral("Sales"));
    api.makeDomain(QStringLiteral("EMEA"), QStringLiteral("/Sales"));
    api.makeDomain(QStringLiteral("Salesforce")); // begins alike, but is no part of it
    api.makeUser(QStringLiteral("in"), QStringLiteral("/Sales"));
    const qint64 deep = api.makeUser(QStringLiteral("deep"), QStringLiteral("/Sales/EMEA"));
    api.makeUser(QStringLiteral("near"), QStringLiteral("/Salesforce"));
    api.makeUser(QStringLiteral("out"));
    const QByteArray token = api.sessionWithRole(Role::HelpDesk, QStringLiteral("/Sales"));
    const ApiAnswer list =
        api.call("GET", QStringLiteral("/api/v1/users?filter=administrator:no&total=true"), {}, token);
    QCOMPARE(list.status, 200);
    QStringList names;
    for (const auto& item : list.items()) {
        names << item.toObject().value(QStringLiteral("name")).toString();
    }
    QCOMPARE(names, (QStringList {QStringLiteral("deep"), QStringLiteral("in")}));
    QCOMPARE(list.json.value(QStringLiteral("total")).toInt(), 2);
    QCOMPARE(api.call("POST", QStringLiteral("/api/v1/users/%1/disable").arg(deep), {}, token).status, 200);
    const ApiAnswer found = api.call("GET", QStringLiteral("/api/v1/search?q=near"), {}, token);
    QCOMPARE(found.status, 200);
    QVERIFY(found.items().isEmpty());
}

void TestPermissions::outsideTheScopeIsAsIfItWereNotThere()
{
    ApiFixture api;
    api.makeDomain(QStringLiteral("Sales"));
    const qint64 outside = api.makeUser(QStringLiteral("out"));
    const QByteArray token = api.sessionWithRole(Role::SuperAdministrator, QStringLiteral("/Sales"));
    const QString path = QStringLiteral("/api/v1/users/%1").arg(outside);
    const ApiAnswer hidden = api.call("GET", path, {}, token);
    const ApiAnswer absent = api.call("GET", QStringLiteral("/api/v1/users/999999"), {}, token);
    QCOMPARE(hidden.status, 404);
    QCOMPARE(hidden.code(), absent.code());
    QCOMPARE(api.call("DELETE", path, {}, token).status, 404);
    // To make people outside is refused as well.
    QCOMPARE(api.call("POST", QStringLiteral("/api/v1/users"), "{\"name\":\"x\"}", token).code(),
             QStringLiteral("outside_scope"));
}

void TestPermissions::nobodyActsOnAHigherRank()
{
    ApiFixture api;
    const QByteArray helpDesk = api.sessionWithRole(Role::HelpDesk);
    const QString admin = QStringLiteral("/api/v1/users/%1").arg(api.adminId());
    QCOMPARE(api.call("GET", admin, {}, helpDesk).status, 200);
    for (const char* action : {"/disable", "/unlock", "/enable"}) {
        const ApiAnswer answer = api.call("POST", admin + QLatin1String(action), {}, helpDesk);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), QStringLiteral("higher_rank"));
    }
    const qint64 auditor = api.makeUser(QStringLiteral("watcher"));
    api.setRoles(auditor, {{Role::Auditor, QStringLiteral("/")}});
    QCOMPARE(api.call("POST", QStringLiteral("/api/v1/users/%1/disable").arg(auditor), {}, helpDesk).status,
             200);
}

void TestPermissions::onlyASuperAdministratorActsOnTheirOwnRank()
{
    ApiFixture api;
    const qint64 colleague = api.makeUser(QStringLiteral("colleague"));
    api.setRoles(colleague, {{Role::HelpDesk, QStringLiteral("/")}});
    const QByteArray helpDesk = api.sessionWithRole(Role::HelpDesk);
    QCOMPARE(api.call("POST", QStringLiteral("/api/v1/users/%1/disable").arg(colleague), {}, helpDesk).code(),
             QStringLiteral("higher_rank"));
    const qint64 second = api.makeUser(QStringLiteral("second"));
    api.setRoles(second, {{Role::SuperAdministrator, QStringLiteral("/")}});
    QCOMPARE(api.post(QStringLiteral("/users/%1/disable").arg(second)).status, 200);
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
