// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/enrolment_throttle.h"
#include "tests/support/fake_agent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;
using holdfast::testing::FakeAgent;

// Workstations as administrators see them, and how they become known.
class TestWorkstations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeEnrolsOneWorkstation();
    void aCodeIsTypedAsItIsHeard();
    void anEndedWrongOrCancelledCodeIsAlike();
    void aTakenNameLeavesTheCode();
    void aCodeMayNameTheWorkstation();
    void wrongCodesAreSlowedDown();
    void aKeyThatIsNoneIsRefused();
    void listsAreFilteredSortedAndPaged();
    void silentOnesAreFound();
    void scopeIsASubtree();
    void aWorkstationIsRenamedAndMoved();
    void aRevokedNameIsFreeAgain();
    void stolenMayBeSaidLater();
    void aDomainWithWorkstationsStays();
    void rolesLookOrManage();

private:
    static ApiAnswer code(ApiFixture& api, const QJsonObject& body = {})
    {
        return api.post(u"/enrolment-codes"_s, body);
    }
    static QStringList names(const ApiAnswer& page)
    {
        QStringList found;
        for (const auto& item : page.items()) {
            found << item.toObject()[u"name"].toString();
        }
        return found;
    }
};

void TestWorkstations::aCodeEnrolsOneWorkstation()
{
    ApiFixture api;
    api.makeDomain(u"Sales"_s);
    const ApiAnswer made = code(api, {{u"domain"_s, u"/Sales"_s}});
    QCOMPARE(made.status, 201);
    QVERIFY(QRegularExpression(u"^([2-9B-DF-HJKMNP-TV-XZ]{4}-){3}[2-9B-DF-HJKMNP-TV-XZ]{4}$"_s)
                .match(made.text("code"))
                .hasMatch());
    QCOMPARE(made.text("expiresAt"), u"2026-06-01T08:15:00.000Z"_s);
    QCOMPARE(api.get(u"/enrolment-codes"_s).items().size(), 1);
    QVERIFY(!api.get(u"/enrolment-codes"_s).body.contains(made.text("code").left(4).toLatin1()));

    FakeAgent agent(api);
    const ApiAnswer enrolled = agent.enrolWith(made.text("code"), u"LAPTOP-7"_s);
    QCOMPARE(enrolled.status, 201);
    QCOMPARE(enrolled.text("name"), u"LAPTOP-7"_s);
    QCOMPARE(enrolled.text("domain"), u"/Sales"_s);
    QCOMPARE(agent.serviceAgreementKey().size(), 32);
    QCOMPARE(agent.serviceSigningKey().size(), 32);
    QVERIFY(api.get(u"/enrolment-codes"_s).items().isEmpty());
    const ApiAnswer used = api.get(u"/enrolment-codes/"_s + made.text("id"));
    QCOMPARE(used.text("usedAt"), u"2026-06-01T08:00:00.000Z"_s);
    QVERIFY(!used.body.contains(made.text("code").left(4).toLatin1()));

    const ApiAnswer shown = api.get(u"/workstations/%1"_s.arg(agent.id()));
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.text("state"), u"active"_s);
    QCOMPARE(shown.text("enrolledBy"), u"admin"_s);
    QCOMPARE(shown.text("system"), u"Debian 12"_s);
    QVERIFY(!shown.json.contains(u"lastContactAt"));

    FakeAgent second(api);
    const ApiAnswer again = second.enrolWith(made.text("code"), u"LAPTOP-8"_s);
    QCOMPARE(again.status, 403);
    QCOMPARE(again.code(), u"enrolment_refused"_s);
    QTRY_COMPARE(api.events(u"WORKSTATION_ENROLLED"_s).size(), 2U);
    const auto events = api.events(u"WORKSTATION_ENROLLED"_s);
    QCOMPARE(events[0].domain, u"/Sales"_s);
    QCOMPARE(events[0].detail[u"workstation"].toString(), u"LAPTOP-7"_s);
    QCOMPARE(events[1].result, contract::EventResult::Failure);
}

void TestWorkstations::aCodeIsTypedAsItIsHeard()
{
    ApiFixture api;
    const QString typed = code(api).text("code").toLower().replace(u'-', u' ');
    FakeAgent agent(api);
    QCOMPARE(agent.enrolWith(typed, u"PC-1"_s).status, 201);
}

void TestWorkstations::anEndedWrongOrCancelledCodeIsAlike()
{
    ApiFixture api;
    FakeAgent agent(api);
    const ApiAnswer wrong = agent.enrolWith(u"2222-2222-2222-2222"_s, u"PC-1"_s);
    QCOMPARE(wrong.status, 403);
    const ApiAnswer malformed = agent.enrolWith(u"no code at all"_s, u"PC-1"_s);

    const ApiAnswer cancelled = code(api);
    QVERIFY(!api.get(u"/enrolment-codes/"_s + cancelled.text("id")).json.contains(u"usedAt"));
    QCOMPARE(api.remove(u"/enrolment-codes/"_s + cancelled.text("id")).status, 204);
    QCOMPARE(api.get(u"/enrolment-codes/"_s + cancelled.text("id")).status, 404);
    QCOMPARE(api.remove(u"/enrolment-codes/"_s + cancelled.text("id")).code(), u"enrolment_code_unknown"_s);
    const ApiAnswer ended = code(api, {{u"lifetimeMinutes"_s, 1}});
    api.clock.advance(std::chrono::minutes(1));
    for (const ApiAnswer& answer : {malformed, agent.enrolWith(cancelled.text("code"), u"PC-1"_s),
                                    agent.enrolWith(ended.text("code"), u"PC-1"_s)}) {
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), wrong.code());
        QCOMPARE(answer.text("detail"), wrong.text("detail"));
    }
    QVERIFY(names(api.get(u"/workstations"_s)).isEmpty());
}

void TestWorkstations::aTakenNameLeavesTheCode()
{
    ApiFixture api;
    FakeAgent first(api);
    first.enrol(u"Laptop"_s);
    const QString text = code(api).text("code");
    FakeAgent second(api);
    const ApiAnswer taken = second.enrolWith(text, u"LAPTOP "_s);
    QCOMPARE(taken.status, 409);
    QCOMPARE(taken.code(), u"workstation_name_taken"_s);
    QCOMPARE(second.enrolWith(text, u"Laptop-2"_s).status, 201);
}

void TestWorkstations::aCodeMayNameTheWorkstation()
{
    ApiFixture api;
    FakeAgent agent(api);
    const ApiAnswer made = code(api, {{u"name"_s, u"Reception"_s}});
    QCOMPARE(agent.enrolWith(made.text("code"), u"debian"_s).text("name"), u"Reception"_s);
    QCOMPARE(code(api, {{u"name"_s, u"reception"_s}}).code(), u"workstation_name_taken"_s);
}

void TestWorkstations::wrongCodesAreSlowedDown()
{
    ApiFixture api;
    const QString right = code(api, {{u"lifetimeMinutes"_s, 60}}).text("code");
    FakeAgent agent(api);
    for (int i = 0; i < authentication::EnrolmentThrottle::mostOfAddress; ++i) {
        QCOMPARE(agent.enrolWith(u"2222-2222-2222-2222"_s, u"PC-1"_s).status, 403);
    }
    QCOMPARE(agent.enrolWith(u"2222-2222-2222-2222"_s, u"PC-1"_s).status, 429);
    QCOMPARE(agent.enrolWith(right, u"PC-1"_s).status, 429);
    QTRY_COMPARE(api.events(u"WORKSTATION_ENROLLED"_s).size(), 1U); // no flood of events
    api.clock.advance(authentication::EnrolmentThrottle::window);
    QCOMPARE(agent.enrolWith(right, u"PC-1"_s).status, 201);

    // An IPv6 network is one address; many of them slow those down who guess, and nobody else.
    using authentication::EnrolmentThrottle;
    EnrolmentThrottle throttle;
    const auto now = api.clock.now();
    for (int i = 0; i < EnrolmentThrottle::mostOfAddress; ++i) {
        QVERIFY(throttle.admits(u"2001:db8:0:1::%1"_s.arg(i), now));
        static_cast<void>(throttle.countWrong(u"2001:db8:0:1::%1"_s.arg(i), now));
    }
    QVERIFY(!throttle.admits(u"2001:db8:0:1::ffff"_s, now));
    QVERIFY(throttle.admits(u"2001:db8:0:2::1"_s, now));
    for (int i = 0; i < EnrolmentThrottle::mostInAll; ++i) {
        static_cast<void>(throttle.countWrong(u"10.0.%1.%2"_s.arg(i / 200).arg(1 + i % 200), now));
    }
    QVERIFY(!throttle.admits(u"10.0.0.1"_s, now));
    QVERIFY(!throttle.admits(u"::ffff:10.0.0.1"_s, now));
    QVERIFY(throttle.admits(u"192.0.2.7"_s, now));
}

void TestWorkstations::aKeyThatIsNoneIsRefused()
{
    ApiFixture api;
    const QString text = code(api).text("code");
    const auto enrol = [&](const QByteArray& signing, const QByteArray& agreement) {
        const QJsonObject body {{u"code"_s, text},
                                {u"name"_s, u"PC-1"_s},
                                {u"signingKey"_s, QString::fromLatin1(signing.toBase64())},
                                {u"agreementKey"_s, QString::fromLatin1(agreement.toBase64())},
                                {u"keyProtection"_s, u"file"_s}};
        return api.call("POST", u"/agent/v1/enrolments"_s, QJsonDocument(body).toJson(), {});
    };
    const QByteArray good = offline::makeAgreementKey().publicKey;
    QCOMPARE(enrol(good, QByteArray(32, '\0')).status, 400); // agrees with everybody on the same
    QCOMPARE(enrol(good.left(31), good).status, 400);
    QCOMPARE(enrol(offline::makeSigningKey().publicKey, good).status, 201); // the code was not used up
}

void TestWorkstations::listsAreFilteredSortedAndPaged()
{
    ApiFixture api;
    api.makeDomain(u"Sales"_s);
    for (const QString& name : {u"b-2"_s, u"a-1"_s, u"c-3"_s}) {
        FakeAgent(api).enrol(name);
    }
    FakeAgent seller(api);
    seller.enrol(u"Desk"_s, u"/Sales"_s);
    QCOMPARE(names(api.get(u"/workstations?total=true"_s)),
             (QStringList {u"a-1"_s, u"b-2"_s, u"c-3"_s, u"Desk"_s}));
    QCOMPARE(names(api.get(u"/workstations?sort=-name&limit=2"_s)), (QStringList {u"Desk"_s, u"c-3"_s}));
    const ApiAnswer first = api.get(u"/workstations?limit=3"_s);
    const ApiAnswer second = api.get(u"/workstations?limit=3&after="_s + first.text("next"));
    QCOMPARE(names(second), QStringList {u"Desk"_s});
    QCOMPARE(names(api.get(u"/workstations?limit=3&before="_s + second.text("previous"))), names(first));
    QCOMPARE(names(api.get(u"/workstations?limit=2&at=0.9"_s)), (QStringList {u"c-3"_s, u"Desk"_s}));
    QCOMPARE(names(api.get(u"/workstations?filter=domain:/Sales"_s)), QStringList {u"Desk"_s});
    QCOMPARE(names(api.get(u"/workstations?filter=-domain:/Sales%20name:a*"_s)), QStringList {u"a-1"_s});
    QCOMPARE(names(api.get(u"/workstations?filter=esk"_s)), QStringList {u"Desk"_s});
    QCOMPARE(api.get(u"/workstations?filter=state:asleep"_s).status, 400);

    api.clock.advance(std::chrono::minutes(2));
    static_cast<void>(seller.logOn(u"nobody"_s, "123456"));
    QTRY_COMPARE(names(api.get(u"/workstations?sort=-lastContact&limit=1"_s)), QStringList {u"Desk"_s});
    const ApiAnswer shown = api.get(u"/workstations/%1"_s.arg(seller.id()));
    QCOMPARE(shown.text("lastContactAt"), u"2026-06-01T08:02:00.000Z"_s);
    QCOMPARE(shown.text("lastAddress"), u"127.0.0.1"_s);
    QCOMPARE(shown.json[u"clockOffsetSeconds"].toInt(-1), 0);
}

void TestWorkstations::silentOnesAreFound()
{
    ApiFixture api;
    FakeAgent(api).enrol(u"quiet"_s);
    api.clock.advance(std::chrono::days(14));
    const QByteArray session = api.sessionOf(api.adminId());
    const auto filtered = [&](const QString& filter) {
        return names(api.call("GET", u"/api/v1/workstations?filter="_s + filter, {}, session));
    };
    QVERIFY(filtered(u"state:silent"_s).isEmpty());
    QCOMPARE(filtered(u"state:active"_s), QStringList {u"quiet"_s});
    api.clock.advance(std::chrono::minutes(1));
    QCOMPARE(filtered(u"state:silent"_s), QStringList {u"quiet"_s});
    QCOMPARE(filtered(u"-state:active"_s), QStringList {u"quiet"_s});
    QVERIFY(filtered(u"state:active"_s).isEmpty());
}

void TestWorkstations::scopeIsASubtree()
{
    ApiFixture api;
    api.makeDomain(u"Sales"_s);
    FakeAgent inside(api);
    inside.enrol(u"in"_s, u"/Sales"_s);
    FakeAgent outside(api);
    outside.enrol(u"out"_s);
    const QByteArray session = api.sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const auto call = [&](const char* method, const QString& path, const QJsonObject& body = {}) {
        return api.call(method, u"/api/v1"_s + path,
                        body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(), session);
    };
    QCOMPARE(names(call("GET", u"/workstations"_s)), QStringList {u"in"_s});
    QCOMPARE(call("GET", u"/workstations/%1"_s.arg(outside.id())).code(), u"workstation_unknown"_s);
    QCOMPARE(call("POST", u"/workstations/%1/revoke"_s.arg(outside.id()), {{u"reason"_s, u"x"_s}}).status,
             404);
    QCOMPARE(call("PATCH", u"/workstations/%1"_s.arg(inside.id()), {{u"domain"_s, u"/"_s}}).code(),
             u"outside_scope"_s);
    QCOMPARE(call("POST", u"/enrolment-codes"_s, {{u"domain"_s, u"/"_s}}).code(), u"outside_scope"_s);
    QCOMPARE(call("POST", u"/enrolment-codes"_s, {{u"domain"_s, u"/Sales"_s}}).status, 201);
    QCOMPARE(code(api).status, 201);
    QCOMPARE(call("GET", u"/enrolment-codes"_s).items().size(), 1);
}

void TestWorkstations::aWorkstationIsRenamedAndMoved()
{
    ApiFixture api;
    api.makeDomain(u"Sales"_s);
    FakeAgent agent(api);
    agent.enrol(u"old"_s);
    FakeAgent(api).enrol(u"taken"_s);
    const QString path = u"/workstations/%1"_s.arg(agent.id());
    QCOMPARE(api.patch(path, {{u"name"_s, u"Taken"_s}}).code(), u"workstation_name_taken"_s);
    const ApiAnswer renamed = api.patch(path, {{u"name"_s, u"OLD"_s}, {u"notes"_s, u"on loan"_s}});
    QCOMPARE(renamed.status, 200);
    QCOMPARE(renamed.text("notes"), u"on loan"_s);
    QCOMPARE(renamed.json[u"version"].toInt(), 2);
    QCOMPARE(api.patch(path, {{u"domain"_s, u"/Sales"_s}}, "\"1\"").status, 412);
    QCOMPARE(api.patch(path, {{u"domain"_s, u"/Sales"_s}}).text("domain"), u"/Sales"_s);
    QCOMPARE(api.patch(path, {{u"domain"_s, u"/Nowhere"_s}}).status, 400);
    const auto events = api.events(u"UPDATE_WORKSTATION"_s);
    QCOMPARE(events.size(), 2U);
    QCOMPARE(events[1].detail[u"action"].toString(), u"move"_s);
    QCOMPARE(events[1].domain, u"/Sales"_s);
    QVERIFY(events[1].sentence.contains(u"to /Sales"_s));
}

void TestWorkstations::aRevokedNameIsFreeAgain()
{
    ApiFixture api;
    FakeAgent agent(api);
    agent.enrol(u"PC-1"_s);
    const QString path = u"/workstations/%1/revoke"_s.arg(agent.id());
    QCOMPARE(api.post(path).status, 400); // why?
    const ApiAnswer revoked = api.post(path, {{u"reason"_s, u"INC-1"_s}});
    QCOMPARE(revoked.status, 200);
    QCOMPARE(revoked.json[u"workstation"][u"state"].toString(), u"revoked"_s);
    QCOMPARE(revoked.json[u"workstation"][u"revokedBy"].toString(), u"admin"_s);
    QCOMPARE(api.post(path, {{u"reason"_s, u"again"_s}}).code(), u"workstation_revoked"_s);
    const ApiAnswer refused = agent.logOn(u"admin"_s, "123456");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"workstation_revoked"_s);
    FakeAgent again(api);
    again.enrol(u"PC-1"_s);
    QVERIFY(again.id() != agent.id());
    QCOMPARE(names(api.get(u"/workstations?filter=state:revoked"_s)), QStringList {u"PC-1"_s});
    // What is history may still be noted about, and moved out of a domain that is to go.
    QCOMPARE(api.patch(u"/workstations/%1"_s.arg(agent.id()), {{u"notes"_s, u"scrapped"_s}}).status, 200);
}

void TestWorkstations::stolenMayBeSaidLater()
{
    ApiFixture api;
    FakeAgent agent(api);
    agent.enrol(u"PC-1"_s);
    const QString path = u"/workstations/%1/revoke"_s.arg(agent.id());
    QCOMPARE(api.post(path, {{u"tokens"_s, u"disable"_s}, {u"reason"_s, u"x"_s}}).status, 400);
    QCOMPARE(api.post(path, {{u"reason"_s, u"lost?"_s}}).status, 200);
    const ApiAnswer stolen =
        api.post(path, {{u"stolen"_s, true}, {u"tokens"_s, u"disable"_s}, {u"reason"_s, u"INC-2"_s}});
    QCOMPARE(stolen.status, 200);
    QVERIFY(stolen.json[u"workstation"][u"stolen"].toBool());
    QCOMPARE(api.post(path, {{u"stolen"_s, true}, {u"reason"_s, u"again"_s}}).status, 409);
    const auto events = api.events(u"WORKSTATION_REVOKED"_s);
    QCOMPARE(events.size(), 2U);
    QVERIFY(events[1].sentence.contains(u"as stolen: INC-2"_s));
}

void TestWorkstations::aDomainWithWorkstationsStays()
{
    ApiFixture api;
    const qint64 sales = api.makeDomain(u"Sales"_s);
    FakeAgent agent(api);
    agent.enrol(u"PC-1"_s, u"/Sales"_s);
    QCOMPARE(code(api, {{u"domain"_s, u"/Sales"_s}}).status, 201);
    const QString path = u"/domains/%1"_s.arg(sales);
    QCOMPARE(api.remove(path).code(), u"domain_not_empty"_s);
    api.makeDomain(u"EMEA"_s);
    const ApiAnswer move = api.post(path + u"/preview-move"_s, {{u"parent"_s, u"/EMEA"_s}});
    QCOMPARE(move.json[u"workstations"].toInt(), 1);
    QCOMPARE(api.patch(u"/workstations/%1"_s.arg(agent.id()), {{u"domain"_s, u"/"_s}}).status, 200);
    QCOMPARE(api.remove(path).status, 204);
    QVERIFY(api.get(u"/enrolment-codes"_s).items().isEmpty());
}

void TestWorkstations::rolesLookOrManage()
{
    ApiFixture api;
    FakeAgent(api).enrol(u"PC-1"_s);
    for (const auto& [role, manages] :
         {std::pair {Role::DomainAdministrator, true}, std::pair {Role::TokenAdministrator, false},
          std::pair {Role::PrivilegedHelpDesk, true}, std::pair {Role::HelpDesk, false},
          std::pair {Role::Auditor, false}}) {
        const QByteArray session = api.sessionWithRole(role);
        QCOMPARE(names(api.call("GET", u"/api/v1/workstations"_s, {}, session)), QStringList {u"PC-1"_s});
        QCOMPARE(api.call("POST", u"/api/v1/enrolment-codes"_s, "{}", session).status, manages ? 201 : 403);
    }
}

QTEST_GUILESS_MAIN(TestWorkstations)
#include "tst_workstations.moc"
