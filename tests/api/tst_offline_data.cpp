// SPDX-License-Identifier: Apache-2.0
#include "services/otp/oath.h"
#include "services/otp/pin_pad.h"
#include "tests/api/offline_desk.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::EventResult;
using contract::PinStyle;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HeldData;
using holdfast::testing::OfflineDesk;
using offline::Verdict;

// What workstations are given, and what becomes of what they did with it.
class TestOfflineData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aLogonBringsDataThatLetTheirPersonIn();
    void aTicketIsGoodOnceAndARefusalSaysWhy();
    void aRefillNeedsNoPin();
    void aChangedPinNeedsALogon();
    void anAppThatMixesThePinInIsRenewedAtALogonOnly();
    void tokensWithoutPinAndThoseThatCountTakeDataAlong();
    void eachOfFourCausesIsSaidAndCuredByOneClick_data();
    void eachOfFourCausesIsSaidAndCuredByOneClick();
    void theSameCauseStandsInTheEventAndTheExplanation();
    void anEditIsFollowedAtTheNextContact();
    void whatALeaverHeldIsRemoved();
    void aDraftIsOnlyReported();

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

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineData::aLogonBringsDataThatLetTheirPersonIn()
{
    QElapsedTimer timer;
    timer.start();
    const ApiAnswer answer = m_desk->fetch();
    qInfo("logon and 14 days took %lld ms", timer.elapsed());
    HeldData data = m_desk->open(answer);
    QCOMPARE(data.set.header().userName, u"anna"_s);
    QCOMPARE(data.set.header().days.size(), 14U);
    QCOMPARE(data.set.header().policyName, m_desk->policy().value(u"name"_s).toString());

    const auto tryNow = [&](const QByteArray& passcode) {
        return data.verify(passcode, m_desk->clock.now());
    };
    const QByteArray code = m_desk->nextCode(u"T1"_s);
    QCOMPARE(tryNow("4712" + code), Verdict::WrongPasscode);
    QCOMPARE(tryNow("4711" + code), Verdict::Accepted);
    QCOMPARE(tryNow("4711" + code), Verdict::AlreadyUsed);
    m_desk->later(std::chrono::hours(24 * 13 + 23));
    QCOMPARE(tryNow("4711" + m_desk->code(u"T1"_s)), Verdict::Accepted);
    m_desk->later(std::chrono::hours(2));
    QCOMPARE(tryNow("4711" + m_desk->code(u"T1"_s)), Verdict::Expired);

    const auto told = m_desk->events(u"OFFLINE_DATA_DOWNLOAD"_s);
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].userName, u"anna"_s);
    QCOMPARE(told[0].client, u"PC-1"_s);
    QVERIFY(!told[0].sentence.isEmpty());
    QCOMPARE(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s).size(), 0U);
}

void TestOfflineData::aTicketIsGoodOnceAndARefusalSaysWhy()
{
    const ApiAnswer logon = m_desk->agent.logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s));
    const QJsonObject ticket {{u"ticket"_s, logon.text("ticket")}};
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, ticket).status, 200);
    const ApiAnswer again = m_desk->agent.post(u"/offline-sets"_s, ticket);
    QCOMPARE(again.status, 403);
    QCOMPARE(again.code(), u"proof_missing"_s);
    const ApiAnswer neither = m_desk->agent.post(u"/offline-sets"_s, {});
    QCOMPARE(neither.status, 400);
    const auto told = m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s);
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].reason, u"proof_missing"_s);
    QCOMPARE(told[0].result, EventResult::Failure);
}

void TestOfflineData::aRefillNeedsNoPin()
{
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->later(std::chrono::hours(25));
    const ApiAnswer contact = m_desk->contact({first});
    QCOMPARE(contact.status, 200);
    QCOMPARE(adviceWord(contact, first), u"renew"_s);
    HeldData second = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, first.setId}}));
    QVERIFY(second.setId != first.setId);
    QVERIFY(second.set.header().expiresAt > first.set.header().expiresAt);
    QCOMPARE(second.verify("4711" + m_desk->nextCode(u"T1"_s), m_desk->clock.now()), Verdict::Accepted);
    // The one before is superseded.
    QCOMPARE(adviceWord(m_desk->contact({first, second}), first), u"remove"_s);
    QCOMPARE(adviceWord(m_desk->contact({second}), second), u"keep"_s);
    QCOMPARE(adviceWord(m_desk->contact({second}), second), u"keep"_s);
    // And not known any more: a logon is what would tell whose it is.
    QCOMPARE(adviceWord(m_desk->contact({first, second}), first), u"logonNeeded"_s);
    // Nobody else's.
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(other.post(u"/offline-sets"_s, {{u"setId"_s, second.setId}}).code(), u"set_unknown"_s);
}

void TestOfflineData::aChangedPinNeedsALogon()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    // As a logon leaves it whose PIN may not stay: she chooses the next one herself.
    m_desk->change(u"UPDATE tokens SET pin_state = 'mustChange' WHERE serial = 'T1'"_s);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"pin_changed"_s);
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"logonNeeded"_s);
    const ApiAnswer refused = m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"logon_needed"_s);

    // With a new PIN it comes at the logon.
    const ApiAnswer asked = m_desk->agent.logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s));
    QCOMPARE(asked.text("outcome"), u"newPin"_s);
    const ApiAnswer logon = m_desk->agent.goOn(asked, "newPin", "582046");
    QCOMPARE(logon.text("outcome"), u"success"_s);
    HeldData fresh =
        m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"ticket"_s, logon.text("ticket")}}));
    QCOMPARE(fresh.verify("582046" + m_desk->nextCode(u"T1"_s), m_desk->clock.now()), Verdict::Accepted);
    m_desk->contact({fresh});
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
}

void TestOfflineData::anAppThatMixesThePinInIsRenewedAtALogonOnly()
{
    const qint64 ben = m_desk->addPerson(u"ben"_s, u"M1"_s, PinStyle::Mixed, "123456");
    const auto mixed = [&] {
        return otp::mixPin(otp::Code(m_desk->nextCode(u"M1"_s)), "123456").view().toByteArray();
    };
    HeldData data = m_desk->open(m_desk->fetch(m_desk->agent, u"ben"_s, mixed()));
    QVERIFY(data.set.header().pinSalt.isEmpty());
    QCOMPARE(data.verify(mixed(), m_desk->clock.now()), Verdict::Accepted);
    m_desk->later(std::chrono::hours(25));
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"keep"_s);
    m_desk->later(std::chrono::days(9));
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"logonNeeded"_s);
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}).code(), u"logon_needed"_s);
    QCOMPARE(m_desk->row(ben).value(u"refill"_s).toString(), u"logon"_s);
    // Where no PIN could be typed before it, there is no emergency tokencode.
    QCOMPARE(data.set.header().emergency.size(), 1U);
    QCOMPARE(data.set.header().emergency.front().replaces, contract::CodeReplaces::Passcode);
}

void TestOfflineData::tokensWithoutPinAndThoseThatCountTakeDataAlong()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}, {u"logonsPerDay"_s, 5}});
    m_desk->addPerson(u"ben"_s, u"H1"_s, PinStyle::BeforeCode, "4711");
    HeldData counter =
        m_desk->open(m_desk->fetch(m_desk->agent, u"ben"_s, "4711" + m_desk->code(u"H1"_s, 0)));
    QCOMPARE(counter.set.header().days.size(), 1U);
    QCOMPARE(counter.set.header().days.front().firstStep, 1);
    QCOMPARE(counter.set.header().days.front().count, 84); // five a day, and a fifth more
    QCOMPARE(counter.verify("4711" + m_desk->code(u"H1"_s, 3), m_desk->clock.now()), Verdict::Accepted);
    QCOMPARE(counter.verify("4711" + m_desk->code(u"H1"_s, 3), m_desk->clock.now()), Verdict::AlreadyUsed);

    m_desk->addPerson(u"cyd"_s, u"N1"_s, PinStyle::None);
    HeldData pinless = m_desk->open(m_desk->fetch(m_desk->agent, u"cyd"_s, m_desk->nextCode(u"N1"_s)));
    QCOMPARE(pinless.verify(m_desk->nextCode(u"N1"_s), m_desk->clock.now()), Verdict::Accepted);
    m_desk->contact({counter, pinless});
    m_desk->later(std::chrono::hours(25));
    QCOMPARE(adviceWord(m_desk->contact({counter, pinless}), pinless), u"renew"_s);
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, pinless.setId}}).status, 200);
}

void TestOfflineData::eachOfFourCausesIsSaidAndCuredByOneClick_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("check");
    QTest::newRow("minimum length") << u"passcode_too_short"_s << u"offline_passcode_length"_s;
    QTest::newRow("PINPad") << u"pinpad_not_allowed"_s << u"offline_token_kind"_s;
    QTest::newRow("PIN-less") << u"pinless_not_allowed"_s << u"offline_token_kind"_s;
    QTest::newRow("code types") << QString() << u"offline_codes"_s; // ours are given all the same
    QTest::newRow("other domain") << u"policy_of_another_domain"_s << u"offline_policy_domain"_s;
}

void TestOfflineData::eachOfFourCausesIsSaidAndCuredByOneClick()
{
    QFETCH(QString, cause);
    QFETCH(QString, check);
    qint64 user = m_desk->anna;
    QString name = u"anna"_s;
    std::function<QByteArray()> passcode = [&] {
        return "4711" + m_desk->nextCode(u"T1"_s);
    };
    if (cause == u"passcode_too_short"_s) {
        m_desk->editPolicy({{u"minimumPasscodeLength"_s, 11}});
    } else if (cause == u"pinpad_not_allowed"_s) {
        m_desk->editPolicy({{u"minimumPasscodeLength"_s, 9}, {u"allowPinpadOrSoftware"_s, false}});
        name = u"ben"_s;
        user = m_desk->addPerson(name, u"M1"_s, PinStyle::Mixed, "123456");
        passcode = [&] {
            return otp::mixPin(otp::Code(m_desk->nextCode(u"M1"_s)), "123456").view().toByteArray();
        };
    } else if (cause == u"pinless_not_allowed"_s) {
        name = u"cyd"_s;
        user = m_desk->addPerson(name, u"N1"_s, PinStyle::None);
        passcode = [&] {
            return m_desk->nextCode(u"N1"_s);
        };
    } else if (cause.isEmpty()) {
        m_desk->editPolicy({{u"emergencyTokencodes"_s, false}, {u"emergencyPasscodes"_s, false}});
    } else {
        const qint64 sales = m_desk->makeDomain(u"Sales"_s);
        const QString strict = m_desk->makePolicy(u"Strict"_s, {{u"minimumPasscodeLength"_s, 16}});
        QCOMPARE(m_desk
                     ->patch(u"/domains/%1"_s.arg(sales),
                             {{u"offline"_s, QJsonObject {{u"source"_s, u"own"_s}, {u"policyId"_s, strict}}}})
                     .status,
                 200);
        QCOMPARE(m_desk->patch(u"/users/%1"_s.arg(user), {{u"domain"_s, u"/Sales"_s}}).status, 200);
    }

    const ApiAnswer refused = m_desk->fetch(m_desk->agent, name, passcode());
    QCOMPARE(refused.status, cause.isEmpty() ? 200 : 403);
    QCOMPARE(refused.code(), cause);
    const auto told = m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s);
    QCOMPARE(told.size(), cause.isEmpty() ? 0U : 1U);
    if (!told.empty()) {
        QCOMPARE(told[0].reason, cause);
        QCOMPARE(told[0].userName, name);
        QCOMPARE(told[0].detail.value(u"why"_s).toString(), refused.text("detail"));
    }

    const QString path = u"/users/%1/offline-explain?workstationId=%2"_s.arg(user).arg(m_desk->agent.id());
    const ApiAnswer explained = m_desk->get(path);
    QCOMPARE(explained.status, 200);
    QCOMPARE(explained.json.value(u"granted"_s).toBool(), cause.isEmpty());
    if (!cause.isEmpty()) {
        QCOMPARE(explained.text("sentence"), refused.text("detail"));
    }
    QJsonObject found;
    for (const auto& item : explained.json.value(u"checks"_s).toArray()) {
        if (item.toObject().value(u"id"_s).toString() == check) {
            found = item.toObject();
        }
    }
    QCOMPARE(found.value(u"passed"_s).toBool(), cause.isEmpty());
    const QJsonObject cure = found.value(u"cure"_s).toObject();
    QVERIFY(!cure.contains(u"refusal"_s));
    QVERIFY(cure.value(u"needs"_s).toArray().isEmpty());
    testing::ApiHeaders headers;
    if (cure.contains(u"version"_s)) {
        headers.append({"If-Match", '"' + QByteArray::number(cure.value(u"version"_s).toInteger()) + '"'});
    }
    const ApiAnswer applied =
        m_desk->call(cure.value(u"method"_s).toString().toLatin1(), cure.value(u"path"_s).toString(),
                     QJsonDocument(cure.value(u"body"_s).toObject()).toJson(), m_desk->adminToken(), headers);
    QVERIFY2(applied.status == 200, applied.body.constData());

    QVERIFY(m_desk->get(path).json.value(u"granted"_s).toBool());
    const ApiAnswer given = m_desk->fetch(m_desk->agent, name, passcode());
    QCOMPARE(given.status, 200);
    if (cause.isEmpty()) {
        QVERIFY(!m_desk->open(given).set.header().emergency.empty());
    }
}

void TestOfflineData::theSameCauseStandsInTheEventAndTheExplanation()
{
    const auto expect = [&](const QString& cause) {
        const ApiAnswer explained = m_desk->get(
            u"/users/%1/offline-explain?workstationId=%2"_s.arg(m_desk->anna).arg(m_desk->agent.id()));
        QString first;
        for (const auto& item : explained.json.value(u"checks"_s).toArray()) {
            if (first.isEmpty() && !item.toObject().value(u"passed"_s).toBool()) {
                first = item.toObject().value(u"detail"_s).toObject().value(u"reason"_s).toString();
            }
        }
        QCOMPARE(first, cause);
    };
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    const auto refill = [&] {
        return m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}).code();
    };
    m_desk->editPolicy({{u"enabled"_s, false}});
    expect(u"offline_disabled"_s);
    QCOMPARE(refill(), u"offline_disabled"_s);
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"remove"_s);
    m_desk->editPolicy({{u"enabled"_s, true}});
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    expect(u"token_disabled"_s);
    QCOMPARE(refill(), u"token_disabled"_s);
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).status, 200);
    m_desk->change(u"UPDATE users SET enabled = 0 WHERE id = ?"_s, {m_desk->anna});
    expect(u"account_disabled"_s);
    QCOMPARE(refill(), u"account_disabled"_s);
}

void TestOfflineData::anEditIsFollowedAtTheNextContact()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    m_desk->editPolicy({{u"notes"_s, u"nothing that was sent"_s}, {u"minimumPasscodeLength"_s, 10}});
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    QVERIFY(m_desk->events(u"OFFLINE_SETS_VOIDED"_s).empty());

    QJsonObject draft = m_desk->policy();
    draft.insert(u"maxFailures"_s, 3);
    const ApiAnswer preview =
        m_desk->post(u"/policies/offline/%1/preview"_s.arg(draft.value(u"id"_s).toString()), draft);
    QJsonObject replaced;
    for (const auto& effect : preview.json.value(u"effects"_s).toArray()) {
        if (effect.toObject().value(u"id"_s).toString() == u"offline_replaced"_s) {
            replaced = effect.toObject();
        }
    }
    QCOMPARE(replaced.value(u"count"_s).toInt(), 1);
    m_desk->editPolicy({{u"maxFailures"_s, 3}});
    const auto voided = m_desk->events(u"OFFLINE_SETS_VOIDED"_s);
    QCOMPARE(voided.size(), 1U);
    QCOMPARE(voided[0].detail.value(u"sets"_s).toInt(), 1);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"policy_changed"_s);
    const QJsonObject told = advice(m_desk->contact({data}), data);
    QCOMPARE(told.value(u"advice"_s).toString(), u"renew"_s);
    QCOMPARE(told.value(u"reason"_s).toString(), u"policy_changed"_s);
    const HeldData next = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}));
    QCOMPARE(next.set.header().maxFailures, 3);
    m_desk->contact({next});
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);

    // Who would lose what they have is told before.
    draft = m_desk->policy();
    draft.insert(u"minimumPasscodeLength"_s, 11);
    const ApiAnswer harder =
        m_desk->post(u"/policies/offline/%1/preview"_s.arg(draft.value(u"id"_s).toString()), draft);
    QJsonObject lost;
    for (const auto& effect : harder.json.value(u"effects"_s).toArray()) {
        if (effect.toObject().value(u"id"_s).toString() == u"offline_lost"_s) {
            lost = effect.toObject();
        }
    }
    QCOMPARE(lost.value(u"count"_s).toInt(), 1);
    QCOMPARE(lost.value(u"first"_s).toArray().at(0).toObject().value(u"name"_s).toString(), u"anna"_s);
}

void TestOfflineData::whatALeaverHeldIsRemoved()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    m_desk->change(u"UPDATE users SET ends_at = ? WHERE id = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now()), m_desk->anna});
    QCOMPARE(m_desk->get(u"/offline-readiness"_s).json.value(u"leaversWorkstations"_s).toInt(), 1);
    const QJsonObject told = advice(m_desk->contact({data}), data);
    QCOMPARE(told.value(u"advice"_s).toString(), u"remove"_s);
    QCOMPARE(told.value(u"reason"_s).toString(), u"account_ended"_s);
    QVERIFY(!told.value(u"sentence"_s).toString().isEmpty());
}

void TestOfflineData::aDraftIsOnlyReported()
{
    QJsonObject draft = m_desk->policy();
    draft.insert(u"minimumPasscodeLength"_s, 12);
    const QString path = u"/policies/offline/%1/trial"_s.arg(draft.value(u"id"_s).toString());
    QCOMPARE(m_desk->get(path).status, 404);
    QCOMPARE(m_desk->post(path, draft).status, 200);
    const HeldData data = m_desk->open(m_desk->fetch());
    const auto told = m_desk->events(u"OFFLINE_POLICY_TRIAL"_s);
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].userName, u"anna"_s);
    QCOMPARE(told[0].client, u"PC-1"_s);
    QCOMPARE(told[0].detail.value(u"now"_s).toString(), u"granted"_s);
    QCOMPARE(told[0].detail.value(u"would"_s).toString(), u"passcode_too_short"_s);
    const ApiAnswer shown = m_desk->get(path);
    QCOMPARE(shown.json.value(u"differing"_s).toInt(), 1);
    QVERIFY(shown.json.value(u"changes"_s).toObject().contains(u"minimumPasscodeLength"_s));
    QCOMPARE(m_desk->remove(path).status, 204);
    QCOMPARE(m_desk->fetch().status, 200);
    QCOMPARE(m_desk->events(u"OFFLINE_POLICY_TRIAL"_s).size(), 1U);
}

QTEST_GUILESS_MAIN(TestOfflineData)
#include "tst_offline_data.moc"
