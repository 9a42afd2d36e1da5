// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pin_pad.h"
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

// Which emergency codes are read out, and who sees which token.
class TestOfflineReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aLostTokensCodeIsReadOutAndStays();
    void aCodeThatIsAboutToBeDeletedIsNotReadOut();
    void aTokencodeThatWouldNotBeTakenIsNotReadOut();
    void theReadingSaysWhatReplacesIt();
    void whoMayNotSeeTokensSeesNoSerial();
    void oneTokenIsExplainedAlone();

private:
    QString setId() const { return m_desk->row(m_desk->anna).value(u"id"_s).toString(); }
    ApiAnswer readCode(const QString& replaces) const
    {
        return m_desk->post(u"/offline-sets/%1/emergency-codes"_s.arg(setId()),
                            {{u"replaces"_s, replaces}, {u"reason"_s, u"T-1"_s}});
    }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineReading::aLostTokensCodeIsReadOutAndStays()
{
    m_desk->editPolicy({{u"allowPinless"_s, true}});
    const qint64 cyd = m_desk->addPerson(u"cyd"_s, u"N1"_s, PinStyle::None);
    HeldData data = m_desk->open(m_desk->fetch());
    const HeldData pinless = m_desk->open(m_desk->fetch(m_desk->agent, u"cyd"_s, m_desk->nextCode(u"N1"_s)));
    m_desk->contact({data, pinless});
    QCOMPARE(m_desk->act(u"T1"_s, u"lost"_s).status, 200);
    QCOMPARE(m_desk->act(u"N1"_s, u"lost"_s).status, 200);
    const ApiAnswer told = m_desk->contact({data, pinless});
    QHash<QString, QString> advised;
    for (const auto& item : told.json.value(u"sets"_s).toArray()) {
        advised.insert(item.toObject()[u"setId"_s].toString(), item.toObject()[u"advice"_s].toString());
    }
    QCOMPARE(advised.value(data.setId), u"keep"_s);
    QCOMPARE(advised.value(pinless.setId), u"remove"_s); // whoever finds it needs nothing else
    QCOMPARE(m_desk->row(cyd).value(u"codes"_s).toArray().size(), 0);
    const ApiAnswer code = readCode(u"tokencode"_s);
    QCOMPARE(code.status, 200);
    QVERIFY(!code.json.contains(u"replacedBy"_s)); // data of a lost token are not renewed
    QCOMPARE(data.verify("4711" + code.text("code").toLatin1(), m_desk->clock.now()), Verdict::Accepted);
}

void TestOfflineReading::aCodeThatIsAboutToBeDeletedIsNotReadOut()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->contact({data});
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    QCOMPARE(m_desk->contact({data}).json.value(u"sets"_s).toArray().at(0).toObject()[u"advice"_s].toString(),
             u"remove"_s);
    QCOMPARE(readCode(u"passcode"_s).code(), u"code_not_held"_s);
    // It was not removed after all, and nobody needs it to be any more.
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).status, 200);
    m_desk->later(std::chrono::minutes(2));
    m_desk->contact({data});
    QCOMPARE(readCode(u"passcode"_s).status, 200);
}

void TestOfflineReading::aTokencodeThatWouldNotBeTakenIsNotReadOut()
{
    HeldData data = m_desk->open(m_desk->fetch());
    data.state.failures = data.set.header().maxFailures;
    m_desk->contact({data});
    const ApiAnswer often = readCode(u"tokencode"_s);
    QCOMPARE(often.code(), u"too_many_failures"_s);
    QVERIFY(often.text("detail").contains(u"passcode"_s));
    data.state.failures = data.set.header().maxFailures - 1;
    m_desk->contact({data});
    m_desk->change(u"UPDATE tokens SET pin_set_at = 5 WHERE serial = 'T1'"_s);
    const ApiAnswer changed = readCode(u"tokencode"_s);
    QCOMPARE(changed.code(), u"pin_changed"_s);
    QVERIFY(changed.text("detail").contains(u"passcode"_s));
    const ApiAnswer passcode = readCode(u"passcode"_s);
    QCOMPARE(passcode.status, 200);
    QCOMPARE(data.verify(passcode.text("code").toLatin1(), m_desk->clock.now()), Verdict::Accepted);
    m_desk->change(u"UPDATE tokens SET pin_set_at = NULL WHERE serial = 'T1'"_s);
    QCOMPARE(readCode(u"tokencode"_s).status, 200);
}

void TestOfflineReading::theReadingSaysWhatReplacesIt()
{
    m_desk->contact({m_desk->open(m_desk->fetch())});
    ApiAnswer read = readCode(u"passcode"_s);
    QCOMPARE(read.text("replacedBy"), u"contact"_s);
    QVERIFY(read.text("sentence").contains(u"next contact"_s));
    const qint64 ben = m_desk->addPerson(u"ben"_s, u"M1"_s, PinStyle::Mixed, "123456");
    const QByteArray mixed = otp::mixPin(otp::Code(m_desk->nextCode(u"M1"_s)), "123456").view().toByteArray();
    m_desk->contact({m_desk->open(m_desk->fetch(m_desk->agent, u"ben"_s, mixed))});
    read = m_desk->post(u"/offline-sets/%1/emergency-codes"_s.arg(m_desk->row(ben).value(u"id"_s).toString()),
                        {{u"replaces"_s, u"passcode"_s}, {u"reason"_s, u"T-1"_s}});
    QCOMPARE(read.text("replacedBy"), u"logon"_s);
    QVERIFY(read.text("sentence").contains(u"Only a logon at PC-1"_s));
}

void TestOfflineReading::whoMayNotSeeTokensSeesNoSerial()
{
    m_desk->contact({m_desk->open(m_desk->fetch())});
    const QJsonArray rights {u"viewUsers"_s, u"viewWorkstations"_s};
    const ApiAnswer role = m_desk->post(u"/roles"_s, {{u"name"_s, u"Looker"_s}, {u"permissions"_s, rights}});
    QCOMPARE(role.status, 201);
    const QByteArray session = m_desk->sessionWithRole(role.text("key"));
    const auto seen = [&](const QString& path) {
        const ApiAnswer answer = m_desk->call("GET", u"/api/v1"_s + path, {}, session);
        return answer.status == 200 ? answer.body : QByteArray::number(answer.status);
    };
    const QString explain =
        u"/users/%1/offline-explain?workstationId=%2"_s.arg(m_desk->anna).arg(m_desk->agent.id());
    m_desk->editPolicy({{u"minimumPasscodeLength"_s, 12}});
    const QStringList paths {explain, u"/offline-sets"_s, u"/users/%1/card"_s.arg(m_desk->anna)};
    for (const QString& path : paths) {
        const QByteArray body = seen(path);
        QVERIFY2(body.contains("anna") && !body.contains("T1"), body.constData());
        QVERIFY(m_desk->get(path).body.contains("T1"));
    }
    const QJsonObject why = QJsonDocument::fromJson(seen(explain)).object();
    QVERIFY(!why.value(u"granted"_s).toBool());
    QVERIFY(why.value(u"sentence"_s).toString().contains(u"tokens"_s));
    QCOMPARE(seen(explain + u"&token=T1"_s), QByteArray("404"));
    QCOMPARE(
        QJsonDocument::fromJson(seen(u"/offline-sets?filter=T1"_s)).object()[u"items"_s].toArray().size(), 0);
    QCOMPARE(m_desk->get(u"/offline-sets?filter=T1"_s).items().size(), 1);
}

void TestOfflineReading::oneTokenIsExplainedAlone()
{
    m_desk->addToken(u"N9"_s, {.style = PinStyle::None});
    m_desk->assign(u"N9"_s, m_desk->anna, false);
    const auto explained = [&](const QString& token) {
        return m_desk->get(
            u"/users/%1/offline-explain?workstationId=%2"_s.arg(m_desk->anna).arg(m_desk->agent.id())
            + (token.isEmpty() ? QString() : u"&token="_s + token));
    };
    QVERIFY(explained({}).json.value(u"granted"_s).toBool());
    const ApiAnswer alone = explained(u"N9"_s);
    QVERIFY(!alone.json.value(u"granted"_s).toBool());
    QCOMPARE(alone.json.value(u"causes"_s)[0][u"reason"_s].toString(), u"pinless_not_allowed"_s);
    QCOMPARE(explained(u"T2"_s).status, 404);
    // What a logon must bring is said before, and known after.
    const auto pin = [&] {
        for (const auto& item : explained(u"T1"_s).json.value(u"checks"_s).toArray()) {
            if (item.toObject()[u"id"_s].toString() == u"offline_pin"_s) {
                return item.toObject()[u"detail"_s].toObject()[u"reason"_s].toString();
            }
        }
        return u"no such check"_s;
    };
    QCOMPARE(pin(), u"pin_not_known"_s);
    m_desk->contact({m_desk->open(m_desk->fetch())});
    QCOMPARE(pin(), QString());
    m_desk->change(u"UPDATE tokens SET pin_state = 'mustChange' WHERE serial = 'T1'"_s);
    QCOMPARE(pin(), u"logon_needed"_s);
}

QTEST_GUILESS_MAIN(TestOfflineReading)
#include "tst_offline_reading.moc"
