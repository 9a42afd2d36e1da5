// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/notification_conditions.h"
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::PinStyle;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HeldData;
using holdfast::testing::OfflineDesk;
using offline::Verdict;

// What administrators see of offline data, and do about them.
class TestOfflineBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void theBoardTellsWhatIsComputedAndWhatIsReported();
    void itIsFilteredAndSorted();
    void readinessCountsWhoIsLeftWithoutSoon();
    void aSetIsRenewedExtendedAndRevoked();
    void anExtensionIsNotTakenBackByTheNextSet();
    void aCodeIsReadOutOnlyWhereItIsHeldAndOnce();
    void aReadCodeIsReplacedAtTheNextContact();
    void readingIsGuardedByVerificationAndRank();
    void aCodeThatExpiredIsNotReadOut();
    void aRevokedTripIsNotTakenAlong();
    void rolesSeeAndDoWhatTheyMay();
    void verdictsFollowTheDraft();
    void theCardTellsOfEveryWorkstation();
    void theReportListsThoseWithTheFewestDaysFirst();
    void peopleWhoRunOutAreNotified();
    void leaversAreToldOfUntilTheirDataAreGone();
    void aTripIsGrantedToItsOwnToken();

private:
    ApiAnswer post(const QByteArray& session, const QString& path, const QJsonObject& body = {}) const
    {
        return m_desk->call("POST", u"/api/v1"_s + path,
                            body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(), session);
    }
    QString setId() const { return m_desk->row(m_desk->anna).value(u"id"_s).toString(); }
    std::vector<authentication::NotificationRow> conditions() const
    {
        return m_desk->database().read([&](storage::Connection& connection) {
            return authentication::conditionsNow(m_desk->context(), connection, {}, m_desk->clock.now());
        });
    }
    std::optional<QJsonObject> condition(const QString& kind) const
    {
        for (const auto& one : conditions()) {
            if (one.kind == kind) {
                return one.detail;
            }
        }
        return std::nullopt;
    }
    ApiAnswer readCode(const QString& replaces) const
    {
        return m_desk->post(u"/offline-sets/%1/emergency-codes"_s.arg(setId()),
                            {{u"replaces"_s, replaces}, {u"reason"_s, u"T-1"_s}});
    }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineBoard::theBoardTellsWhatIsComputedAndWhatIsReported()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    QJsonObject row = m_desk->row(m_desk->anna);
    QCOMPARE(row.value(u"state"_s).toString(), u"valid"_s);
    QCOMPARE(row.value(u"userName"_s).toString(), u"anna"_s);
    QCOMPARE(row.value(u"workstationName"_s).toString(), u"PC-1"_s);
    QCOMPARE(row.value(u"tokenSerial"_s).toString(), u"T1"_s);
    QCOMPARE(row.value(u"refill"_s).toString(), u"contact"_s);
    QCOMPARE(row.value(u"policyVersion"_s), m_desk->policy().value(u"version"_s));
    QVERIFY(!row.contains(u"daysReported"_s));
    QVERIFY(row.value(u"codes"_s).toArray().isEmpty()); // nobody knows yet that they are there
    m_desk->later(std::chrono::hours(12));
    m_desk->contact({data});
    row = m_desk->row(m_desk->anna);
    QCOMPARE(row.value(u"daysReported"_s).toDouble(), 13.5);
    QCOMPARE(row.value(u"verifyMilliseconds"_s).toInt(), 61);
    QCOMPARE(row.value(u"codes"_s).toArray().size(), 2);
    QVERIFY(qAbs(row.value(u"daysLeft"_s).toDouble() - 13.5) < 0.01);
    QCOMPARE(m_desk->get(u"/workstations/%1"_s.arg(m_desk->agent.id())).json.value(u"people"_s).toInt(), 1);
    QCOMPARE(m_desk->get(u"/workstations/%1"_s.arg(m_desk->agent.id())).text("agentVersion"), u"0.2"_s);
}

void TestOfflineBoard::itIsFilteredAndSorted()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    const qint64 ben = m_desk->addPerson(u"ben"_s, u"N1"_s, PinStyle::None);
    QCOMPARE(m_desk->fetch(m_desk->agent, u"ben"_s, m_desk->nextCode(u"N1"_s)).status, 200);
    m_desk->later(std::chrono::hours(30));
    QCOMPARE(m_desk->fetch().status, 200);
    const auto names = [&](const QString& query) {
        QStringList found;
        const ApiAnswer page = m_desk->get(u"/offline-sets?"_s + query);
        for (const auto& item : page.items()) {
            found << item.toObject().value(u"userName"_s).toString();
        }
        return page.status == 200 ? found : QStringList {QString::number(page.status)};
    };
    QCOMPARE(names({}), (QStringList {u"ben"_s, u"anna"_s}));
    QCOMPARE(names(u"sort=-daysLeft"_s), (QStringList {u"anna"_s, u"ben"_s}));
    QCOMPARE(names(u"sort=userName"_s), (QStringList {u"anna"_s, u"ben"_s}));
    QCOMPARE(names(u"filter=user:%1"_s.arg(ben)), QStringList {u"ben"_s});
    QCOMPARE(names(u"filter=workstation:%1"_s.arg(m_desk->agent.id())).size(), 2);
    QCOMPARE(names(u"filter=daysBelow:13"_s), QStringList {u"ben"_s});
    QCOMPARE(names(u"filter=-daysBelow:13"_s), QStringList {u"anna"_s});
    QCOMPARE(names(u"filter=PC-1%20ann"_s), QStringList {u"anna"_s});
    QCOMPARE(names(u"filter=state:void"_s), QStringList());
    QCOMPARE(names(u"filter=refill:contact"_s).size(), 2);
    QCOMPARE(names(u"filter=leavers:yes"_s), QStringList());
    QCOMPARE(names(u"filter=state:other"_s), QStringList {u"400"_s});
    const ApiAnswer first = m_desk->get(u"/offline-sets?limit=1&total=true"_s);
    QCOMPARE(first.json.value(u"total"_s).toInt(), 2);
    const ApiAnswer second = m_desk->get(u"/offline-sets?limit=1&after=%1"_s.arg(first.text("next")));
    QCOMPARE(second.items().at(0).toObject().value(u"userName"_s).toString(), u"anna"_s);
}

void TestOfflineBoard::readinessCountsWhoIsLeftWithoutSoon()
{
    QCOMPARE(m_desk->fetch().status, 200);
    ApiAnswer counts = m_desk->get(u"/offline-readiness"_s); // on a Monday, with 14 days
    QCOMPARE(counts.json.value(u"people"_s).toInt(), 1);
    QCOMPARE(counts.json.value(u"validSets"_s).toInt(), 1);
    QCOMPARE(counts.json.value(u"endingBeforeMonday"_s).toInt(), 0);
    QCOMPARE(counts.text("monday"), u"2026-06-08T00:00:00.000Z"_s);
    m_desk->editPolicy({{u"offlineDays"_s, 6}, {u"warnDays"_s, 5}});
    counts = m_desk->get(u"/offline-readiness"_s);
    QCOMPARE(counts.json.value(u"voidSets"_s).toInt(), 1);
    QCOMPARE(counts.json.value(u"people"_s).toInt(), 0);
    QCOMPARE(m_desk->fetch().status, 200);
    counts = m_desk->get(u"/offline-readiness"_s);
    QCOMPARE(counts.json.value(u"endingBeforeMonday"_s).toInt(), 1);
    QCOMPARE(counts.json.value(u"endingSoon"_s).toInt(), 0);
}

void TestOfflineBoard::aSetIsRenewedExtendedAndRevoked()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    const auto advised = [&] {
        return m_desk->contact({data}).json.value(u"sets"_s).toArray().at(0).toObject();
    };
    QCOMPARE(advised().value(u"advice"_s).toString(), u"keep"_s);
    QCOMPARE(m_desk->post(u"/offline-sets/%1/renew"_s.arg(setId())).status, 204);
    QCOMPARE(advised().value(u"advice"_s).toString(), u"renew"_s);
    QVERIFY(m_desk->row(m_desk->anna).value(u"refillWanted"_s).toBool());
    QCOMPARE(m_desk->post(u"/offline-sets/%1/revoke"_s.arg(setId()), {{u"reason"_s, u"T-2"_s}}).status, 204);
    QCOMPARE(advised().value(u"advice"_s).toString(), u"remove"_s);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"revoked"_s);
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}).code(), u"revoked"_s);
    QCOMPARE(m_desk->post(u"/offline-sets/%1/renew"_s.arg(setId())).code(), u"set_over"_s);
    QCOMPARE(m_desk->events(u"OFFLINE_SET_REVOKED"_s).size(), 1U);
    // A logon brings new data.
    QCOMPARE(m_desk->fetch().status, 200);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    // Of a workstation that was stolen all are.
    QCOMPARE(m_desk
                 ->post(u"/workstations/%1/revoke"_s.arg(m_desk->agent.id()),
                        {{u"stolen"_s, true}, {u"tokens"_s, u"requireNewPin"_s}, {u"reason"_s, u"T-3"_s}})
                 .json.value(u"tokensChanged"_s)
                 .toInt(),
             1);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"stolen"_s);
}

void TestOfflineBoard::anExtensionIsNotTakenBackByTheNextSet()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    QCOMPARE(
        m_desk->post(u"/offline-sets/%1/extend"_s.arg(setId()), {{u"days"_s, 7}, {u"reason"_s, u"trip"_s}})
            .status,
        204);
    const HeldData longer = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}));
    QCOMPARE(longer.set.header().days.size(), 21U);
    m_desk->contact({longer});
    QCOMPARE(
        m_desk->contact({longer}).json.value(u"sets"_s).toArray().at(0).toObject()[u"advice"_s].toString(),
        u"keep"_s);
    m_desk->later(std::chrono::days(2));
    QCOMPARE(m_desk->open(m_desk->fetch()).set.header().days.size(), 19U);
}

void TestOfflineBoard::aCodeIsReadOutOnlyWhereItIsHeldAndOnce()
{
    HeldData data = m_desk->open(m_desk->fetch());
    QCOMPARE(readCode(u"passcode"_s).code(), u"code_not_held"_s);
    m_desk->contact({data});
    const ApiAnswer read = readCode(u"passcode"_s);
    QCOMPARE(read.status, 200);
    QCOMPARE(read.text("workstationName"), u"PC-1"_s);
    QCOMPARE(readCode(u"passcode"_s).code(), u"code_read"_s);
    QCOMPARE(data.verify(read.text("code").toLatin1(), m_desk->clock.now()), Verdict::Accepted);
    // The other one is for a lost token: behind the PIN.
    const ApiAnswer tokencode = readCode(u"tokencode"_s);
    QCOMPARE(tokencode.status, 200);
    QCOMPARE(data.verify("4711" + tokencode.text("code").toLatin1(), m_desk->clock.now()), Verdict::Accepted);
    QCOMPARE(data.verify("4712" + tokencode.text("code").toLatin1(), m_desk->clock.now()),
             Verdict::WrongPasscode);
    const auto told = m_desk->events(u"OFFLINE_EMERGENCY_CODE_READ"_s);
    QCOMPARE(told.size(), 2U);
    QVERIFY(!QJsonDocument(told[0].detail).toJson().contains(read.text("code").toLatin1()));
    const QJsonArray codes = m_desk->row(m_desk->anna).value(u"codes"_s).toArray();
    QCOMPARE(codes.at(0).toObject().value(u"readBy"_s).toString(), u"admin"_s);
}

void TestOfflineBoard::aReadCodeIsReplacedAtTheNextContact()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    const QString old = readCode(u"passcode"_s).text("code");
    QCOMPARE(m_desk->contact({data}).json.value(u"sets"_s).toArray().at(0).toObject()[u"advice"_s].toString(),
             u"renew"_s);
    HeldData next = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}));
    QCOMPARE(readCode(u"passcode"_s).code(), u"code_not_held"_s); // nobody knows which one is there
    m_desk->contact({next});
    const ApiAnswer fresh = readCode(u"passcode"_s);
    QCOMPARE(fresh.status, 200);
    QVERIFY(fresh.text("code") != old);
    QCOMPARE(next.verify(old.toLatin1(), m_desk->clock.now()), Verdict::WrongPasscode);
    m_desk->later(std::chrono::minutes(1));
    QCOMPARE(next.verify(fresh.text("code").toLatin1(), m_desk->clock.now()), Verdict::Accepted);
}

void TestOfflineBoard::readingIsGuardedByVerificationAndRank()
{
    m_desk->contact({m_desk->open(m_desk->fetch())});
    const QString path = u"/offline-sets/%1/emergency-codes"_s.arg(setId());
    const QJsonObject body {{u"replaces"_s, u"passcode"_s}, {u"reason"_s, u"T-1"_s}};
    QJsonObject tokens = m_desk->get(u"/policies/token"_s).items().at(0).toObject();
    tokens.insert(u"verifyCallers"_s, true);
    QCOMPARE(m_desk->put(u"/policies/token/"_s + tokens.value(u"id"_s).toString(), tokens).status, 200);
    QCOMPARE(m_desk->post(path, body).code(), u"caller_not_verified"_s);
    tokens = m_desk->get(u"/policies/token"_s).items().at(0).toObject();
    tokens.insert(u"verifyCallers"_s, false);
    QCOMPARE(m_desk->put(u"/policies/token/"_s + tokens.value(u"id"_s).toString(), tokens).status, 200);
    m_desk->setRoles(m_desk->anna, {{Role::SuperAdministrator, u"/"_s}});
    QCOMPARE(post(m_desk->sessionWithRole(Role::HelpDesk), path, body).code(), u"higher_rank"_s);
}

void TestOfflineBoard::aCodeThatExpiredIsNotReadOut()
{
    m_desk->editPolicy({{u"emergencyCodeDays"_s, 1}});
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    m_desk->later(std::chrono::hours(25));
    QCOMPARE(readCode(u"passcode"_s).code(), u"code_expired"_s);
}

void TestOfflineBoard::aRevokedTripIsNotTakenAlong()
{
    m_desk->contact({m_desk->open(m_desk->fetch())});
    const auto extend = [&] {
        return m_desk
            ->post(u"/offline-sets/%1/extend"_s.arg(setId()), {{u"days"_s, 7}, {u"reason"_s, u"trip"_s}})
            .status;
    };
    QCOMPARE(extend(), 204);
    const HeldData trip = m_desk->open(m_desk->fetch());
    QCOMPARE(trip.set.header().days.size(), 21U);
    m_desk->contact({trip});
    QCOMPARE(extend(), 204);
    QCOMPARE(m_desk->post(u"/offline-sets/%1/revoke"_s.arg(setId()), {{u"reason"_s, u"T-2"_s}}).status, 204);
    QCOMPARE(m_desk->open(m_desk->fetch()).set.header().days.size(), 14U);
    QVERIFY(!m_desk->row(m_desk->anna).value(u"refillWanted"_s).toBool());
}

void TestOfflineBoard::rolesSeeAndDoWhatTheyMay()
{
    m_desk->contact({m_desk->open(m_desk->fetch())});
    m_desk->makeDomain(u"Sales"_s);
    const QByteArray elsewhere = m_desk->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const QByteArray helpDesk = m_desk->sessionWithRole(Role::HelpDesk);
    const QByteArray auditor = m_desk->sessionWithRole(Role::Auditor);
    const auto list = [&](const QByteArray& session) {
        return m_desk->call("GET", u"/api/v1/offline-sets"_s, {}, session).items().size();
    };
    QCOMPARE(list(helpDesk), 1);
    QCOMPARE(list(auditor), 1);
    QCOMPARE(list(elsewhere), 0);
    const ApiAnswer counted = m_desk->call("GET", u"/api/v1/offline-readiness"_s, {}, elsewhere);
    QCOMPARE(counted.json.value(u"people"_s).toInt(), 0);
    const QString one = u"/offline-sets/"_s + setId();
    QCOMPARE(post(elsewhere, one + u"/renew"_s).status, 404);
    QCOMPARE(post(helpDesk, one + u"/renew"_s).status, 403);
    QCOMPARE(post(auditor, one + u"/revoke"_s, {{u"reason"_s, u"x"_s}}).status, 403);
    // A policy's settings are not for everybody who may ask why.
    m_desk->editPolicy({{u"minimumPasscodeLength"_s, 12}});
    int cures = 0;
    const ApiAnswer why =
        m_desk->call("GET", u"/api/v1/users/%1/offline-explain"_s.arg(m_desk->anna), {}, helpDesk);
    QCOMPARE(why.status, 200);
    QVERIFY(!why.json.value(u"granted"_s).toBool());
    for (const auto& item : why.json.value(u"checks"_s).toArray()) {
        const QJsonObject cure = item.toObject().value(u"cure"_s).toObject();
        if (cure.value(u"action"_s).toString() == u"changePolicy"_s) {
            ++cures;
            QCOMPARE(cure.value(u"refusal"_s).toString(), u"not_permitted"_s);
            QVERIFY(cure.value(u"body"_s).toObject().isEmpty());
        }
    }
    QCOMPARE(cures, 1);
}

void TestOfflineBoard::verdictsFollowTheDraft()
{
    QJsonObject draft = m_desk->policy();
    draft.insert(u"minimumPasscodeLength"_s, 9);
    draft.insert(u"allowPinpadOrSoftware"_s, false);
    const ApiAnswer answer = m_desk->post(u"/policies/offline/verdicts"_s, draft);
    QCOMPARE(answer.status, 200);
    int pinpads = 0;
    for (const auto& item : answer.json.value(u"verdicts"_s).toArray()) {
        const QJsonObject verdict = item.toObject();
        if (verdict.value(u"kind"_s).toString() == u"pinpad"_s) {
            ++pinpads;
            QVERIFY(!verdict.value(u"allowed"_s).toBool());
            QCOMPARE(verdict.value(u"setting"_s).toString(), u"allowPinpadOrSoftware"_s);
        }
    }
    QCOMPARE(pinpads, 2);
}

void TestOfflineBoard::theCardTellsOfEveryWorkstation()
{
    QCOMPARE(m_desk->fetch().status, 200);
    FakeAgent other(*m_desk);
    other.enrol(u"PC-0"_s);
    QCOMPARE(m_desk->fetch(other, u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).status, 200);
    const QJsonArray held =
        m_desk->get(u"/users/%1/card"_s.arg(m_desk->anna)).json.value(u"offline"_s).toArray();
    QCOMPARE(held.size(), 2);
    QCOMPARE(held.at(0).toObject().value(u"workstationName"_s).toString(), u"PC-0"_s);
    QCOMPARE(held.at(1).toObject().value(u"state"_s).toString(), u"valid"_s);
}

void TestOfflineBoard::theReportListsThoseWithTheFewestDaysFirst()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    m_desk->addPerson(u"ben"_s, u"N1"_s, PinStyle::None);
    QCOMPARE(m_desk->fetch(m_desk->agent, u"ben"_s, m_desk->nextCode(u"N1"_s)).status, 200);
    m_desk->later(std::chrono::hours(2));
    QCOMPARE(m_desk->fetch().status, 200);
    const ApiAnswer csv = m_desk->get(u"/reports/offline-days-left?format=csv"_s);
    QCOMPARE(csv.status, 200);
    const QList<QByteArray> lines = csv.body.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].contains("ben") && lines[2].contains("anna"));
}

void TestOfflineBoard::peopleWhoRunOutAreNotified()
{
    m_desk->editPolicy({{u"offlineDays"_s, 6}});
    QCOMPARE(m_desk->fetch().status, 200);
    const auto ending = condition(u"offlineEnding"_s);
    QVERIFY(ending.has_value());
    QCOMPARE(ending->value(u"people"_s).toInt(), 1);
    QCOMPARE(ending->value(u"monday"_s).toString(), u"2026-06-08T00:00:00.000Z"_s);
    QVERIFY(!condition(u"offlineLeavers"_s));

    // Three more, and one of them has data that last longer elsewhere.
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    for (const QString& name : {u"ben"_s, u"cyd"_s, u"dan"_s}) {
        m_desk->addPerson(name, u"N-"_s + name, PinStyle::None);
        QCOMPARE(m_desk->fetch(m_desk->agent, name, m_desk->nextCode(u"N-"_s + name)).status, 200);
    }
    QCOMPARE(condition(u"offlineEnding"_s)->value(u"people"_s).toInt(), 4);
    m_desk->later(std::chrono::hours(30)); // Tuesday: six days reach beyond Monday
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(m_desk->fetch(other, u"dan"_s, m_desk->nextCode(u"N-dan"_s)).status, 200);
    QCOMPARE(condition(u"offlineEnding"_s)->value(u"people"_s).toInt(), 3);
    QCOMPARE(m_desk->get(u"/offline-readiness"_s).json.value(u"endingBeforeMonday"_s).toInt(), 3);
}

void TestOfflineBoard::leaversAreToldOfUntilTheirDataAreGone()
{
    QCOMPARE(m_desk->fetch().status, 200);
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(m_desk->fetch(other, u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).status, 200);
    QVERIFY(!condition(u"offlineLeavers"_s));
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(m_desk->anna)).status, 200);
    const auto told = [&] {
        const auto found = condition(u"offlineLeavers"_s);
        const QJsonObject counted = m_desk->get(u"/offline-readiness"_s).json;
        return found && counted.value(u"leaversWorkstations"_s) == found->value(u"workstations"_s)
                && counted.value(u"ofLeavers"_s) == found->value(u"sets"_s)
            ? found->value(u"workstations"_s).toInt()
            : found ? -1
                    : 0;
    };
    QCOMPARE(told(), 2);
    QCOMPARE(m_desk->get(u"/offline-sets?filter=leavers:yes"_s).items().size(), 2);
    // That the policy was changed since takes nothing away from where they are.
    m_desk->editPolicy({{u"maxFailures"_s, 3}});
    QCOMPARE(told(), 2);
    QCOMPARE(m_desk->get(u"/offline-sets?filter=leavers:yes"_s).items().size(), 2);
    QCOMPARE(m_desk->post(u"/offline-sets/%1/revoke"_s.arg(setId()), {{u"reason"_s, u"left"_s}}).status, 204);
    QCOMPARE(told(), 1);
    m_desk->later(std::chrono::days(15));
    QCOMPARE(told(), 0);
}

void TestOfflineBoard::aTripIsGrantedToItsOwnToken()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    m_desk->addToken(u"N9"_s, {.style = PinStyle::None});
    m_desk->assign(u"N9"_s, m_desk->anna, false);
    const HeldData withPin = m_desk->open(m_desk->fetch());
    const auto fetchOther = [&] {
        return m_desk->open(m_desk->fetch(m_desk->agent, u"anna"_s, m_desk->nextCode(u"N9"_s)));
    };
    const HeldData without = fetchOther();
    m_desk->contact({withPin, without});
    QString trip;
    const ApiAnswer rows = m_desk->get(u"/offline-sets?filter=user:%1"_s.arg(m_desk->anna));
    for (const auto& item : rows.items()) {
        if (item.toObject().value(u"tokenSerial"_s).toString() == u"T1"_s) {
            trip = item.toObject().value(u"id"_s).toString();
        }
    }
    QCOMPARE(m_desk->post(u"/offline-sets/%1/extend"_s.arg(trip), {{u"days"_s, 7}, {u"reason"_s, u"trip"_s}})
                 .status,
             204);
    QCOMPARE(fetchOther().set.header().days.size(), 14U);
    QCOMPARE(m_desk->open(m_desk->fetch()).set.header().days.size(), 21U);
    QVERIFY(m_desk->events(u"OFFLINE_SET_EXTENDED"_s).back().detail.value(u"days"_s).toInt() == 7);
    // And not to the other workstation.
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(m_desk->open(other, m_desk->fetch(other, u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)))
                 .set.header()
                 .days.size(),
             14U);
}

QTEST_GUILESS_MAIN(TestOfflineBoard)
#include "tst_offline_board.moc"
