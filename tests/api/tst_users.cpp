// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;

class TestUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = std::make_unique<ApiFixture>(); }
    void cleanup() { m_api.reset(); }

    void aCreatedPersonIsFoundByIdAndName();
    void namesAreUniqueRegardlessOfCase();
    void unknownFieldsAndParametersAreRefused();
    void aChangeToAnOldVersionIsRefused();
    void aPatchLeavesWhatIsAbsentAndClearsWhatIsNull();
    void disablingEndsSessionsAndShowsInTheStatus();
    void unlockingForgetsFailures();
    void deletingKeepsTheNameInTheEvents();
    void nobodyDeletesThemselvesOrTheLastSuperAdministrator();
    void filtersSelectByTheirFields();
    void aWrongFilterTellsItsPosition();
    void aliasesAndAttributesAreKept();
    void anAliasNamesOnePerson();
    void nobodyIsCalledByAnothersAddress();
    void variantsOfANameAreOneAccount();

private:
    QString idOf(const ApiAnswer& answer) const { return answer.text("id"); }
    QStringList names(const QString& filter) const;
    std::unique_ptr<ApiFixture> m_api;
};

QStringList TestUsers::names(const QString& filter) const
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(filter));
    const ApiAnswer answer = m_api->get(QStringLiteral("/users?sort=name&filter=") + encoded);
    QStringList found;
    for (const auto& item : answer.items()) {
        found << item.toObject().value(QStringLiteral("name")).toString();
    }
    return answer.status == 200 ? found : QStringList {answer.code()};
}

void TestUsers::aCreatedPersonIsFoundByIdAndName()
{
    m_api->makeDomain(QStringLiteral("Sales"));
    const ApiAnswer made = m_api->post(QStringLiteral("/users"),
                                       {{QStringLiteral("name"), QStringLiteral("a.meier")},
                                        {QStringLiteral("displayName"), QStringLiteral("Ännchen Meier")},
                                        {QStringLiteral("domain"), QStringLiteral("/Sales")}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.etag(), QByteArray("\"1\""));
    QCOMPARE(made.text("domain"), QStringLiteral("/Sales"));
    QCOMPARE(made.text("status"), QStringLiteral("active"));
    const ApiAnswer read = m_api->get(QStringLiteral("/users/") + idOf(made));
    QCOMPARE(read.json, made.json);
    QCOMPARE(names(QStringLiteral("ÄNNCH")), QStringList {QStringLiteral("a.meier")});
    const auto events = m_api->events(QStringLiteral("CREATE_PRINCIPAL"));
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events.front().actor, QStringLiteral("admin"));
    QCOMPARE(events.front().userName, QStringLiteral("a.meier"));
}

void TestUsers::namesAreUniqueRegardlessOfCase()
{
    m_api->makeUser(QStringLiteral("Ärger"));
    const ApiAnswer again =
        m_api->post(QStringLiteral("/users"), {{QStringLiteral("name"), QStringLiteral("äRGER")}});
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code(), QStringLiteral("user_name_taken"));
}

void TestUsers::unknownFieldsAndParametersAreRefused()
{
    const ApiAnswer field = m_api->post(
        QStringLiteral("/users"),
        {{QStringLiteral("name"), QStringLiteral("x")}, {QStringLiteral("role"), QStringLiteral("boss")}});
    QCOMPARE(field.status, 400);
    const QJsonObject fault = field.json.value(QStringLiteral("fields")).toArray().at(0).toObject();
    QCOMPARE(fault.value(QStringLiteral("path")).toString(), QStringLiteral("role"));
    QCOMPARE(fault.value(QStringLiteral("code")).toString(), QStringLiteral("unknown_field"));
    QCOMPARE(m_api->get(QStringLiteral("/users?colour=red")).status, 400);
    QCOMPARE(m_api->get(QStringLiteral("/users?limit=0")).status, 400);
    QCOMPARE(m_api->get(QStringLiteral("/users?limit=10&limit=20")).status, 400);
    QCOMPARE(m_api->get(QStringLiteral("/users?after=tampered")).status, 400);
}

void TestUsers::aChangeToAnOldVersionIsRefused()
{
    const QString path = QStringLiteral("/users/%1").arg(m_api->makeUser(QStringLiteral("bob")));
    const QJsonObject change {{QStringLiteral("phone"), QStringLiteral("123")}};
    const ApiAnswer first = m_api->patch(path, change, "\"1\"");
    QCOMPARE(first.status, 200);
    QCOMPARE(first.etag(), QByteArray("\"2\""));
    const ApiAnswer blind =
        m_api->call("PATCH", QStringLiteral("/api/v1") + path, "{\"phone\":\"1\"}", m_api->adminToken());
    QCOMPARE(blind.status, 200);
    const ApiAnswer second = m_api->patch(path, change, "\"2\"");
    QCOMPARE(second.status, 412);
    QCOMPARE(second.code(), QStringLiteral("stale_version"));
}

void TestUsers::aPatchLeavesWhatIsAbsentAndClearsWhatIsNull()
{
    const ApiAnswer made = m_api->post(QStringLiteral("/users"),
                                       {{QStringLiteral("name"), QStringLiteral("eve")},
                                        {QStringLiteral("email"), QStringLiteral("eve@example.org")},
                                        {QStringLiteral("endsAt"), QStringLiteral("2026-07-01T00:00:00Z")}});
    const QString path = QStringLiteral("/users/") + idOf(made);
    const ApiAnswer changed = m_api->patch(
        path, {{QStringLiteral("endsAt"), QJsonValue::Null}, {QStringLiteral("phone"), QStringLiteral("7")}});
    QCOMPARE(changed.status, 200);
    QVERIFY(!changed.json.contains(QStringLiteral("endsAt")));
    QCOMPARE(changed.text("email"), QStringLiteral("eve@example.org"));
    QCOMPARE(changed.text("phone"), QStringLiteral("7"));
    const ApiAnswer contradicting =
        m_api->patch(path,
                     {{QStringLiteral("startsAt"), QStringLiteral("2026-07-02T00:00:00Z")},
                      {QStringLiteral("endsAt"), QStringLiteral("2026-07-01T00:00:00Z")}});
    QCOMPARE(contradicting.status, 400);
}

void TestUsers::disablingEndsSessionsAndShowsInTheStatus()
{
    const qint64 id = m_api->makeUser(QStringLiteral("helper"));
    m_api->setRoles(id, {{contract::Role::HelpDesk, QStringLiteral("/")}});
    const QByteArray token = m_api->sessionOf(id);
    const QString me = QStringLiteral("/api/v1/sessions/current");
    QCOMPARE(m_api->call("GET", me, {}, token).status, 200);
    const ApiAnswer disabled = m_api->post(QStringLiteral("/users/%1/disable").arg(id));
    QCOMPARE(disabled.status, 200);
    QCOMPARE(disabled.text("status"), QStringLiteral("disabled"));
    QCOMPARE(m_api->call("GET", me, {}, token).status, 401);
    const ApiAnswer enabled = m_api->post(QStringLiteral("/users/%1/enable").arg(id));
    QCOMPARE(enabled.text("status"), QStringLiteral("active"));
    QCOMPARE(m_api->call("GET", me, {}, token).status, 401);
}

void TestUsers::unlockingForgetsFailures()
{
    const qint64 id = m_api->makeUser(QStringLiteral("carol"));
    m_api->database().writeAndWait([&](storage::Connection& connection) {
        connection.change(
            QStringLiteral("UPDATE users SET failures = 5, first_failure_at = ?, locked_at = ?"
                           " WHERE id = ?"),
            {contract::toMilliseconds(m_api->clock.now()), contract::toMilliseconds(m_api->clock.now()), id});
    });
    QCOMPARE(names(QStringLiteral("status:locked")), QStringList {QStringLiteral("carol")});
    const ApiAnswer unlocked = m_api->post(QStringLiteral("/users/%1/unlock").arg(id));
    QCOMPARE(unlocked.status, 200);
    QCOMPARE(unlocked.text("status"), QStringLiteral("active"));
    QCOMPARE(names(QStringLiteral("status:locked")), QStringList {});
    QCOMPARE(m_api->events(QStringLiteral("UPDATE_PRINCIPAL")).size(), std::size_t {1});
}

void TestUsers::deletingKeepsTheNameInTheEvents()
{
    const qint64 id = m_api->makeUser(QStringLiteral("dave"));
    QCOMPARE(m_api->remove(QStringLiteral("/users/%1").arg(id)).status, 204);
    QCOMPARE(m_api->get(QStringLiteral("/users/%1").arg(id)).status, 404);
    QCOMPARE(m_api->remove(QStringLiteral("/users/%1").arg(id)).code(), QStringLiteral("user_unknown"));
    const auto events = m_api->events(QStringLiteral("DELETE_PRINCIPAL"));
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events.front().userName, QStringLiteral("dave"));
}

void TestUsers::nobodyDeletesThemselvesOrTheLastSuperAdministrator()
{
    const QString own = QStringLiteral("/users/%1").arg(m_api->adminId());
    QCOMPARE(m_api->remove(own).code(), QStringLiteral("own_account"));
    QCOMPARE(m_api->post(own + QStringLiteral("/disable")).code(), QStringLiteral("own_account"));

    // Another Super Administrator, but of a branch: the root's last one must stay.
    m_api->makeDomain(QStringLiteral("Sales"));
    const qint64 other = m_api->makeUser(QStringLiteral("second"));
    m_api->setRoles(other, {{contract::Role::SuperAdministrator, QStringLiteral("/")}});
    const QByteArray token = m_api->sessionOf(other);
    m_api->setRoles(other, {{contract::Role::SuperAdministrator, QStringLiteral("/Sales")}});
    QCOMPARE(m_api->call("DELETE", QStringLiteral("/api/v1") + own, {}, token).status, 404);
    m_api->setRoles(other, {{contract::Role::SuperAdministrator, QStringLiteral("/")}});
    QCOMPARE(m_api->call("DELETE", QStringLiteral("/api/v1") + own, {}, token).status, 204);
}

void TestUsers::filtersSelectByTheirFields()
{
    m_api->makeDomain(QStringLiteral("Sales"));
    m_api->makeDomain(QStringLiteral("EMEA"), QStringLiteral("/Sales"));
    m_api->makeUser(QStringLiteral("anna"), QStringLiteral("/Sales"));
    m_api->makeUser(QStringLiteral("anton"), QStringLiteral("/Sales/EMEA"));
    const qint64 bert = m_api->makeUser(QStringLiteral("bert"));
    QCOMPARE(m_api->post(QStringLiteral("/users/%1/disable").arg(bert)).status, 200);
    const auto list = [](std::initializer_list<const char*> expected) {
        QStringList out;
        for (const char* name : expected) {
            out << QString::fromLatin1(name);
        }
        return out;
    };
    QCOMPARE(names(QStringLiteral("name:an*")), list({"anna", "anton"}));
    QCOMPARE(names(QStringLiteral("name:ANNA")), list({"anna"}));
    QCOMPARE(names(QStringLiteral("domain:/Sales")), list({"anna", "anton"}));
    QCOMPARE(names(QStringLiteral("domain:/Sales -domain:/Sales/EMEA")), list({"anna"}));
    QCOMPARE(names(QStringLiteral("status:disabled")), list({"bert"}));
    QCOMPARE(names(QStringLiteral("-status:disabled -administrator:yes")), list({"anna", "anton"}));
    QCOMPARE(names(QStringLiteral("administrator:yes")), list({"admin"}));
    QCOMPARE(names(QStringLiteral("token:yes")), QStringList {});
    QCOMPARE(names(QStringLiteral("ant")), list({"anton"}));
    QCOMPARE(names(QStringLiteral("nobody")), QStringList {});
}

void TestUsers::aWrongFilterTellsItsPosition()
{
    const ApiAnswer answer = m_api->get(QStringLiteral("/users?filter=name:a%20colour:red"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), QStringLiteral("invalid_filter"));
    QVERIFY2(answer.text("detail").contains(QStringLiteral("character 8")),
             qPrintable(answer.text("detail")));
    QCOMPARE(names(QStringLiteral("\"open")), QStringList {QStringLiteral("invalid_filter")});
    QCOMPARE(names(QStringLiteral("status:sleepy")), QStringList {QStringLiteral("invalid_filter")});
}

void TestUsers::aliasesAndAttributesAreKept()
{
    const QJsonArray attributes {QJsonObject {{QStringLiteral("name"), QStringLiteral("Personnel number")},
                                              {QStringLiteral("value"), QStringLiteral("4711")}}};
    const ApiAnswer made = m_api->post(
        QStringLiteral("/users"),
        {{QStringLiteral("name"), QStringLiteral("anna")},
         {QStringLiteral("aliases"),
          QJsonArray {QStringLiteral("a.meier"), QStringLiteral("ANNA"), QStringLiteral("A.Meier")}},
         {QStringLiteral("attributes"), attributes}});
    QCOMPARE(made.status, 201);
    // Neither the name itself nor the same once more.
    QCOMPARE(made.json.value(QStringLiteral("aliases")).toArray(), QJsonArray {QStringLiteral("a.meier")});
    QCOMPARE(made.json.value(QStringLiteral("attributes")).toArray(), attributes);
    const QString path = QStringLiteral("/users/") + idOf(made);
    QCOMPARE(m_api->get(path).json, made.json);
    QCOMPARE(names(QStringLiteral("meier")), QStringList {QStringLiteral("anna")}); // words of aliases too
    // What is absent stays; an empty list clears.
    QCOMPARE(m_api->patch(path, {{QStringLiteral("phone"), QStringLiteral("112")}})
                 .json.value(QStringLiteral("aliases"))
                 .toArray()
                 .size(),
             1);
    const ApiAnswer cleared = m_api->patch(
        path, {{QStringLiteral("aliases"), QJsonArray {}}, {QStringLiteral("attributes"), QJsonArray {}}});
    QVERIFY(cleared.json.value(QStringLiteral("aliases")).toArray().isEmpty());
    QVERIFY(cleared.json.value(QStringLiteral("attributes")).toArray().isEmpty());
    QJsonArray twice = attributes;
    twice.append(attributes.first());
    QCOMPARE(m_api->patch(path, {{QStringLiteral("attributes"), twice}}).status, 400);
    QJsonArray tooMany;
    for (int i = 0; i < 21; ++i) {
        tooMany.append(QStringLiteral("alias%1").arg(i));
    }
    QCOMPARE(m_api->patch(path, {{QStringLiteral("aliases"), tooMany}}).status, 400);
}

void TestUsers::anAliasNamesOnePerson()
{
    m_api->makeUser(QStringLiteral("taken"));
    const QString path = QStringLiteral("/users/%1").arg(m_api->makeUser(QStringLiteral("anna")));
    const auto patch = [&](const QString& alias) {
        return m_api->patch(path, {{QStringLiteral("aliases"), QJsonArray {alias}}});
    };
    const ApiAnswer refused = patch(QStringLiteral("TAKEN"));
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), QStringLiteral("user_name_taken"));
    QCOMPARE(patch(QStringLiteral("anni")).status, 200);
    QCOMPARE(m_api->post(QStringLiteral("/users"), {{QStringLiteral("name"), QStringLiteral("Anni")}}).code(),
             QStringLiteral("user_name_taken"));
    QCOMPARE(patch(QStringLiteral("an\u200Bni")).status, 400);
}

void TestUsers::nobodyIsCalledByAnothersAddress()
{
    const auto make = [&](const char* name, const char* email) {
        return m_api->post(QStringLiteral("/users"),
                           {{QStringLiteral("name"), QString::fromLatin1(name)},
                            {QStringLiteral("email"), QString::fromLatin1(email)}});
    };
    QCOMPARE(make("boss", "Boss@example.com").status, 201);
    QCOMPARE(make("boss@EXAMPLE.com", "other@example.com").code(), QStringLiteral("user_name_taken"));
    QCOMPARE(make("own@example.com", "own@example.com").status, 201);
    const QString path = QStringLiteral("/users/%1").arg(m_api->makeUser(QStringLiteral("anna")));
    const ApiAnswer alias =
        m_api->patch(path, {{QStringLiteral("aliases"), QJsonArray {QStringLiteral("boss@example.com")}}});
    QCOMPARE(alias.code(), QStringLiteral("user_name_taken"));
}

void TestUsers::variantsOfANameAreOneAccount()
{
    const ApiAnswer made = m_api->post(QStringLiteral("/users"),
                                       {{QStringLiteral("name"), QStringLiteral("Stra\u00DFer")},
                                        {QStringLiteral("email"), QStringLiteral("k.strasser@example.com")},
                                        {QStringLiteral("aliases"), QJsonArray {QStringLiteral("karl")}}});
    QCOMPARE(made.status, 201);
    QCOMPARE(m_api->post(QStringLiteral("/users"), {{QStringLiteral("name"), QStringLiteral("STRA\u1E9EER")}})
                 .code(),
             QStringLiteral("user_name_taken"));
    // One failure each, and the fifth locks: the counter is the person's, not the name's.
    const qint64 id = idOf(made).toLongLong();
    m_api->setRoles(id, {{contract::Role::Auditor, QStringLiteral("/")}});
    m_api->setPassword(id, "correct horse");
    for (const char* name : {"STRA\u1E9EER", "stra\u00DFer", "karl", "KARL", "K.Strasser@Example.com"}) {
        const QByteArray body = QByteArray("{\"name\":\"") + name + "\",\"password\":\"wrong\"}";
        QCOMPARE(m_api->call("POST", QStringLiteral("/api/v1/sessions"), body, {}).status, 401);
    }
    QCOMPARE(m_api->get(QStringLiteral("/users/") + idOf(made)).text("status"), QStringLiteral("locked"));
}

QTEST_GUILESS_MAIN(TestUsers)
#include "tst_users.moc"
