// SPDX-License-Identifier: Apache-2.0
#include "models/emergency_code_dialog_model.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using contract::CardAction;
using contract::CodeReplaces;
using contract::EmergencyCodeKind;
using contract::OnTokenReturn;
using contract::PinState;
using contract::TokenState;
using contract::UserStatus;
using models::EmergencyAdvice;
using models::EmergencyCodeDialogModel;
using models::Missing;
using models::Need;
using testing::FakeTransport;

Q_DECLARE_METATYPE(holdfast::models::Missing)
Q_DECLARE_METATYPE(holdfast::models::Need)

namespace {

const contract::Timestamp now = contract::fromMilliseconds(1780000000000);

// One person with one token, in the problem's notation: "active locked pin" and the like.
contract::UserCard cardOf(const QString& facts)
{
    const QStringList words = facts.split(QLatin1Char(' '));
    const auto is = [&](const char* word) {
        return words.contains(QLatin1String(word));
    };
    contract::UserCard card;
    card.user.id = QStringLiteral("7");
    card.user.status = is("locked") ? UserStatus::Locked
        : is("disabled")            ? UserStatus::Disabled
        : is("ended")               ? UserStatus::Ended
                                    : UserStatus::Active;
    card.explanation.at = now;
    if (!is("tokenless")) {
        contract::Token token;
        token.serial = QStringLiteral("000123456789");
        token.pinStyle = is("pinless") ? contract::PinStyle::None : contract::PinStyle::BeforeCode;
        token.pinState = is("pinless") ? PinState::NotRequired
            : is("nopin")              ? PinState::NotSet
                                       : PinState::Set;
        token.state = is("expired") ? TokenState::Expired : TokenState::Active;
        card.tokens.push_back(token);
    }
    for (int i = 0; i < (is("often") ? 4 : 0); ++i) {
        contract::EmergencyCode code;
        code.issuedAt = now - std::chrono::hours(24 * (i + 1));
        code.state = i == 0 ? contract::EmergencyCodeState::Active : contract::EmergencyCodeState::Expired;
        card.emergencyCodes.push_back(code);
    }
    return card;
}

// "issue oneTimeSet 1 60m passcode acceptAndCancel", "do clearPin", "nothing".
QString print(const EmergencyAdvice& advice)
{
    switch (advice.kind) {
    case EmergencyAdvice::Kind::Impossible:
        return QStringLiteral("nothing");
    case EmergencyAdvice::Kind::OtherAction:
        return QStringLiteral("do %1").arg(contract::enumName(advice.action->action));
    case EmergencyAdvice::Kind::Issue:
        break;
    }
    return QStringLiteral("issue %1 %2 %3m %4 %5")
        .arg(contract::enumName(advice.issue.kind))
        .arg(advice.issue.count.value_or(0))
        .arg(advice.issue.lifetimeMinutes.value_or(0))
        .arg(contract::enumName(*advice.issue.replaces), contract::enumName(advice.issue.onTokenReturn));
}

models::MayDo everything()
{
    return [](CardAction) {
        return true;
    };
}

} // namespace

class EmergencyAdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoAnswersLeadToTheRightCode_data()
    {
        QTest::addColumn<QString>("facts");
        QTest::addColumn<Missing>("missing");
        QTest::addColumn<Need>("need");
        QTest::addColumn<QString>("advice");

        const auto row = [](const char* name, const char* facts, Missing missing, Need need,
                            const char* advice) {
            QTest::newRow(name) << QString::fromLatin1(facts) << missing << need
                                << QString::fromLatin1(advice);
        };
        row("left at home, one sign-in", "pin", Missing::TokenNotAtHand, Need::OneSignIn,
            "issue oneTimeSet 1 60m tokencode acceptAndCancel");
        row("left at home, today", "pin", Missing::TokenNotAtHand, Need::Today,
            "issue fixed 1 1440m tokencode acceptAndCancel");
        row("left at home, for days", "pin", Missing::TokenNotAtHand, Need::SeveralDays,
            "issue oneTimeSet 10 4320m tokencode acceptAndCancel");
        row("lost, today", "pin", Missing::TokenLost, Need::Today, "issue fixed 1 1440m tokencode refuse");
        row("lost, for days", "pin", Missing::TokenLost, Need::SeveralDays,
            "issue oneTimeSet 20 10080m tokencode refuse");
        row("a token without PIN: never a fixed code", "pinless", Missing::TokenNotAtHand, Need::Today,
            "issue oneTimeSet 5 1440m passcode acceptAndCancel");
        row("PIN not chosen yet", "nopin", Missing::TokenNotAtHand, Need::Today,
            "issue oneTimeSet 5 1440m passcode acceptAndCancel");
        row("neither token nor PIN", "pin", Missing::TokenAndPin, Need::OneSignIn,
            "issue oneTimeSet 1 60m passcode acceptAndCancel");
        row("PIN forgotten, token there", "pin", Missing::Pin, Need::Today, "do clearPin");
        row("PIN forgotten, but none set", "nopin", Missing::Pin, Need::Today, "nothing");
        row("PIN forgotten, but none needed", "pinless", Missing::Pin, Need::Today, "nothing");
        row("no token at all", "tokenless", Missing::TokenLost, Need::Today, "do assignToken");
        row("token expired", "pin expired", Missing::TokenNotAtHand, Need::Today, "do replaceToken");
        row("codes refused, locked", "pin locked", Missing::Nothing, Need::OneSignIn, "do unlock");
        row("codes refused, disabled", "pin disabled", Missing::Nothing, Need::OneSignIn, "do enable");
        row("codes refused, ended", "pin ended", Missing::Nothing, Need::OneSignIn, "do extendAccount");
        row("codes refused, nothing to see", "pin", Missing::Nothing, Need::OneSignIn, "do resyncToken");
        row("no connection", "pin", Missing::TokenLost, Need::NoConnection, "nothing");
    }
    void twoAnswersLeadToTheRightCode()
    {
        QFETCH(QString, facts);
        QFETCH(Missing, missing);
        QFETCH(Need, need);
        QFETCH(QString, advice);
        const EmergencyAdvice given = models::adviseEmergency(cardOf(facts), missing, need, {}, everything());
        QCOMPARE(print(given), advice);
        QVERIFY(!given.heading.isEmpty());
        QVERIFY(!given.explanation.isEmpty());
    }

    void theRoleDecidesBetweenClearingAPinAndACode()
    {
        const auto mayNotClear = [](CardAction action) {
            return action != CardAction::ClearPin;
        };
        const auto advice = models::adviseEmergency(cardOf(QStringLiteral("pin")), Missing::Pin, Need::Today,
                                                    {}, mayNotClear);
        QCOMPARE(print(advice), QStringLiteral("issue oneTimeSet 5 1440m passcode acceptAndCancel"));
    }

    void whoMayNotIssueIsToldSo()
    {
        const auto nothing = [](CardAction) {
            return false;
        };
        const auto advice = models::adviseEmergency(cardOf(QStringLiteral("pin")), Missing::TokenLost,
                                                    Need::Today, {}, nothing);
        QCOMPARE(advice.kind, EmergencyAdvice::Kind::Impossible);
        QVERIFY(!advice.codeIsPossible);
    }

    void aLockedAccountIsUnlockedFirst()
    {
        const auto advice = models::adviseEmergency(cardOf(QStringLiteral("pin locked")), Missing::TokenLost,
                                                    Need::Today, {}, everything());
        QCOMPARE(advice.kind, EmergencyAdvice::Kind::Issue);
        QVERIFY(advice.first.has_value());
        QCOMPARE(advice.first->action, CardAction::Unlock);
        QCOMPARE(advice.warnings.size(), 1);
    }

    void aLostTokenIsToBeReportedAndReplaced()
    {
        const auto advice = models::adviseEmergency(cardOf(QStringLiteral("pin")), Missing::TokenLost,
                                                    Need::Today, {}, everything());
        QVERIFY(advice.reportLost);
        QCOMPARE(advice.action->action, CardAction::ReplaceToken);
    }

    void manyCodesInAShortTimeAreRemarkedOn()
    {
        const auto advice = models::adviseEmergency(cardOf(QStringLiteral("pin often")),
                                                    Missing::TokenNotAtHand, Need::Today, {}, everything());
        QCOMPARE(advice.warnings.size(), 2); // they end the former ones; four in 90 days
    }

    void thePolicyBoundsTheLife()
    {
        contract::UserCard card = cardOf(QStringLiteral("pin"));
        card.policies.token.emergencyCodeMinutes = 30;
        card.policies.token.emergencyCodeMaxMinutes = 45;
        const auto days =
            models::adviseEmergency(card, Missing::TokenLost, Need::SeveralDays, {}, everything());
        QCOMPARE(days.issue.lifetimeMinutes, 45);
        const auto today = models::adviseEmergency(card, Missing::TokenLost, Need::Today, {}, everything());
        QCOMPARE(today.issue.lifetimeMinutes, 30);
    }

    void aReasonIsNeededAndAFailedIssueIsRepeatedWithTheSameKey()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        models::Session session(api);
        signIn(transport, session);
        const QString path = QStringLiteral("/users/7/emergency-codes");
        transport.on("POST", path, [](const client::Request&) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Unavailable, "timed_out"));
        });
        EmergencyCodeDialogModel dialog(api, session, cardOf(QStringLiteral("pin")));
        QVERIFY(!dialog.obstacle().isEmpty());
        dialog.setMissing(Missing::TokenLost);
        dialog.setNeed(Need::Today);
        QCOMPARE(dialog.state(), EmergencyCodeDialogModel::State::Proposed);
        dialog.issue();
        QCOMPARE(transport.count("POST", path), 0); // no reason yet
        dialog.setReason(QStringLiteral("  INC-4711 "));
        QCOMPARE(dialog.obstacle(), QString());
        dialog.issue();
        QTRY_COMPARE(dialog.state(), EmergencyCodeDialogModel::State::Failed);
        const QByteArray key = transport.last().idempotencyKey;
        QVERIFY(!key.isEmpty());
        const auto sent = contract::parseObject(transport.last().body.reveal().toByteArray());
        QCOMPARE(sent->value(QLatin1String("reason")).toString(), QStringLiteral("INC-4711"));
        QCOMPARE(sent->value(QLatin1String("onTokenReturn")).toString(), QStringLiteral("refuse"));

        contract::EmergencyCodesIssued issued;
        issued.codes = {contract::Secret(QStringLiteral("K4TX92MB"))};
        transport.on("POST", path, contract::toJson(issued));
        dialog.issue();
        QTRY_COMPARE(dialog.state(), EmergencyCodeDialogModel::State::Issued);
        QCOMPARE(transport.last().idempotencyKey, key);
        QVERIFY(dialog.issued().codes.front().equals("K4TX92MB"));
        dialog.forget();
        QVERIFY(dialog.issued().codes.empty());
    }

    void anotherRequestTakesAnotherKey()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        models::Session session(api);
        signIn(transport, session);
        EmergencyCodeDialogModel dialog(api, session, cardOf(QStringLiteral("pin")));
        dialog.setMissing(Missing::TokenLost);
        dialog.setNeed(Need::Today);
        dialog.setReason(QStringLiteral("lost"));
        dialog.issue();
        QTRY_COMPARE(dialog.state(), EmergencyCodeDialogModel::State::Failed);
        const QByteArray key = transport.last().idempotencyKey;
        dialog.setLifetimeMinutes(30);
        dialog.issue();
        QTRY_COMPARE(dialog.state(), EmergencyCodeDialogModel::State::Failed);
        QVERIFY(transport.last().idempotencyKey != key);
    }

private:
    static void signIn(FakeTransport& transport, models::Session& session)
    {
        contract::Session signedIn;
        signedIn.token = contract::Secret(QStringLiteral("token"));
        for (const auto& entry : contract::EnumNames<contract::Permission>::names) {
            signedIn.administrator.permissions.push_back(entry.first);
        }
        transport.on("POST", QStringLiteral("/sessions"), contract::toJson(signedIn));
        session.signIn(QStringLiteral("admin"), contract::Secret(QStringLiteral("secret")));
        QTRY_COMPARE(session.state(), models::Session::State::SignedIn);
    }
};

QTEST_GUILESS_MAIN(EmergencyAdviceTest)
#include "tst_emergency_advice.moc"
