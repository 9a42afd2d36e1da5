// SPDX-License-Identifier: Apache-2.0
#include "services/contract/card.h"
#include "services/contract/json_text.h"
#include "services/contract/mfa.h"

#include <QJsonDocument>
#include <QTest>

using namespace holdfast::contract;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever the value: the text says what toJson() says.
    void itSaysWhatToJsonSays()
    {
        compare(AuthnResponse {});
        AuthnResponse response;
        response.context = {QStringLiteral("attempt"), QStringLiteral("m1"), std::nullopt};
        response.credentialValidationResults.resize(2);
        response.challengeMethods.challenges.push_back(
            {QStringLiteral("SECURID"),
             {RequiredMethod {.versions = {MethodVersion {.prompt = Prompt {}}}}}});
        compare(response);

        UserCard card;
        card.user.name = QStringLiteral("\"Ada\" \\ \n\t\u00e4\u20ac\U0001F600\x01");
        card.user.startsAt = fromMilliseconds(1'800'000'000'123);
        card.nextAction = Cure {.action = CardAction::Unlock};
        card.events.push_back(
            {.sequence = 9'007'199'254'740'991, .detail = {{QStringLiteral("failures"), 3}}});
        compare(card);
    }

    void aClearedChangeIsNull()
    {
        TokenUpdate update;
        update.expiresAt.present = true;
        QCOMPARE(toJsonText(update), QByteArray(R"({"expiresAt":null})"));
    }

private:
    template <class T>
    void compare(const T& value)
    {
        const QByteArray text = toJsonText(value);
        QJsonParseError error {};
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, text.constData());
        QCOMPARE(document.object(), toJson(value));
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
