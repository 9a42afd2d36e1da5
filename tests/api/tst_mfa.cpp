// SPDX-License-Identifier: Apache-2.0
#include "tests/api/mfa_client.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;

namespace {

const QString ada = QStringLiteral("ada");

} // namespace

class TestMfa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodPasscodeSucceedsInOneStep()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        const MfaAnswer answer = client.oneStep(ada, client.code(serial));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.response(), QStringLiteral("SUCCESS"));
        QCOMPARE(answer.reason(), QStringLiteral("CREDENTIAL_VERIFIED"));
        QCOMPARE(answer.lastResult(), QStringLiteral("SUCCESS"));
        QCOMPARE(answer.lastMethod(), QStringLiteral("SECURID"));
        QVERIFY(answer.challenges().isEmpty());
        QCOMPARE(answer.context("inResponseTo"), QStringLiteral("m1"));
        // The same code again.
        const MfaAnswer again = client.oneStep(ada, client.code(serial));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.response(), QStringLiteral("FAIL"));
        QCOMPARE(again.reason(), QStringLiteral("VERIFY_ERROR"));
        QCOMPARE(again.lastResult(), QStringLiteral("FAIL"));
    }

    void anAttemptWithoutCredentialsIsAlikeForEverybody()
    {
        MfaClient client;
        client.addToken(client.addUser(ada));
        QList<QJsonObject> bodies;
        for (const QString& name : {ada, QStringLiteral("nobody")}) {
            MfaAnswer answer = client.initialize(name);
            QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
            QCOMPARE(answer.reason(), QStringLiteral("AUTHENTICATION_REQUIRED"));
            QCOMPARE(answer.methods(),
                     (QStringList {QStringLiteral("SECURID"), QStringLiteral("EMERGENCY_TOKENCODE")}));
            bodies << answer.withoutIds();
            answer = client.verify(answer, QStringLiteral("SECURID"), "000000");
            QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
            QCOMPARE(answer.lastResult(), QStringLiteral("FAIL")); // invites a retry
            bodies << answer.withoutIds();
        }
        QCOMPARE(bodies[0], bodies[2]);
        QCOMPARE(bodies[1], bodies[3]);
    }

    void whatClientsRelyOnIsThere()
    {
        MfaClient client;
        const MfaAnswer answer = client.initialize(QStringLiteral("nobody"), QStringLiteral("us_EN"));
        for (const auto& set : answer.challenges()) {
            for (const auto& method : set.toObject().value(u"requiredMethods").toArray()) {
                QVERIFY(method.toObject().contains(u"displayName"));
                const QJsonArray versions = method.toObject().value(u"versions").toArray();
                QVERIFY(versions.at(0).toObject().value(u"methodAttributes").isArray());
                QVERIFY(versions.at(0).toObject().value(u"valueRequired").toBool());
            }
        }
    }

    void severalStepsAllowARetryAndEndAfterThree()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        MfaAnswer answer = client.initialize(ada);
        answer = client.verify(answer, QStringLiteral("SECURID"), "000000");
        QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
        answer = client.verify(answer, QStringLiteral("SECURID"), client.code(serial));
        QCOMPARE(answer.response(), QStringLiteral("SUCCESS"));

        answer = client.initialize(ada);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
            answer = client.verify(answer, QStringLiteral("SECURID"), "000000");
        }
        QCOMPARE(answer.response(), QStringLiteral("FAIL"));
        QCOMPARE(client.verify(answer, QStringLiteral("SECURID"), "000000").response(),
                 QStringLiteral("ERROR"));
    }

    void aMessageOutOfTurnIsAnErrorAndConsumesNothing()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        const MfaAnswer first = client.initialize(ada);
        MfaAnswer forged = first;
        forged.setContext("messageId", QStringLiteral("guessed"));
        MfaAnswer error = client.verify(forged, QStringLiteral("SECURID"), client.code(serial));
        QCOMPARE(error.status, 200);
        QCOMPARE(error.response(), QStringLiteral("ERROR"));
        QCOMPARE(error.lastResult(), QStringLiteral("ERROR"));
        forged = first;
        forged.setContext("authnAttemptId", QStringLiteral("another"));
        QCOMPARE(client.verify(forged, QStringLiteral("SECURID"), client.code(serial)).response(),
                 QStringLiteral("ERROR"));
        QCOMPARE(client.verify(first, QStringLiteral("SECURID_NEWPIN"), "4711").response(),
                 QStringLiteral("ERROR"));
        // Another program's attempts are none of this one's business.
        const QByteArray key = client.key;
        client.key = client.addClient(QStringLiteral("other"));
        QCOMPARE(client.verify(first, QStringLiteral("SECURID"), client.code(serial)).response(),
                 QStringLiteral("ERROR"));
        client.key = key;
        QCOMPARE(client.verify(first, QStringLiteral("SECURID"), client.code(serial)).response(),
                 QStringLiteral("SUCCESS"));
        // Answered already.
        QCOMPARE(client.verify(first, QStringLiteral("SECURID"), client.code(serial)).response(),
                 QStringLiteral("ERROR"));
        QCOMPARE(client.failures(ada), 0);
    }

    void parallelAnswersToOneChallengeAreServedOnce()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        const MfaAnswer challenge = client.initialize(ada);
        const QByteArray code = client.code(serial);
        QStringList responses(8);
        std::vector<std::thread> threads;
        for (QString& response : responses) {
            threads.emplace_back(
                [&] { response = client.verify(challenge, QStringLiteral("SECURID"), code).response(); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(responses.count(QStringLiteral("SUCCESS")), 1);
        QCOMPARE(responses.count(QStringLiteral("ERROR")), 7);
        QCOMPARE(client.failures(ada), 0);
    }

    void statusTellsOnceUnlessTheAttemptIsKept()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        MfaAnswer attempt = client.initialize(ada);
        MfaAnswer status = client.status(attempt);
        QCOMPARE(status.response(), QStringLiteral("CHALLENGE"));
        attempt = client.verify(attempt, QStringLiteral("SECURID"), client.code(serial));
        status = client.status(attempt);
        QCOMPARE(status.response(), QStringLiteral("SUCCESS"));
        QCOMPARE(status.text("subjectName"), ada);
        QCOMPARE(status.body.value(u"successfulMethods").toArray(), QJsonArray {QStringLiteral("SECURID")});
        QVERIFY(status.body.contains(u"attemptExpires"));
        QCOMPARE(client.status(attempt).response(), QStringLiteral("ERROR"));

        client.fixture.clock.advance(30s);
        const MfaAnswer kept =
            client.oneStep(ada, client.code(serial), {{QStringLiteral("keepAttempt"), true}});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(client.status(kept).response(), QStringLiteral("SUCCESS"));
        }
        QCOMPARE(client.status(kept, true).response(), QStringLiteral("SUCCESS")); // and remove
        QCOMPARE(client.status(kept).response(), QStringLiteral("ERROR"));
    }

    void aCancelledOrExpiredAttemptIsOver()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        MfaAnswer attempt = client.initialize(ada);
        QCOMPARE(client.cancel(attempt).response(), QStringLiteral("FAIL"));
        QCOMPARE(client.verify(attempt, QStringLiteral("SECURID"), client.code(serial)).response(),
                 QStringLiteral("ERROR"));
        attempt = client.initialize(ada);
        client.fixture.clock.advance(5min);
        QCOMPARE(client.verify(attempt, QStringLiteral("SECURID"), client.code(serial)).response(),
                 QStringLiteral("ERROR"));
        QCOMPARE(client.failures(ada), 0);
    }

    void newPinModeAsksUntilThePinIsGood_data()
    {
        QTest::addColumn<QString>("method");
        QTest::newRow("as most spell it") << QStringLiteral("SECURID_NEWPIN");
        QTest::newRow("as one client spells it") << QStringLiteral("SECURID_NEW_PIN");
    }
    void newPinModeAsksUntilThePinIsGood()
    {
        QFETCH(QString, method);
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada), "beforeCode", "notSet");
        MfaAnswer answer = client.oneStep(ada, client.code(serial));
        QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
        QCOMPARE(answer.lastResult(), QStringLiteral("SUCCESS")); // one more factor, no retry
        QCOMPARE(answer.methods(), QStringList {QStringLiteral("SECURID_NEWPIN")});
        const QJsonObject prompt = answer.prompt();
        QVERIFY(prompt.value(u"valueBeingDefined").toBool());
        QCOMPARE(prompt.value(u"minLength").toInt(), 4);
        QCOMPARE(prompt.value(u"maxLength").toInt(), 8);
        QVERIFY(QRegularExpression(prompt.value(u"formatRegex").toString())
                    .match(QStringLiteral("4711"))
                    .hasMatch());
        answer = client.verify(answer, method, "1234");
        QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
        QCOMPARE(answer.lastResult(), QStringLiteral("FAIL"));
        QVERIFY(answer.prompt().value(u"defaultText").toString().contains(QStringLiteral("easy to guess")));
        answer = client.verify(answer, method, "4711");
        QCOMPARE(answer.response(), QStringLiteral("SUCCESS"));
        client.fixture.clock.advance(30s);
        QCOMPARE(client.oneStep(ada, "4711" + client.code(serial)).response(), QStringLiteral("SUCCESS"));
    }

    void theNextTokencodeIsAskedForInTheAskedLanguage()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        MfaAnswer answer = client.initialize(ada, QStringLiteral("de_DE"));
        QVERIFY(answer.prompt().value(u"defaultText").toString().startsWith(QStringLiteral("Geben Sie")));
        answer = client.verify(answer, QStringLiteral("SECURID"), client.code(serial));
        QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
        QCOMPARE(answer.lastResult(), QStringLiteral("SUCCESS"));
        QCOMPARE(answer.methods(), QStringList {QStringLiteral("SECURID_NEXT_TOKENCODE")});
        QVERIFY(answer.prompt().value(u"defaultText").toString().startsWith(QStringLiteral("Warten Sie")));
        answer = client.verify(answer, QStringLiteral("SECURID_NEXT_TOKENCODE"), client.code(serial, 1));
        QCOMPARE(answer.response(), QStringLiteral("SUCCESS"));
    }

    void aWrongNextTokencodeEndsTheAttempt()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        MfaAnswer answer = client.oneStep(ada, client.code(serial));
        answer = client.verify(answer, QStringLiteral("SECURID_NEXT_TOKENCODE"), "000000");
        QCOMPARE(answer.response(), QStringLiteral("FAIL"));
        QCOMPARE(client.failures(ada), 1);
    }

    void anEmergencyCodeIsTakenInItsOwnFieldAndBehindThePin()
    {
        MfaClient client;
        const qint64 id = client.addUser(ada);
        const QString serial = client.addToken(id, "beforeCode", "notSet");
        MfaAnswer answer = client.oneStep(ada, client.code(serial));
        answer = client.verify(answer, QStringLiteral("SECURID_NEWPIN"), "4711");
        QCOMPARE(answer.response(), QStringLiteral("SUCCESS"));
        client.addEmergency(id, serial, "BCDF2345", "tokencode");
        QCOMPARE(client.oneStep(ada, "4711bcdf-2345").response(), QStringLiteral("SUCCESS"));
        answer = client.initialize(ada);
        QCOMPARE(client.verify(answer, QStringLiteral("EMERGENCY_TOKENCODE"), "4711BCDF2345").response(),
                 QStringLiteral("SUCCESS"));
        QCOMPARE(client.oneStep(ada, "BCDF2345").response(), QStringLiteral("FAIL"));
    }

    void theKeyIsCheckedFirst()
    {
        MfaClient client;
        client.key.clear();
        QCOMPARE(client.initialize(ada).status, 401);
        client.key = "wrong";
        QCOMPARE(client.initialize(ada).status, 401);
        QCOMPARE(client.raw("authn/initialize", "{").status, 401);
    }

    void malformedIsFourHundredAndUnknownFieldsAreIgnored()
    {
        MfaClient client;
        QCOMPARE(client.raw("authn/initialize", "{").status, 400);
        QCOMPARE(client.raw("authn/initialize", "{}").status, 400); // subjectName is required
        QCOMPARE(client.raw("authn/verify", R"({"context":{}})").status, 400);
        const MfaAnswer answer = client.raw(
            "authn/initialize",
            R"({"subjectName":"ada","tenantId":"x","display":{"a":1},"assurancePolicyId":"none such"})");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.response(), QStringLiteral("CHALLENGE"));
    }

    void theTextsAreListed()
    {
        MfaClient client;
        const auto texts = [&](const QString& query) {
            const ApiAnswer answer =
                client.fixture.call("GET", QStringLiteral("/mfa/v1_1/authn/resources") + query, {}, {},
                                    {{QByteArray("client-key"), client.key}});
            return QJsonDocument::fromJson(answer.body).array();
        };
        QVERIFY(texts(QString()).size() > 5);
        const QJsonArray german = texts(QStringLiteral("?lang=de_DE&resourceId=SECURID_NEWPIN_TRIVIAL"));
        QCOMPARE(german.size(), 1);
        QVERIFY(german.at(0).toObject().value(u"value").toString().contains(QStringLiteral("PIN")));
        QCOMPARE(german.at(0).toObject().value(u"dataType").toString(), QStringLiteral("STRING"));
    }
};

QTEST_GUILESS_MAIN(TestMfa)
#include "tst_mfa.moc"
