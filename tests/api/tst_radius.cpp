// SPDX-License-Identifier: Apache-2.0
// /radius/v1 as FreeRADIUS's rlm_rest speaks it; tests/system/tst_radius drives a real FreeRADIUS.
#include "services/authentication/api/radius_attributes.h"
#include "tests/api/mfa_client.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;

namespace {

const QString ada = QStringLiteral("ada");

QJsonObject attribute(const QString& value)
{
    return {{QStringLiteral("type"), QStringLiteral("string")},
            {QStringLiteral("value"), QJsonArray {value}}};
}

struct RadiusAnswer
{
    int status = 0;
    QJsonObject attributes;

    [[nodiscard]] QJsonArray values(const char* name) const
    {
        return attributes.value(QLatin1String(name)).toObject().value(u"value").toArray();
    }
    [[nodiscard]] QString state() const { return values("reply:State").at(0).toString(); }
    [[nodiscard]] QString message() const { return values("reply:Reply-Message").at(0).toString(); }
    [[nodiscard]] bool challenges() const
    {
        return status == 401
            && values("control:Response-Packet-Type").at(0) == QStringLiteral("Access-Challenge");
    }
    [[nodiscard]] bool rejects() const { return status == 401 && attributes.isEmpty(); }
    [[nodiscard]] bool accepts() const { return status == 204; }
};

RadiusAnswer ask(const MfaClient& client, const QJsonObject& attributes, const QString& query = {})
{
    const ApiAnswer answer = client.fixture.call("POST", QStringLiteral("/radius/v1/authenticate") + query,
                                                 QJsonDocument(attributes).toJson(QJsonDocument::Compact), {},
                                                 {{QByteArray("client-key"), client.key}});
    return {answer.status, answer.json};
}

RadiusAnswer ask(const MfaClient& client, const QString& name, const QByteArray& password,
                 const QString& state = {}, const QString& query = {})
{
    QJsonObject attributes {{QStringLiteral("User-Name"), attribute(name)},
                            {QStringLiteral("User-Password"), attribute(QString::fromUtf8(password))},
                            {QStringLiteral("NAS-IP-Address"), attribute(QStringLiteral("192.0.2.7"))}};
    if (!state.isEmpty()) {
        attributes.insert(QStringLiteral("State"), attribute(state));
    }
    return ask(client, attributes, query);
}

} // namespace

class TestRadius : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsNothingButAnAddress()
    {
        const QString longText = QStringLiteral("192.0.2.7") + QChar(0) + QString(5000, QLatin1Char('x'));
        MfaClient client;
        QVERIFY(ask(client,
                    {{QStringLiteral("User-Name"), attribute(ada)},
                     {QStringLiteral("User-Password"), attribute(QStringLiteral("123456"))},
                     {QStringLiteral("NAS-IP-Address"), attribute(longText)}})
                    .rejects());
        QCOMPARE(client.fixture.events(QStringLiteral("AUTHN_LOGIN_EVENT")).back().clientAddress,
                 QStringLiteral("192.0.2.7"));
    }
    void aGoodPasscodeIsAcceptedOnce()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        QVERIFY(ask(client, ada, client.code(serial)).accepts());
        QVERIFY(ask(client, ada, client.code(serial)).rejects());
        const auto logons = client.fixture.events(QStringLiteral("AUTHN_LOGIN_EVENT"));
        QCOMPARE(logons.size(), std::size_t {2});
        QCOMPARE(logons[0].clientAddress, QStringLiteral("192.0.2.7"));
    }

    void aRejectionIsAlikeForEverybody()
    {
        MfaClient client;
        client.addToken(client.addUser(ada));
        const RadiusAnswer known = ask(client, ada, "000000");
        const RadiusAnswer unknown = ask(client, QStringLiteral("nobody"), "000000");
        QVERIFY(known.rejects());
        QVERIFY(unknown.rejects());
        QCOMPARE(client.failures(ada), 1);
    }

    void anEmptyPasswordAsksForOne()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        RadiusAnswer answer = ask(client, ada, "", {}, QStringLiteral("?lang=de_DE"));
        QVERIFY(answer.challenges());
        QVERIFY(answer.message().startsWith(QStringLiteral("Geben Sie")));
        QVERIFY(ask(client, ada, "", answer.state()).rejects());
        QVERIFY(ask(client, ada, "000000", answer.state()).rejects());
        QVERIFY(ask(client, ada, client.code(serial), answer.state()).accepts());
    }

    void emptyPasswordsLeaveRoomForOthers()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        for (int i = 0; i < 10'500; ++i) { // more than a client may have open
            QVERIFY(ask(client, QStringLiteral("stranger"), "").challenges());
        }
        QVERIFY(ask(client, ada, client.code(serial)).accepts());
    }

    void theNextTokencodeIsAskedFor()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        const RadiusAnswer answer = ask(client, ada, client.code(serial));
        QVERIFY(answer.challenges());
        QVERIFY(answer.message().startsWith(QStringLiteral("Wait until")));
        QVERIFY(ask(client, ada, client.code(serial, 1), answer.state()).accepts());
        QVERIFY(ask(client, ada, client.code(serial, 1), answer.state()).rejects()); // answered already
    }

    void aNewPinIsAskedForTwice()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada), "beforeCode", "notSet");
        RadiusAnswer answer = ask(client, ada, client.code(serial));
        QVERIFY(answer.challenges());
        QVERIFY(answer.message().startsWith(QStringLiteral("Choose a new PIN")));
        answer = ask(client, ada, "4711", answer.state());
        QVERIFY(answer.challenges());
        QCOMPARE(answer.message(), QStringLiteral("Enter the new PIN again."));
        answer = ask(client, ada, "4712", answer.state());
        QVERIFY(answer.challenges());
        QVERIFY(answer.message().startsWith(QStringLiteral("The two PINs were not the same. Choose")));
        answer = ask(client, ada, "1234", answer.state());
        answer = ask(client, ada, "1234", answer.state());
        QVERIFY(answer.challenges());
        QVERIFY(answer.message().contains(QStringLiteral("easy to guess")));
        answer = ask(client, ada, "4711", answer.state());
        QVERIFY(ask(client, ada, "4711", answer.state()).accepts());
        client.fixture.clock.advance(30s);
        QVERIFY(ask(client, ada, "4711" + client.code(serial)).accepts());
    }

    // Whoever begins as themselves must not end as somebody else.
    void aStateBelongsToOneNameAndOneClient()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.addToken(client.addUser(QStringLiteral("root")));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        const RadiusAnswer answer = ask(client, ada, client.code(serial));
        const QByteArray next = client.code(serial, 1);
        QVERIFY(ask(client, QStringLiteral("root"), next, answer.state()).rejects());
        const QByteArray key = std::exchange(client.key, client.addClient(QStringLiteral("other")));
        QVERIFY(ask(client, ada, next, answer.state()).rejects());
        client.key = key;
        QVERIFY(ask(client, ada, next, answer.state()).accepts());
    }

    void aStateThatIsNoneIsRejected_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("rubbish") << QStringLiteral("rubbish");
        QTest::newRow("octets") << QStringLiteral("0x00ff00");
        QTest::newRow("no attempt") << QStringLiteral("..n");
        QTest::newRow("unknown attempt") << QStringLiteral("a.b.n");
        QTest::newRow("unknown step") << QStringLiteral("a.b.z");
    }
    void aStateThatIsNoneIsRejected()
    {
        QFETCH(QString, state);
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        QVERIFY(ask(client, ada, client.code(serial), state).rejects());
        QVERIFY(ask(client, ada, client.code(serial)).accepts()); // nothing was consumed
    }

    void aStepCannotBeSkipped()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        const RadiusAnswer answer = ask(client, ada, client.code(serial));
        QByteArray state = QByteArray::fromHex(answer.state().toLatin1().sliced(2));
        for (const char step : {'p', 'n', 'c'}) {
            state.back() = step;
            const RadiusAnswer forged = ask(client, ada, "4711", QString::fromLatin1("0x" + state.toHex()));
            QVERIFY(!forged.accepts());
            QVERIFY(!forged.challenges());
        }
        QCOMPARE(client.failures(ada), 0);
    }

    void anExpiredAttemptIsOver()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        const RadiusAnswer answer = ask(client, ada, client.code(serial));
        client.fixture.clock.advance(6min);
        QVERIFY(ask(client, ada, client.code(serial, 1), answer.state()).rejects());
    }

    // FreeRADIUS would take 401 for the person's fault.
    void aWrongKeyIsNoRejection()
    {
        MfaClient client;
        client.key = "wrong";
        QCOMPARE(ask(client, ada, "123456").status, 403);
        client.key.clear();
        QCOMPARE(ask(client, ada, "123456").status, 403);
    }

    void whatIsMalformedIsFourHundred()
    {
        const MfaClient client;
        QCOMPARE(ask(client, QJsonObject {}).status, 400);
        QCOMPARE(ask(client, QString(), "1").status, 400);
        QCOMPARE(ask(client, QString(256, u'a'), "1").status, 400);
        QCOMPARE(ask(client, ada, QByteArray(129, '1')).status, 400);
        QCOMPARE(ask(client, ada, "1", QString(254, u's')).status, 400);
        QCOMPARE(ask(client, {{QStringLiteral("User-Name"), 7}}).status, 400);
    }

    void aLongMessageIsCutBetweenCharacters()
    {
        const QString text = QString(252, u'a') + QStringLiteral("äöü") + QString(300, u'b');
        const QJsonObject reply = authentication::radius::challengeAttributes("s", text);
        QString joined;
        for (const auto& piece : reply.value(u"reply:Reply-Message").toObject().value(u"value").toArray()) {
            QVERIFY(piece.toString().toUtf8().size() <= 253);
            joined += piece.toString();
        }
        QCOMPARE(joined, text);
    }
};

QTEST_GUILESS_MAIN(TestRadius)
#include "tst_radius.moc"
