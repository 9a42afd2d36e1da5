// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/caretaker.h"
#include "services/authentication/api/routes.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// What is deleted is gone from everything, and can come back for thirty days.
class TestBin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aDeletedPersonIsGoneFromEverything();
    void aRestoredPersonIsWhoTheyWere();
    void administrationDoesNotComeBack();
    void aLockSurvivesDeletionAndReturn();
    void aNameThatIsTakenNeedsAnotherOne();
    void aDeletedTokenIsGoneAndItsNumberFree();
    void aUsedCodeStaysUsed();
    void whatTheBinKnowsStaysUsed();
    void aTokenComesBackLostOrDisabledAsItWas();
    void aTokenThatSomebodyElseHasStaysTheirs();
    void whereTheDomainIsGoneAnotherIsSaid();
    void theBinHasItsScope();
    void bothRightsAreNeededInOnePlace();
    void anotherPlaceOrNameIsAnEdit();
    void theListIsFiltered();
    void deletingForGoodNeedsItsOwnRight();
    void afterThirtyDaysItIsEmptied();
    void anEnrolmentThatIsAbandonedLeavesNothing();

private:
    [[nodiscard]] ApiAnswer restore(const QString& id, const QJsonObject& body = {})
    {
        return m_desk->post(u"/bin/%1/restore"_s.arg(id), body);
    }
    [[nodiscard]] QString onlyEntry()
    {
        const QJsonArray items = m_desk->get(u"/bin"_s).items();
        return items.size() == 1 ? items[0][u"id"].toString() : QString();
    }
    [[nodiscard]] QString userPath(qint64 id) const { return u"/users/%1"_s.arg(id); }
    std::unique_ptr<HelpDesk> m_desk;
};

void TestBin::aDeletedPersonIsGoneFromEverything()
{
    const ApiAnswer made = m_desk->post(u"/users"_s,
                                        {{u"name"_s, u"anna"_s},
                                         {u"displayName"_s, u"Anna Berg"_s},
                                         {u"aliases"_s, QJsonArray {u"aberg"_s}}});
    const qint64 anna = made.text("id").toLongLong();
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, anna);
    const int people = m_desk->get(u"/overview"_s).json[u"users"].toInt();
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    for (const char* way : {"", "/card", "/explain"}) {
        QCOMPARE(m_desk->get(userPath(anna) + QLatin1String(way)).status, 404);
    }
    QVERIFY(m_desk->get(u"/users?filter=name:anna"_s).items().isEmpty());
    QVERIFY(m_desk->get(u"/users?filter=berg"_s).items().isEmpty());
    QVERIFY(m_desk->get(u"/search?q=berg"_s).items().isEmpty());
    QCOMPARE(m_desk->get(u"/overview"_s).json[u"users"].toInt(), people - 1);
    for (const char* name : {"anna", "aberg"}) {
        const auto outcome = m_desk->logOn(QLatin1String(name), m_desk->code(u"T1"_s));
        QCOMPARE(outcome.result, Outcome::Result::Refused);
    }
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("state"), u"unassigned"_s);
    const QJsonArray bin = m_desk->get(u"/bin?total=true"_s).items();
    QCOMPARE(bin.size(), 1);
    QCOMPARE(bin[0][u"kind"].toString(), u"user"_s);
    QCOMPARE(bin[0][u"name"].toString(), u"anna"_s);
    QCOMPARE(bin[0][u"detail"].toString(), u"Anna Berg"_s);
    QCOMPARE(bin[0][u"deletedBy"].toString(), u"admin"_s);
}

void TestBin::aRestoredPersonIsWhoTheyWere()
{
    const ApiAnswer made = m_desk->post(u"/users"_s,
                                        {{u"name"_s, u"anna"_s},
                                         {u"displayName"_s, u"Anna Berg"_s},
                                         {u"email"_s, u"anna@example.com"_s},
                                         {u"phone"_s, u"0151 23"_s},
                                         {u"notes"_s, u"likes tea"_s},
                                         {u"aliases"_s, QJsonArray {u"aberg"_s, u"annab"_s}},
                                         {u"endsAt"_s, u"2027-01-01T00:00:00.000Z"_s}});
    const qint64 anna = made.text("id").toLongLong();
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, anna);
    QJsonObject before = m_desk->get(userPath(anna)).json;
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    QCOMPARE(m_desk->post(u"/users"_s, {{u"name"_s, u"annab"_s}}).status, 201); // takes an alias
    const ApiAnswer restored = restore(onlyEntry());
    QCOMPARE(restored.status, 200);
    QCOMPARE(restored.text("subjectId"), QString::number(anna));
    QCOMPARE(restored.json[u"tokensGivenBack"].toInt(), 1);
    QJsonObject after = m_desk->get(userPath(anna)).json;
    QCOMPARE(after[u"aliases"].toArray(), (QJsonArray {u"aberg"_s}));
    QVERIFY(after[u"version"].toInt() > before[u"version"].toInt());
    for (const char* moved : {"aliases", "version", "updatedAt"}) {
        before.remove(QLatin1String(moved));
        after.remove(QLatin1String(moved));
    }
    QCOMPARE(after, before);
    QCOMPARE(m_desk->get(u"/search?q=berg"_s).items().size(), 1);
    QCOMPARE(m_desk->logOn(u"aberg"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
    QVERIFY(m_desk->get(u"/bin"_s).items().isEmpty());
    QCOMPARE(m_desk->events(u"RESTORE_PRINCIPAL"_s).size(), std::size_t {1});
    QCOMPARE(restore(u"1"_s).code(), u"bin_unknown"_s); // once
}

void TestBin::administrationDoesNotComeBack()
{
    const qint64 second = m_desk->makeUser(u"second"_s);
    m_desk->setRoles(second, {{Role::SuperAdministrator, u"/"_s}});
    m_desk->setPassword(second, "a long password");
    const QByteArray session = m_desk->sessionOf(second);
    QCOMPARE(m_desk->remove(userPath(second)).status, 204);
    QCOMPARE(m_desk->call("GET", u"/api/v1/users"_s, {}, session).status, 401);
    QCOMPARE(restore(onlyEntry()).status, 200);
    QCOMPARE(m_desk->call("GET", u"/api/v1/users"_s, {}, session).status, 401);
    const QJsonObject after = m_desk->get(userPath(second)).json;
    QVERIFY(!after[u"administrator"].toBool());
    QVERIFY(after[u"enabled"].toBool());
}

void TestBin::aLockSurvivesDeletionAndReturn()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->change(u"UPDATE users SET failures = 9, locked_at = ? WHERE id = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now()), anna});
    QCOMPARE(m_desk->get(userPath(anna)).text("status"), u"locked"_s);
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    QCOMPARE(restore(onlyEntry()).status, 200);
    QCOMPARE(m_desk->get(userPath(anna)).text("status"), u"locked"_s);
}

void TestBin::aNameThatIsTakenNeedsAnotherOne()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    QCOMPARE(m_desk->post(u"/users"_s, {{u"name"_s, u"ANNA"_s}}).status, 201);
    QCOMPARE(restore(onlyEntry()).code(), u"user_name_taken"_s);
    QCOMPARE(restore(onlyEntry(), {{u"name"_s, u" anna2"_s}}).status, 400);
    QCOMPARE(restore(onlyEntry(), {{u"name"_s, u"anna2"_s}}).status, 200);
    QCOMPARE(m_desk->get(userPath(anna)).text("name"), u"anna2"_s);
    QCOMPARE(m_desk->get(u"/users?filter=name:anna2"_s).items().size(), 1);
}

void TestBin::aDeletedTokenIsGoneAndItsNumberFree()
{
    m_desk->addToken(u"T1"_s);
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).status, 404);
    QVERIFY(m_desk->get(u"/tokens"_s).items().isEmpty());
    QVERIFY(m_desk->get(u"/search?q=T1"_s).items().isEmpty());
    const QString entry = onlyEntry();
    m_desk->addToken(u"T1"_s);
    QCOMPARE(restore(entry).code(), u"token_serial_taken"_s);
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    QCOMPARE(m_desk->get(u"/bin"_s).items().size(), 2);
    QCOMPARE(restore(entry).status, 200);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("state"), u"unassigned"_s);
    QCOMPARE(m_desk->events(u"RESTORE_AM_TOKEN"_s).size(), std::size_t {1});
}

void TestBin::aUsedCodeStaysUsed()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, anna);
    const QByteArray code = m_desk->code(u"T1"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, code).result, Outcome::Result::Success);
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    QCOMPARE(restore(onlyEntry()).status, 200);
    m_desk->assign(u"T1"_s, anna);
    QCOMPARE(m_desk->logOn(u"anna"_s, code).result, Outcome::Result::Refused);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s, 1)).result, Outcome::Result::Success);
}

// A first entry that is restored behind a second one knows what the second one knows.
void TestBin::whatTheBinKnowsStaysUsed()
{
    const auto lastStep = [&] {
        return m_desk->database().read([](storage::Connection& connection) {
            auto rows = connection.select(u"SELECT last_step FROM tokens WHERE serial = 'T1'"_s);
            return rows.next() ? rows.integer(0) : -2;
        });
    };
    for (const qint64 step : {100, 300}) {
        m_desk->addToken(u"T1"_s);
        m_desk->change(u"UPDATE tokens SET last_step = ? WHERE serial = 'T1'"_s, {step});
        QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    }
    const QJsonArray items = m_desk->get(u"/bin"_s).items();
    QCOMPARE(items.size(), 2);
    QCOMPARE(restore(items[1][u"id"].toString()).status, 200);
    QCOMPARE(lastStep(), 300);
}

void TestBin::aTokenComesBackLostOrDisabledAsItWas()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    for (const char* serial : {"T1", "T2", "T3"}) {
        m_desk->addToken(QLatin1String(serial));
        m_desk->assign(QLatin1String(serial), anna);
    }
    m_desk->change(u"UPDATE tokens SET lost_at = ? WHERE serial = 'T1'"_s,
                   {contract::toMilliseconds(m_desk->clock.now())});
    QCOMPARE(m_desk->act(u"T2"_s, u"disable"_s).status, 200);
    m_desk->change(u"UPDATE tokens SET wrong_codes = 9, next_code_required = 1 WHERE serial = 'T3'"_s);
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    QCOMPARE(restore(onlyEntry()).json[u"tokensGivenBack"].toInt(), 3);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("state"), u"lost"_s);
    QCOMPARE(m_desk->get(u"/tokens/T2"_s).text("state"), u"disabled"_s);
    const ApiAnswer slowed = m_desk->get(u"/tokens/T3"_s);
    QCOMPARE(slowed.text("state"), u"active"_s);
    QCOMPARE(slowed.json[u"wrongCodes"].toInt(), 9);
    QVERIFY(slowed.json[u"nextTokencodeRequired"].toBool());
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Refused);
}

void TestBin::aTokenThatSomebodyElseHasStaysTheirs()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    const qint64 ben = m_desk->makeUser(u"ben"_s);
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, anna);
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    m_desk->assign(u"T1"_s, ben);
    const ApiAnswer restored = restore(onlyEntry());
    QCOMPARE(restored.json[u"tokensGivenBack"].toInt(), 0);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("userName"), u"ben"_s);
}

void TestBin::whereTheDomainIsGoneAnotherIsSaid()
{
    const qint64 sales = m_desk->makeDomain(u"Sales"_s);
    const qint64 anna = m_desk->makeUser(u"anna"_s, u"/Sales"_s);
    QCOMPARE(m_desk->remove(userPath(anna)).status, 204);
    QCOMPARE(m_desk->remove(u"/domains/%1"_s.arg(sales)).status, 204);
    const QJsonValue entry = m_desk->get(u"/bin"_s).items()[0];
    QVERIFY(entry[u"domainGone"].toBool());
    QCOMPARE(entry[u"domain"].toString(), u"/Sales"_s);
    QCOMPARE(restore(onlyEntry()).code(), u"bin_domain_gone"_s);
    QCOMPARE(restore(onlyEntry(), {{u"domain"_s, u"/Nowhere"_s}}).status, 400);
    QCOMPARE(restore(onlyEntry(), {{u"domain"_s, u"/"_s}}).status, 200);
    QCOMPARE(m_desk->get(userPath(anna)).text("domain"), u"/"_s);
}

void TestBin::theBinHasItsScope()
{
    m_desk->makeDomain(u"Sales"_s);
    const qint64 in = m_desk->makeUser(u"in"_s, u"/Sales"_s);
    const qint64 out = m_desk->makeUser(u"out"_s);
    m_desk->addToken(u"T1"_s);
    QCOMPARE(m_desk->remove(userPath(in)).status, 204);
    QCOMPARE(m_desk->remove(userPath(out)).status, 204);
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    const auto names = [&](const QByteArray& token) {
        QStringList found;
        for (const QJsonValue& entry : m_desk->call("GET", u"/api/v1/bin"_s, {}, token).items()) {
            found << entry[u"name"].toString();
        }
        return found;
    };
    QCOMPARE(names(m_desk->adminToken()), (QStringList {u"T1"_s, u"out"_s, u"in"_s}));
    const QByteArray branch = m_desk->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    QCOMPARE(names(branch), (QStringList {u"in"_s}));
    QCOMPARE(names(m_desk->sessionWithRole(Role::TokenAdministrator)), (QStringList {u"T1"_s}));
    QCOMPARE(m_desk->call("POST", u"/api/v1/bin/2/restore"_s, {}, branch).code(), u"bin_unknown"_s);
    QCOMPARE(m_desk->call("POST", u"/api/v1/bin/1/restore"_s, "{\"domain\":\"/\"}", branch).code(),
             u"outside_scope"_s);
    const QByteArray helpDesk = m_desk->sessionWithRole(Role::HelpDesk);
    QCOMPARE(m_desk->call("GET", u"/api/v1/bin"_s, {}, helpDesk).status, 403);
}

void TestBin::bothRightsAreNeededInOnePlace()
{
    for (const char* name : {"A", "B"}) {
        m_desk->makeDomain(QLatin1String(name));
        const qint64 id = m_desk->makeUser(u"in-"_s + QLatin1String(name), u"/"_s + QLatin1String(name));
        QCOMPARE(m_desk->remove(userPath(id)).status, 204);
    }
    const QJsonArray permissions {u"viewUsers"_s, u"editUsers"_s, u"deleteUsers"_s};
    const ApiAnswer role =
        m_desk->post(u"/roles"_s, {{u"name"_s, u"Deletes"_s}, {u"permissions"_s, permissions}});
    QCOMPARE(role.status, 201);
    const qint64 both = m_desk->makeUser(u"both"_s);
    m_desk->setRoles(
        both, {{Role::DomainAdministrator, u"/A"_s}, contract::RoleAssignment(role.text("key"), u"/B"_s)});
    const QByteArray token = m_desk->sessionOf(both);
    const QJsonArray seen = m_desk->call("GET", u"/api/v1/bin"_s, {}, token).items();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen[0][u"name"].toString(), u"in-A"_s);
    QCOMPARE(m_desk->call("POST", u"/api/v1/bin/2/restore"_s, {}, token).code(), u"bin_unknown"_s);
    QCOMPARE(m_desk->call("POST", u"/api/v1/bin/1/restore"_s, "{\"domain\":\"/B\"}", token).code(),
             u"outside_scope"_s);
}

void TestBin::anotherPlaceOrNameIsAnEdit()
{
    QCOMPARE(m_desk->remove(userPath(m_desk->makeUser(u"anna"_s))).status, 204);
    const QJsonArray permissions {u"viewUsers"_s, u"deleteUsers"_s, u"useBin"_s};
    const ApiAnswer role =
        m_desk->post(u"/roles"_s, {{u"name"_s, u"Keeper"_s}, {u"permissions"_s, permissions}});
    QCOMPARE(role.status, 201);
    const QByteArray keeper = m_desk->sessionWithRole(role.text("key"));
    QCOMPARE(m_desk->call("POST", u"/api/v1/bin/1/restore"_s, "{\"name\":\"anne\"}", keeper).code(),
             u"outside_scope"_s);
    QCOMPARE(m_desk->call("POST", u"/api/v1/bin/1/restore"_s, "{}", keeper).status, 200);
}

void TestBin::theListIsFiltered()
{
    for (const char* name : {"anna", "ben"}) {
        QCOMPARE(m_desk->remove(userPath(m_desk->makeUser(QLatin1String(name)))).status, 204);
    }
    m_desk->addToken(u"T-ann"_s);
    QCOMPARE(m_desk->remove(u"/tokens/T-ann"_s).status, 204);
    const auto count = [&](const QString& filter) {
        return m_desk->get(u"/bin?total=true&filter="_s + filter).json[u"total"].toInt(-1);
    };
    QCOMPARE(count(u"ann"_s), 2);
    QCOMPARE(count(u"ann%20kind:user"_s), 1);
    QCOMPARE(count(u"-kind:user"_s), 1);
    QCOMPARE(m_desk->get(u"/bin?filter=kind:purple"_s).code(), u"invalid_filter"_s);
    const ApiAnswer first = m_desk->get(u"/bin?limit=2"_s);
    const ApiAnswer second = m_desk->get(u"/bin?limit=2&after="_s + first.text("next"));
    QCOMPARE(second.items().size(), 1);
    QCOMPARE(second.items()[0][u"name"].toString(), u"anna"_s); // deleted first
}

void TestBin::deletingForGoodNeedsItsOwnRight()
{
    m_desk->addToken(u"T1"_s);
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    const QString path = u"/bin/"_s + onlyEntry();
    const QByteArray keeper = m_desk->sessionWithRole(Role::TokenAdministrator);
    QCOMPARE(m_desk->call("DELETE", u"/api/v1"_s + path, {}, keeper).code(), u"not_permitted"_s);
    QCOMPARE(m_desk->remove(path).status, 204);
    QCOMPARE(m_desk->remove(path).code(), u"bin_unknown"_s);
    const auto events = m_desk->events(u"BIN_ENTRY_DELETED"_s);
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events.front().tokenSerial, u"T1"_s);
}

void TestBin::afterThirtyDaysItIsEmptied()
{
    using namespace std::chrono_literals;
    QCOMPARE(m_desk->remove(userPath(m_desk->makeUser(u"anna"_s))).status, 204);
    const authentication::ApiContext& context = m_desk->routes().context();
    const contract::Timestamp deleted = m_desk->clock.now();
    authentication::emptyBin(context, deleted + 24h * 30 - 1s);
    QVERIFY(!onlyEntry().isEmpty());
    authentication::emptyBin(context, deleted + 24h * 30);
    QVERIFY(m_desk->get(u"/bin"_s).items().isEmpty());
    const auto events = m_desk->events(u"BIN_EMPTIED"_s);
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events.front().detail[u"items"].toInt(), 1);
    authentication::emptyBin(context, deleted + 24h * 31);
    QCOMPARE(m_desk->events(u"BIN_EMPTIED"_s).size(), std::size_t {1}); // nothing to tell
}

void TestBin::anEnrolmentThatIsAbandonedLeavesNothing()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    const ApiAnswer enrolled = m_desk->post(u"/users/%1/enrol"_s.arg(anna), {});
    QCOMPARE(enrolled.status, 201);
    const QString serial = enrolled.json[u"token"][u"serial"].toString();
    QCOMPARE(m_desk->remove(u"/tokens/%1/enrolment"_s.arg(serial)).status, 204);
    QVERIFY(m_desk->get(u"/bin"_s).items().isEmpty());
}

QTEST_GUILESS_MAIN(TestBin)
#include "tst_bin.moc"
