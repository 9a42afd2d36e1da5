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

class TestDomainMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_api.reset(); }

    void everythingBelowMovesAlong();
    void thePreviewTellsTheEffectAndChangesNothing();
    void aDomainDoesNotMoveBelowItself();
    void whoMovesRulesBothPlaces();
    void thePreviewTellsOfNoAdministratorOutOfSight();

private:
    [[nodiscard]] QString path(const char* more = "") const
    {
        return u"/domains/%1"_s.arg(m_emea) + QLatin1String(more);
    }
    std::unique_ptr<ApiFixture> m_api;
    qint64 m_sales = 0;
    qint64 m_emea = 0;
};

// /Sales/EMEA/North with three people, beside /Plants, which has a lockout policy of its own.
void TestDomainMoves::init()
{
    m_api = std::make_unique<ApiFixture>();
    m_sales = m_api->makeDomain(u"Sales"_s);
    m_emea = m_api->makeDomain(u"EMEA"_s, u"/Sales"_s);
    m_api->makeDomain(u"North"_s, u"/Sales/EMEA"_s);
    const qint64 plants = m_api->makeDomain(u"Plants"_s);
    m_api->makeUser(u"one"_s, u"/Sales/EMEA"_s);
    m_api->makeUser(u"two"_s, u"/Sales/EMEA"_s);
    m_api->makeUser(u"three"_s, u"/Sales/EMEA/North"_s);
    const QString policy = m_api->post(u"/policies/lockout"_s, {{u"name"_s, u"Strict"_s}}).text("id");
    const QJsonObject own {{u"source"_s, u"own"_s}, {u"policyId"_s, policy}};
    QCOMPARE(m_api->patch(u"/domains/%1"_s.arg(plants), {{u"lockout"_s, own}}).status, 200);
}

void TestDomainMoves::everythingBelowMovesAlong()
{
    const ApiAnswer moved = m_api->patch(path(), {{u"parent"_s, u"/Plants"_s}, {u"name"_s, u"Europe"_s}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.text("path"), u"/Plants/Europe"_s);
    QCOMPARE(moved.json[u"lockout"][u"effective"][u"policyName"].toString(), u"Strict"_s);
    const QJsonArray people = m_api->get(u"/users?filter=domain:/Plants"_s).items();
    QCOMPARE(people.size(), 3);
    QCOMPARE(m_api->get(u"/users?filter=name:three"_s).items().at(0)[u"domain"].toString(),
             u"/Plants/Europe/North"_s);
    const auto event = m_api->events(u"UPDATE_SECURITY_DOMAIN"_s).back();
    QCOMPARE(event.detail[u"action"].toString(), u"move"_s);
    QCOMPARE(event.detail[u"from"].toString(), u"/Sales/EMEA"_s);
}

void TestDomainMoves::thePreviewTellsTheEffectAndChangesNothing()
{
    const qint64 sales = m_api->makeUser(u"sales.desk"_s);
    m_api->setRoles(sales, {{Role::HelpDesk, u"/Sales"_s}});
    const qint64 plants = m_api->makeUser(u"plants.desk"_s);
    m_api->setRoles(plants, {{Role::HelpDesk, u"/Plants"_s}});
    const qint64 north = m_api->makeUser(u"north.desk"_s); // moves along: no change
    m_api->setRoles(north, {{Role::HelpDesk, u"/Sales/EMEA/North"_s}});
    const ApiAnswer preview = m_api->post(path("/preview-move"), {{u"parent"_s, u"/Plants"_s}});
    QCOMPARE(preview.status, 200);
    QCOMPARE(preview.text("from"), u"/Sales/EMEA"_s);
    QCOMPARE(preview.text("to"), u"/Plants/EMEA"_s);
    QCOMPARE(preview.json[u"domains"].toInt(), 2);
    QCOMPARE(preview.json[u"people"].toInt(), 3);
    const QJsonArray policies = preview.json[u"policies"].toArray();
    QCOMPARE(policies.size(), 2);
    QCOMPARE(policies.at(0)[u"domain"].toString(), u"/Sales/EMEA"_s);
    QCOMPARE(policies.at(0)[u"after"].toString(), u"Strict"_s);
    QCOMPARE(policies.at(0)[u"people"].toInt(), 2);
    const QJsonArray administrators = preview.json[u"administrators"].toArray();
    QCOMPARE(administrators.size(), 2);
    QCOMPARE(administrators.at(0)[u"name"].toString(), u"plants.desk"_s);
    QCOMPARE(administrators.at(0)[u"before"].toInt(), 0);
    QCOMPARE(administrators.at(0)[u"after"].toInt(), 3);
    QCOMPARE(administrators.at(1)[u"name"].toString(), u"sales.desk"_s);
    QCOMPARE(administrators.at(1)[u"after"].toInt(), 0);

    QCOMPARE(m_api->get(path()).text("path"), u"/Sales/EMEA"_s);
    QVERIFY(m_api->events(u"UPDATE_SECURITY_DOMAIN"_s).size() == 1); // of init()
    const QByteArray etag = '"' + QByteArray::number(preview.json[u"version"].toInt()) + '"';
    QCOMPARE(m_api->patch(path(), {{u"parent"_s, u"/Plants"_s}}, etag).status, 200);
}

void TestDomainMoves::aDomainDoesNotMoveBelowItself()
{
    const auto code = [&](const QString& parent) {
        return m_api->patch(path(), {{u"parent"_s, parent}}).code();
    };
    QCOMPARE(code(u"/Sales/EMEA"_s), u"domain_within_itself"_s);
    QCOMPARE(code(u"/Sales/EMEA/North"_s), u"domain_within_itself"_s);
    QCOMPARE(code(u"/Nowhere"_s), u"invalid_request"_s);
    m_api->makeDomain(u"emea"_s, u"/Plants"_s);
    QCOMPARE(code(u"/Plants"_s), u"domain_name_taken"_s);
    QCOMPARE(m_api->patch(u"/domains/1"_s, {{u"parent"_s, u"/Sales"_s}}).code(), u"domain_is_root"_s);
    QCOMPARE(m_api->get(path()).text("path"), u"/Sales/EMEA"_s);
}

void TestDomainMoves::whoMovesRulesBothPlaces()
{
    const QByteArray sales = m_api->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const QString full = u"/api/v1"_s + path();
    QCOMPARE(m_api->call("PATCH", full, "{\"parent\":\"/Plants\"}", sales).code(), u"outside_scope"_s);
    QCOMPARE(m_api->call("POST", full + u"/preview-move"_s, "{\"parent\":\"/Plants\"}", sales).code(),
             u"outside_scope"_s);
    // Nor does anybody take a domain away from those who rule where it is.
    const qint64 both = m_api->makeUser(u"both"_s);
    m_api->setRoles(
        both, {{Role::DomainAdministrator, u"/Sales/EMEA"_s}, {Role::DomainAdministrator, u"/Plants"_s}});
    const QByteArray session = m_api->sessionOf(both);
    QCOMPARE(m_api->call("PATCH", full, "{\"parent\":\"/Plants\"}", session).code(), u"outside_scope"_s);
    QCOMPARE(m_api->call("POST", full + u"/preview-move"_s, "{\"parent\":\"/Plants\"}", session).code(),
             u"outside_scope"_s);
    const qint64 west = m_api->makeDomain(u"West"_s, u"/Sales"_s);
    Q_UNUSED(west)
    QCOMPARE(m_api->call("PATCH", full, "{\"parent\":\"/Sales/West\"}", sales).status, 200);
}

void TestDomainMoves::thePreviewTellsOfNoAdministratorOutOfSight()
{
    for (const auto& [name, domain] :
         {std::pair {u"hidden.desk"_s, u"/"_s}, {u"seen.desk"_s, u"/Plants"_s}}) {
        m_api->setRoles(m_api->makeUser(name, domain), {{Role::HelpDesk, u"/Plants"_s}});
    }
    const qint64 mover = m_api->makeUser(u"mover"_s);
    m_api->setRoles(mover,
                    {{Role::DomainAdministrator, u"/Sales"_s}, {Role::DomainAdministrator, u"/Plants"_s}});
    const ApiAnswer preview = m_api->call("POST", u"/api/v1"_s + path("/preview-move"),
                                          "{\"parent\":\"/Plants\"}", m_api->sessionOf(mover));
    QCOMPARE(preview.status, 200);
    const QJsonArray told = preview.json[u"administrators"].toArray();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.at(0)[u"name"].toString(), u"seen.desk"_s);
}

QTEST_GUILESS_MAIN(TestDomainMoves)
#include "tst_domain_moves.moc"
