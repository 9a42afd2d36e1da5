// SPDX-License-Identifier: Apache-2.0
// What a token policy asks of PINs, as somebody at a VPN gateway meets it.
#include "tests/api/mfa_client.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace Qt::StringLiterals;

namespace {

const QString ada = u"ada"_s;

class Gateway : public MfaClient
{
public:
    Gateway()
    {
        m_user = addUser(ada);
        serial = addToken(m_user, "beforeCode", "notSet");
    }

    void setPolicy(const QJsonObject& changes)
    {
        const QString id = fixture.get(u"/policies/token"_s).items().first()[u"id"].toString();
        QJsonObject policy = fixture.get(u"/policies/token/"_s + id).json;
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            policy.insert(it.key(), it.value());
        }
        const ApiAnswer answer = fixture.put(u"/policies/token/"_s + id, policy);
        QVERIFY2(answer.status == 200, answer.body.constData());
    }
    // With the PIN, or the tokencode alone; each time with a new code.
    MfaAnswer logOn(const QByteArray& pin = {})
    {
        fixture.clock.set(fixture.clock.now() + std::chrono::seconds(90));
        return oneStep(ada, pin + code(serial));
    }
    // Into new-PIN mode, and the PIN that is chosen there.
    MfaAnswer choose(const QByteArray& old, const QByteArray& pin)
    {
        const MfaAnswer asked = logOn(old);
        return verify(asked, u"SECURID_NEWPIN"_s, pin);
    }
    ApiAnswer act(const QString& action) { return fixture.post(u"/tokens/%1/%2"_s.arg(serial, action)); }
    // By a token that keeps the PIN, from its first use on.
    void replace()
    {
        const QString old = std::exchange(serial, addToken(m_user, "beforeCode", "notSet"));
        fixture.database().writeAndWait([&](storage::Connection& connection) {
            connection.change(u"UPDATE tokens SET replaced_by_id ="
                              " (SELECT id FROM tokens WHERE serial = ?) WHERE serial = ?"_s,
                              {serial, old});
            connection.change(u"UPDATE tokens SET keep_pin = 1, replaces_id ="
                              " (SELECT id FROM tokens WHERE serial = ?) WHERE serial = ?"_s,
                              {old, serial});
        });
    }
    void later(int days) { fixture.clock.set(fixture.clock.now() + std::chrono::hours(24 * days)); }

    QString serial;

private:
    qint64 m_user = 0;
};

QString faultOf(const MfaAnswer& answer)
{
    const QJsonArray results = answer.body[u"credentialValidationResults"].toArray();
    return results.last()[u"authnAttributes"][0][u"value"].toString();
}

bool asksForPin(const MfaAnswer& answer)
{
    return answer.methods() == QStringList {u"SECURID_NEWPIN"_s};
}

} // namespace

class TestPinPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAndRepetitionsAreRefused()
    {
        Gateway gateway;
        gateway.setPolicy({{u"pinExcludedWords"_s, QJsonArray {u"2580"_s}}});
        MfaAnswer answer = gateway.choose({}, "125807");
        QCOMPARE(faultOf(answer), u"excluded_word"_s);
        QVERIFY(asksForPin(answer));
        answer = gateway.verify(answer, u"SECURID_NEWPIN"_s, "4747");
        QCOMPARE(faultOf(answer), u"trivial"_s);
        answer = gateway.verify(answer, u"SECURID_NEWPIN"_s, "4711");
        QCOMPARE(answer.response(), u"SUCCESS"_s);
        QCOMPARE(gateway.logOn("4711").response(), u"SUCCESS"_s);
    }

    void earlierPinsAreRefused()
    {
        Gateway gateway;
        gateway.setPolicy({{u"pinHistory"_s, 2}});
        QCOMPARE(gateway.choose({}, "4711").response(), u"SUCCESS"_s);
        for (const auto& [old, pin] :
             {std::pair<QByteArray, QByteArray> {"4711", "4712"}, {"4712", "4713"}, {"4713", "4714"}}) {
            QCOMPARE(gateway.act(u"require-new-pin"_s).status, 200);
            QCOMPARE(gateway.choose(old, pin).response(), u"SUCCESS"_s);
        }
        QCOMPARE(gateway.act(u"require-new-pin"_s).status, 200);
        MfaAnswer answer = gateway.choose("4714", "4712");
        QCOMPARE(faultOf(answer), u"used_before"_s);
        // The present one is refused in any case; the oldest is forgotten.
        answer = gateway.verify(answer, u"SECURID_NEWPIN"_s, "4714");
        QCOMPARE(faultOf(answer), u"same_as_before"_s);
        QCOMPARE(gateway.verify(answer, u"SECURID_NEWPIN"_s, "4711").response(), u"SUCCESS"_s);
    }

    void aClearedPinCannotComeBackEither()
    {
        Gateway gateway;
        gateway.setPolicy({{u"pinHistory"_s, 1}});
        QCOMPARE(gateway.choose({}, "4711").response(), u"SUCCESS"_s);
        QCOMPARE(gateway.act(u"clear-pin"_s).status, 200);
        QCOMPARE(faultOf(gateway.choose({}, "4711")), u"used_before"_s);
    }

    void aPinGetsTooOld()
    {
        Gateway gateway;
        gateway.setPolicy({{u"pinMaxDays"_s, 30}});
        QCOMPARE(gateway.choose({}, "4711").response(), u"SUCCESS"_s);
        gateway.later(29);
        QCOMPARE(gateway.logOn("4711").response(), u"SUCCESS"_s);
        gateway.later(1);
        const MfaAnswer asked = gateway.logOn("4711");
        QVERIFY(asksForPin(asked));
        QCOMPARE(gateway.verify(asked, u"SECURID_NEWPIN"_s, "4712").response(), u"SUCCESS"_s);
        QCOMPARE(gateway.logOn("4712").response(), u"SUCCESS"_s);
    }

    void aPinThatIsTakenOverIsNoYounger()
    {
        Gateway gateway;
        gateway.setPolicy({{u"pinMaxDays"_s, 30}, {u"pinHistory"_s, 2}});
        QCOMPARE(gateway.choose({}, "4711").response(), u"SUCCESS"_s);
        QCOMPARE(gateway.act(u"require-new-pin"_s).status, 200);
        QCOMPARE(gateway.choose("4711", "4712").response(), u"SUCCESS"_s);
        gateway.later(20);
        gateway.replace();
        QCOMPARE(gateway.logOn("4712").response(), u"SUCCESS"_s);
        QCOMPARE(gateway.logOn("4712").response(), u"SUCCESS"_s);
        gateway.later(11);
        MfaAnswer asked = gateway.logOn("4712");
        QVERIFY(asksForPin(asked));
        asked = gateway.verify(asked, u"SECURID_NEWPIN"_s, "4711");
        QCOMPARE(faultOf(asked), u"used_before"_s);
        QCOMPARE(gateway.verify(asked, u"SECURID_NEWPIN"_s, "4713").response(), u"SUCCESS"_s);
    }

    void aStricterPolicyIsAskedOfPinsThatAreThere()
    {
        Gateway gateway;
        QCOMPARE(gateway.choose({}, "4711").response(), u"SUCCESS"_s);
        // Words and history are for PINs that are chosen from now on.
        gateway.setPolicy({{u"pinExcludedWords"_s, QJsonArray {u"4711"_s}}, {u"pinHistory"_s, 5}});
        QCOMPARE(gateway.logOn("4711").response(), u"SUCCESS"_s);
        gateway.setPolicy({{u"pinMinLength"_s, 6}});
        const MfaAnswer asked = gateway.logOn("4711");
        QVERIFY(asksForPin(asked));
        QCOMPARE(asked.prompt()[u"minLength"].toInt(), 6);
        QCOMPARE(gateway.verify(asked, u"SECURID_NEWPIN"_s, "830912").response(), u"SUCCESS"_s);
    }

    void theServiceGivesAPinOnce()
    {
        Gateway gateway;
        gateway.setPolicy({{u"pinChoice"_s, u"service"_s}});
        MfaAnswer asked = gateway.logOn();
        QVERIFY(asksForPin(asked));
        const QString pin = asked.prompt()[u"promptArgs"][0].toString();
        QCOMPARE(pin.size(), 6);
        QVERIFY(asked.prompt()[u"defaultText"].toString().contains(pin));
        asked = gateway.verify(asked, u"SECURID_NEWPIN"_s, pin == u"830912"_s ? "830913" : "830912");
        QCOMPARE(faultOf(asked), u"not_as_given"_s);
        QCOMPARE(asked.prompt()[u"promptArgs"][0].toString(), pin); // the same one again
        QCOMPARE(gateway.verify(asked, u"SECURID_NEWPIN"_s, pin.toLatin1()).response(), u"SUCCESS"_s);
        QCOMPARE(gateway.logOn(pin.toLatin1()).response(), u"SUCCESS"_s);
        for (const contract::Event& event : gateway.fixture.events()) {
            QVERIFY(!QJsonDocument(event.detail).toJson().contains(pin.toLatin1()));
        }
    }

    void theHelpDeskAsksForANewPinWithoutLearningOne()
    {
        Gateway gateway;
        QCOMPARE(gateway.choose({}, "4711").response(), u"SUCCESS"_s);
        const QByteArray helper = gateway.fixture.sessionWithRole(contract::Role::HelpDesk);
        const QString path = u"/api/v1/tokens/%1/require-new-pin"_s.arg(gateway.serial);
        const ApiAnswer answer = gateway.fixture.call("POST", path, {}, helper);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text("pinState"), u"mustChange"_s);
        QVERIFY(asksForPin(gateway.logOn("4711")));
        const auto events = gateway.fixture.events(u"UPDATE_AM_TOKEN"_s);
        QCOMPARE(events.back().detail[u"action"].toString(), u"require-new-pin"_s);
    }

    void wordsThatCannotBeInAPinAreRefused()
    {
        Gateway gateway;
        const QString id = gateway.fixture.get(u"/policies/token"_s).items().first()[u"id"].toString();
        QJsonObject policy = gateway.fixture.get(u"/policies/token/"_s + id).json;
        policy.insert(u"pinExcludedWords"_s, QJsonArray {u"good"_s, u"not good"_s});
        const ApiAnswer answer = gateway.fixture.put(u"/policies/token/"_s + id, policy);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json[u"fields"][0][u"path"].toString(), u"pinExcludedWords[1]"_s);
    }
};

QTEST_GUILESS_MAIN(TestPinPolicy)
#include "tst_pin_policy.moc"
