// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/tokens.h"
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
using offline::Verdict;

// What ends the data of a workstation, and when they are made anew.
class TestOfflineRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aPinThatWasTakenBackEndsTheData_data();
    void aPinThatWasTakenBackEndsTheData();
    void aPinThatIsGivenBackBringsThemBack();
    void onlyWhatIsDueIsRenewed();
    void refusalsWithoutALogonAreToldOnceAnHour();
    void aForgottenPinSparesTheEmergencyPasscode();
    void aNameThatIsTheirsNoMoreIsNotGoodThere();
    void aCounterIsGivenTheDaysThatItsCodesLast();
    void aSwitchThatASetHasNoPartInLeavesIt();

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

void TestOfflineRenewal::aPinThatWasTakenBackEndsTheData_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("cleared") << u"clear-pin"_s;
    QTest::newRow("another is required") << u"require-new-pin"_s;
}

void TestOfflineRenewal::aPinThatWasTakenBackEndsTheData()
{
    QFETCH(QString, action);
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    QCOMPARE(m_desk->act(u"T1"_s, action).status, 200);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"pin_cleared"_s);
    QCOMPARE(m_desk->get(u"/offline-readiness"_s).json.value(u"needLogon"_s).toInt(), 1);
    QCOMPARE(m_desk->get(u"/offline-readiness"_s).json.value(u"voidSets"_s).toInt(), 0);

    // A new PIN elsewhere does not make the old one good again here.
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    const QByteArray code = m_desk->nextCode(u"T1"_s);
    const ApiAnswer asked =
        other.logOn(u"anna"_s, action == u"clear-pin"_s ? code : QByteArray("4711" + code));
    QCOMPARE(asked.text("outcome"), u"newPin"_s);
    QCOMPARE(other.goOn(asked, "newPin", "582046").text("outcome"), u"success"_s);
    const QJsonObject told = advice(m_desk->contact({data}), data);
    QCOMPARE(told.value(u"advice"_s).toString(), u"remove"_s);
    QCOMPARE(told.value(u"reason"_s).toString(), u"pin_cleared"_s);
    QVERIFY(!told.value(u"sentence"_s).toString().isEmpty());
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}).code(), u"logon_needed"_s);
}

void TestOfflineRenewal::aPinThatIsGivenBackBringsThemBack()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    const auto onToken = [&](const std::function<void(storage::Connection&, qint64)>& what) {
        m_desk->database().writeAndWait([&](storage::Connection& connection) {
            const auto token = authentication::tokens::find(connection, u"T1"_s);
            QVERIFY(token);
            what(connection, token->id);
        });
    };
    authentication::tokens::KeptPin kept;
    onToken([&](storage::Connection& connection, qint64 id) {
        kept = authentication::tokens::pinOf(connection, id);
        authentication::tokens::clearPin(connection, id, m_desk->clock.now());
    });
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"pin_cleared"_s);
    onToken([&](storage::Connection& connection, qint64 id) {
        authentication::tokens::putPinBack(connection, id, kept);
    });
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"keep"_s);
}

void TestOfflineRenewal::onlyWhatIsDueIsRenewed()
{
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->contact({first});
    const auto renew = [&](const HeldData& data) {
        return m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}});
    };
    const ApiAnswer early = renew(first);
    QCOMPARE(early.status, 429);
    QCOMPARE(early.code(), u"renewal_not_due"_s);
    m_desk->later(std::chrono::hours(25));
    QCOMPARE(adviceWord(m_desk->contact({first}), first), u"renew"_s);
    const HeldData second = m_desk->open(renew(first));
    QCOMPARE(renew(first).code(), u"renewal_not_due"_s); // it was made already
    QCOMPARE(renew(second).code(), u"renewal_not_due"_s);
    QCOMPARE(m_desk->events(u"OFFLINE_DATA_DOWNLOAD"_s).size(), 2U);
    QVERIFY(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s).empty());
    // It did not arrive, as the next contact tells.
    m_desk->later(std::chrono::minutes(3));
    QCOMPARE(adviceWord(m_desk->contact({first}), first), u"renew"_s);
    QCOMPARE(renew(first).status, 200);
    // Nothing reaches beyond the token, so that asking again brings nothing.
    const auto end = m_desk->clock.now() + std::chrono::days(3);
    m_desk->change(u"UPDATE tokens SET expires_at = ? WHERE serial = 'T1'"_s,
                   {contract::toMilliseconds(end)});
    const HeldData last = m_desk->open(m_desk->fetch());
    QCOMPARE(last.set.header().expiresAt, end);
    QCOMPARE(adviceWord(m_desk->contact({last}), last), u"keep"_s);
    QCOMPARE(renew(last).code(), u"renewal_not_due"_s);
}

void TestOfflineRenewal::refusalsWithoutALogonAreToldOnceAnHour()
{
    const auto failed = [&] {
        return m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s);
    };
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, u"made-up-%1"_s.arg(i)}}).code(),
                 u"set_unknown"_s);
    }
    QCOMPARE(failed().size(), 1U);
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"ticket"_s, u"made-up"_s}}).code(),
             u"proof_missing"_s);
    QCOMPARE(failed().size(), 2U); // another reason
    m_desk->later(std::chrono::hours(1));
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, u"x"_s}}).code(), u"set_unknown"_s);
    QCOMPARE(failed().size(), 3U);
    QCOMPARE(failed().back().detail.value(u"repeated"_s).toInt(), 4);
    // Behind each of these stands a logon.
    m_desk->editPolicy({{u"enabled"_s, false}});
    QCOMPARE(m_desk->fetch().code(), u"offline_disabled"_s);
    QCOMPARE(m_desk->fetch().code(), u"offline_disabled"_s);
    QCOMPARE(failed().size(), 5U);
}

void TestOfflineRenewal::aForgottenPinSparesTheEmergencyPasscode()
{
    HeldData data = m_desk->open(m_desk->fetch());
    const auto lengthOf = [](const HeldData& of) {
        for (const offline::EmergencyRecord& record : of.set.header().emergency) {
            if (record.replaces == contract::CodeReplaces::Passcode) {
                return record.length;
            }
        }
        return 0;
    };
    QCOMPARE(lengthOf(data), 13); // four and six are ten, four and a tokencode of eight are twelve
    m_desk->editPolicy({{u"maxFailures"_s, 50}});
    data = m_desk->open(m_desk->fetch());
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(data.verify("9999" + m_desk->nextCode(u"T1"_s), m_desk->clock.now()),
                 Verdict::WrongPasscode);
        QCOMPARE(data.verify("999912345678", m_desk->clock.now()), Verdict::WrongPasscode);
    }
    QCOMPARE(data.state.emergencyFailures, 0);
    m_desk->editPolicy({{u"emergencyCodeLetters"_s, true}});
    QCOMPARE(lengthOf(m_desk->open(m_desk->fetch())), 9);
}

void TestOfflineRenewal::aNameThatIsTheirsNoMoreIsNotGoodThere()
{
    const auto call = [&](const QJsonObject& change) {
        return m_desk->patch(u"/users/%1"_s.arg(m_desk->anna), change).status;
    };
    QCOMPARE(
        call({{u"aliases"_s, QJsonArray {u"a.smith"_s, u"annie"_s}}, {u"email"_s, u"anna@example.com"_s}}),
        200);
    HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    QCOMPARE(data.set.header().otherNames.size(), 3);
    QCOMPARE(call({{u"aliases"_s, QJsonArray {u"a.smith"_s, u"annie"_s, u"one more"_s}}}), 200);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    QCOMPARE(call({{u"aliases"_s, QJsonArray {u"annie"_s}}}), 200);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"user_renamed"_s);
    QCOMPARE(m_desk->events(u"OFFLINE_SETS_VOIDED"_s).size(), 1U);
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"renew"_s);
    data = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}));
    QCOMPARE(data.set.header().otherNames, (QStringList {u"annie"_s, u"anna@example.com"_s}));
    m_desk->contact({data});
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    // Where it cannot be renewed, it is removed.
    QCOMPARE(call({{u"email"_s, u""_s}}), 200);
    m_desk->change(u"UPDATE users SET locked_at = ?, failures = 99 WHERE id = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now()), m_desk->anna});
    const QJsonObject told = advice(m_desk->contact({data}), data);
    QCOMPARE(told.value(u"advice"_s).toString(), u"remove"_s);
    QCOMPARE(told.value(u"reason"_s).toString(), u"user_renamed"_s);
}

void TestOfflineRenewal::aCounterIsGivenTheDaysThatItsCodesLast()
{
    m_desk->editPolicy({{u"logonsPerDay"_s, 100}});
    const qint64 ben = m_desk->addPerson(u"ben"_s, u"H1"_s, PinStyle::BeforeCode, "4711");
    const HeldData data =
        m_desk->open(m_desk->fetch(m_desk->agent, u"ben"_s, "4711" + m_desk->code(u"H1"_s, 0)));
    QCOMPARE(data.set.header().days.front().count, 480); // four days of 120; five would be 600
    QCOMPARE(data.set.header().expiresAt, data.set.header().issuedAt + std::chrono::days(4));
    QVERIFY(m_desk->row(ben).value(u"daysLeft"_s).toDouble() <= 4.0);
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"keep"_s);
    const ApiAnswer explained =
        m_desk->get(u"/users/%1/offline-explain?workstationId=%2"_s.arg(ben).arg(m_desk->agent.id()));
    QJsonObject kind;
    for (const auto& item : explained.json.value(u"checks"_s).toArray()) {
        if (item.toObject().value(u"id"_s).toString() == u"offline_token_kind"_s) {
            kind = item.toObject().value(u"detail"_s).toObject();
        }
    }
    QVERIFY(kind.value(u"warning"_s).toBool());
    QCOMPARE(kind.value(u"days"_s).toInt(), 4);
    const ApiAnswer verdicts = m_desk->post(u"/policies/offline/verdicts"_s, m_desk->policy());
    QCOMPARE(verdicts.json.value(u"counterDays"_s).toInt(), 4);
}

void TestOfflineRenewal::aSwitchThatASetHasNoPartInLeavesIt()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    const qint64 cyd = m_desk->addPerson(u"cyd"_s, u"N1"_s, PinStyle::None);
    QCOMPARE(m_desk->fetch(m_desk->agent, u"cyd"_s, m_desk->nextCode(u"N1"_s)).status, 200);
    QCOMPARE(m_desk->fetch().status, 200);
    m_desk->editPolicy({{u"emergencyTokencodes"_s, false}});
    QCOMPARE(m_desk->row(cyd).value(u"state"_s).toString(), u"valid"_s); // it never held one
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"policy_changed"_s);
    m_desk->editPolicy({{u"emergencyPasscodes"_s, false}});
    QCOMPARE(m_desk->row(cyd).value(u"stateReason"_s).toString(), u"policy_changed"_s);
}

QTEST_GUILESS_MAIN(TestOfflineRenewal)
#include "tst_offline_renewal.moc"
