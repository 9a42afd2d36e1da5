// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/restore.h"
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::PinStyle;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HeldData;
using holdfast::testing::OfflineDesk;

// What administrators do about data that workstations hold.
class TestOfflineRevocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aRevocationReachesWhatMayBeOnItsWay();
    void aTripIsGrantedToWhatIsThereNow();
    void nobodyActsOnDataOfAHigherRank();
    void aStolenWorkstationStopsItsTokens();
    void whoHasThePinAndACodeTakesNoTokenOver();
    void aMoveTellsWhatItMadeVoid();
    void afterARestoreNoCodeIsReadOutThatMayHaveBeenBefore();

private:
    QJsonObject advice(const ApiAnswer& answer, const HeldData& data) const
    {
        for (const auto& item : answer.json.value(u"sets"_s).toArray()) {
            if (item.toObject().value(u"setId"_s).toString() == data.setId) {
                return item.toObject();
            }
        }
        return {};
    }
    QString adviceWord(const ApiAnswer& answer, const HeldData& data) const
    {
        return advice(answer, data).value(u"advice"_s).toString();
    }
    qint64 number(const QString& sql, const QVariantList& values = {})
    {
        return m_desk->database().read([&](storage::Connection& connection) {
            auto rows = connection.select(sql, values);
            return rows.next() ? rows.integer(0) : -1;
        });
    }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineRevocation::aRevocationReachesWhatMayBeOnItsWay()
{
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->contact({first});
    m_desk->later(std::chrono::hours(25));
    const QString id = m_desk->row(m_desk->anna).value(u"id"_s).toString();
    const HeldData second = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, first.setId}}));
    // Asked of the one that was listed before.
    QCOMPARE(m_desk->post(u"/offline-sets/%1/revoke"_s.arg(id), {{u"reason"_s, u"INC-1"_s}}).status, 204);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"revoked"_s);
    QCOMPARE(adviceWord(m_desk->contact({first}), first), u"remove"_s);
    QCOMPARE(adviceWord(m_desk->contact({second}), second), u"remove"_s);
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, second.setId}}).code(), u"revoked"_s);
}

void TestOfflineRevocation::aTripIsGrantedToWhatIsThereNow()
{
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->contact({first});
    m_desk->later(std::chrono::hours(25));
    const QString id = m_desk->row(m_desk->anna).value(u"id"_s).toString();
    const HeldData second = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, first.setId}}));
    m_desk->contact({second});
    // The first is gone; the list was read before.
    QCOMPARE(
        m_desk->post(u"/offline-sets/%1/extend"_s.arg(id), {{u"days"_s, 5}, {u"reason"_s, u"trip"_s}}).status,
        404);
    const QString now = m_desk->row(m_desk->anna).value(u"id"_s).toString();
    QCOMPARE(m_desk->post(u"/offline-sets/%1/renew"_s.arg(now)).status, 204);
    const HeldData third = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, second.setId}}));
    QCOMPARE(m_desk->post(u"/offline-sets/%1/extend"_s.arg(now), {{u"days"_s, 5}, {u"reason"_s, u"trip"_s}})
                 .status,
             204);
    const HeldData fourth = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, third.setId}}));
    QCOMPARE(fourth.set.header().days.size(), 19U);
}

void TestOfflineRevocation::nobodyActsOnDataOfAHigherRank()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    m_desk->setRoles(m_desk->anna, {contract::RoleAssignment(contract::Role::SuperAdministrator, u"/"_s)});
    const QByteArray session = m_desk->sessionWithRole(contract::Role::PrivilegedHelpDesk);
    const QString path =
        u"/api/v1/offline-sets/%1/"_s.arg(m_desk->row(m_desk->anna).value(u"id"_s).toString());
    for (const QString& action : {u"extend"_s, u"renew"_s, u"revoke"_s}) {
        QJsonObject body;
        if (action != u"renew"_s) {
            body.insert(u"reason"_s, u"x"_s);
        }
        if (action == u"extend"_s) {
            body.insert(u"days"_s, 5);
        }
        const ApiAnswer refused = m_desk->call(
            "POST", path + action, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(), session);
        QCOMPARE(refused.code(), u"higher_rank"_s);
    }
    m_desk->setRoles(m_desk->anna, {});
    QCOMPARE(m_desk->call("POST", path + u"renew"_s, {}, session).status, 204);
}

void TestOfflineRevocation::aStolenWorkstationStopsItsTokens()
{
    const HeldData held = m_desk->open(m_desk->fetch());
    m_desk->contact({held});
    // Sent to it, and never told of.
    m_desk->addPerson(u"ben"_s, u"T2"_s, PinStyle::BeforeCode, "582046");
    const HeldData sent =
        m_desk->open(m_desk->fetch(m_desk->agent, u"ben"_s, "582046" + m_desk->nextCode(u"T2"_s)));
    m_desk->addPerson(u"cyd"_s, u"T3"_s, PinStyle::BeforeCode, "582046"); // has nothing there

    const QString path = u"/workstations/%1/revoke"_s.arg(m_desk->agent.id());
    const ApiAnswer revoked = m_desk->post(path, {{u"stolen"_s, true}, {u"reason"_s, u"INC-1"_s}});
    QCOMPARE(revoked.status, 200);
    QCOMPARE(revoked.json.value(u"tokensChanged"_s).toInt(), 2);
    const auto until = contract::fromRfc3339(revoked.text("grantedUntil"));
    QVERIFY(until && *until >= sent.set.header().expiresAt
            && *until <= sent.set.header().expiresAt + std::chrono::minutes(2));
    const auto state = [&](const QString& serial) {
        return m_desk->get(u"/tokens/"_s + serial).json;
    };
    QCOMPARE(state(u"T1"_s).value(u"pinState"_s).toString(), u"mustChange"_s);
    QCOMPARE(state(u"T2"_s).value(u"pinState"_s).toString(), u"mustChange"_s);
    QCOMPARE(state(u"T3"_s).value(u"pinState"_s).toString(), u"set"_s);
    QCOMPARE(state(u"T1"_s).value(u"state"_s).toString(), u"disabled"_s);
    QCOMPARE(state(u"T2"_s).value(u"state"_s).toString(), u"disabled"_s);
    QCOMPARE(state(u"T3"_s).value(u"state"_s).toString(), u"active"_s);

    // The other choice may come later.
    m_desk->change(u"UPDATE tokens SET enabled = 1"_s);
    const ApiAnswer again =
        m_desk->post(path, {{u"stolen"_s, true}, {u"tokens"_s, u"disable"_s}, {u"reason"_s, u"INC-1"_s}});
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json.value(u"tokensChanged"_s).toInt(), 2);
    QVERIFY(!state(u"T1"_s).value(u"enabled"_s).toBool(true));
    QCOMPARE(m_desk->post(path, {{u"stolen"_s, true}, {u"reason"_s, u"again"_s}}).code(),
             u"workstation_revoked"_s);
    m_desk->later(std::chrono::days(15));
    const ApiAnswer over =
        m_desk->post(path, {{u"stolen"_s, true}, {u"tokens"_s, u"disable"_s}, {u"reason"_s, u"late"_s}});
    QCOMPARE(over.status, 200);
    QVERIFY(!over.json.contains(u"grantedUntil"_s));
    const auto events = m_desk->events(u"WORKSTATION_REVOKED"_s);
    QCOMPARE(events.size(), 3U);
    QCOMPARE(events[0].detail.value(u"tokens"_s).toString(), u"requireNewPin"_s);
    QCOMPARE(events[2].detail.value(u"tokensGranted"_s).toInt(), 0);
}

void TestOfflineRevocation::whoHasThePinAndACodeTakesNoTokenOver()
{
    m_desk->contact({m_desk->open(m_desk->fetch())});
    const ApiAnswer revoked = m_desk->post(u"/workstations/%1/revoke"_s.arg(m_desk->agent.id()),
                                           {{u"stolen"_s, true}, {u"reason"_s, u"INC-1"_s}});
    QCOMPARE(revoked.status, 200);
    FakeAgent anywhere(*m_desk);
    anywhere.enrol(u"PC-2"_s);
    const auto asThief = [&] {
        return anywhere.logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).text("outcome");
    };
    QCOMPARE(asThief(), u"refused"_s);
    // Nor is the token given back by mistake: not alone, not with many, not anew.
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).code(), u"codes_stolen"_s);
    QVERIFY(m_desk->act(u"T1"_s, u"enable"_s).text("detail").contains(u"PC-1"_s));
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    const QJsonObject person {{u"userId"_s, QString::number(m_desk->anna)}};
    QCOMPARE(m_desk->act(u"T1"_s, u"assign"_s, person).code(), u"codes_stolen"_s);
    QJsonObject accepted = person;
    accepted.insert(u"acceptStolenCodes"_s, true);
    QCOMPARE(m_desk->act(u"T1"_s, u"assign"_s, accepted).status, 200);
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).code(), u"codes_stolen"_s);
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s, {{u"acceptStolenCodes"_s, true}}).status, 200);
    const auto enabled = m_desk->events(u"UPDATE_AM_TOKEN"_s).back();
    QVERIFY2(enabled.sentence.contains(u"although PC-1 was stolen"_s), qPrintable(enabled.sentence));
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    m_desk->later(std::chrono::days(15)); // the last code is over
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).status, 200);
    QCOMPARE(m_desk->events(u"UPDATE_AM_TOKEN"_s).back().detail.value(u"stolenWorkstation"_s).toString(),
             QString());
}

void TestOfflineRevocation::aMoveTellsWhatItMadeVoid()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    const qint64 sales = m_desk->makeDomain(u"Sales"_s);
    const QString strict = m_desk->makePolicy(u"Strict"_s, {{u"offlineDays"_s, 5}});
    QCOMPARE(m_desk
                 ->patch(u"/domains/%1"_s.arg(sales),
                         {{u"offline"_s, QJsonObject {{u"source"_s, u"own"_s}, {u"policyId"_s, strict}}}})
                 .status,
             200);
    QVERIFY(m_desk->events(u"OFFLINE_SETS_VOIDED"_s).empty());
    const auto move = [&](const QString& path, const QString& domain) {
        QCOMPARE(m_desk->patch(path, {{u"domain"_s, domain}}).status, 200);
    };
    const QString person = u"/users/%1"_s.arg(m_desk->anna);
    move(person, u"/Sales"_s);
    QCOMPARE(m_desk->events(u"OFFLINE_SETS_VOIDED"_s).size(), 1U);
    move(person, u"/"_s);
    move(u"/workstations/%1"_s.arg(m_desk->agent.id()), u"/Sales"_s);
    const auto told = m_desk->events(u"OFFLINE_SETS_VOIDED"_s);
    QCOMPARE(told.size(), 2U);
    QCOMPARE(told[1].detail.value(u"sets"_s).toInt(), 1);
    QCOMPARE(told[0].userName, u"anna"_s);
    QCOMPARE(told[1].detail.value(u"workstation"_s).toString(), u"PC-1"_s);
    QCOMPARE(told[1].actor, u"admin"_s);
}

void TestOfflineRevocation::afterARestoreNoCodeIsReadOutThatMayHaveBeenBefore()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    m_desk->database().writeAndWait([&](storage::Connection& connection) {
        authentication::noteRestore(connection, m_desk->eventLog(), {}, {}, m_desk->clock.now());
    });
    m_desk->later(std::chrono::minutes(1));
    m_desk->change(u"UPDATE sessions SET revoked_at = NULL"_s);
    const auto read = [&] {
        return m_desk
            ->post(u"/offline-sets/%1/emergency-codes"_s.arg(
                       m_desk->row(m_desk->anna).value(u"id"_s).toString()),
                   {{u"replaces"_s, u"passcode"_s}, {u"reason"_s, u"INC-1"_s}})
            .code();
    };
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"not_held"_s);
    QCOMPARE(read(), u"set_not_valid"_s);
    QCOMPARE(advice(m_desk->contact({data}), data).value(u"reason"_s).toString(), u"renewal_wanted"_s);
    QCOMPARE(read(), u"code_not_held"_s);
    const HeldData next = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}));
    m_desk->contact({next});
    QVERIFY(number(u"SELECT COUNT(*) FROM offline_codes WHERE held_at IS NOT NULL"_s) > 0);
}

QTEST_GUILESS_MAIN(TestOfflineRevocation)
#include "tst_offline_revocation.moc"
