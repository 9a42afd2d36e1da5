// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/explain.h"
#include "tests/domain/person.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::CardAction;
using contract::CodeReplaces;
using contract::EmergencyCodeKind;

namespace {
QStringList failed(const contract::Explanation& explanation)
{
    QStringList ids;
    for (const contract::Check& check : explanation.checks) {
        if (!check.passed) {
            ids << check.id;
        }
    }
    return ids;
}

CardAction action(const Person& person)
{
    const auto cure = nextAction(person.facts, person.now);
    return cure ? cure->action : CardAction::None;
}
} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonWithAGoodTokenCanLogOn()
    {
        Person ada;
        const QString serial = ada.addToken().serial;
        const auto explanation = explain(ada.facts, ada.now);
        QVERIFY(explanation.canLogOn);
        QCOMPARE(explanation.ways, QStringList {serial});
        QVERIFY(failed(explanation).isEmpty());
        QCOMPARE(action(ada), CardAction::None);
    }

    void eachCauseHasItsCure_data()
    {
        QTest::addColumn<std::function<void(Person&)>>("spoil");
        QTest::addColumn<QString>("check");
        QTest::addColumn<CardAction>("cure");
        const auto row = [](const char* check, CardAction cure, std::function<void(Person&)> spoil) {
            QTest::newRow(check) << std::move(spoil) << QString::fromLatin1(check) << cure;
        };
        row("account_enabled", CardAction::Enable, [](Person& p) { p.facts.account.enabled = false; });
        row("account_not_ended", CardAction::ExtendAccount,
            [](Person& p) { p.facts.account.endsAt = p.now; });
        row("account_not_locked", CardAction::Unlock, [](Person& p) { p.facts.account.lockedAt = p.now; });
        row("has_token", CardAction::AssignToken, [](Person& p) { p.facts.tokens.clear(); });
        row("token_enabled", CardAction::EnableToken, [](Person& p) { p.facts.tokens[0].enabled = false; });
        row("token_not_lost", CardAction::IssueEmergencyCode,
            [](Person& p) { p.facts.tokens[0].lostAt = p.now; });
        row("token_not_expired", CardAction::ReplaceToken,
            [](Person& p) { p.facts.tokens[0].expiresAt = p.now; });
    }
    void eachCauseHasItsCure()
    {
        QFETCH(std::function<void(Person&)>, spoil);
        QFETCH(QString, check);
        QFETCH(CardAction, cure);
        Person ada;
        const QByteArray code = Person::code(ada.addToken(), ada.step());
        spoil(ada);
        const auto explanation = explain(ada.facts, ada.now);
        QVERIFY(!explanation.canLogOn);
        QCOMPARE(failed(explanation), QStringList {check});
        QCOMPARE(action(ada), cure);
        // The explanation and the decision agree.
        QCOMPARE(ada.submit(code).kind, Kind::Refuse);
    }

    void anEmergencyCodeIsAWayBesideALostToken()
    {
        Person ada;
        ada.addToken().lostAt = ada.now;
        ada.addIssue(EmergencyCodeKind::Fixed, CodeReplaces::Passcode).onTokenReturn =
            contract::OnTokenReturn::Refuse;
        const auto explanation = explain(ada.facts, ada.now);
        QVERIFY(explanation.canLogOn);
        QCOMPARE(explanation.ways, QStringList {QStringLiteral("emergency code")});
        QCOMPARE(action(ada), CardAction::None);
    }

    void aTokenThatWantsASecondCodeIsAHintAndNoObstacle()
    {
        Person ada;
        ada.addToken().wrongCodes = 3;
        QVERIFY(explain(ada.facts, ada.now).canLogOn);
        QCOMPARE(action(ada), CardAction::ResyncToken);
    }

    // Whatever the facts: it says that the person can log on exactly when a right passcode passes.
    void itAgreesWithTheDecision()
    {
        for (int bits = 0; bits < 256; ++bits) {
            Person ada;
            TokenFacts& token = ada.addToken();
            const QByteArray code = Person::code(token, ada.step());
            ada.facts.account.enabled = (bits & 1) == 0;
            ada.facts.account.lockedAt = (bits & 2) ? std::optional(ada.now) : std::nullopt;
            token.enabled = (bits & 4) == 0;
            token.lostAt = (bits & 8) ? std::optional(ada.now) : std::nullopt;
            token.expiresAt = (bits & 16) ? std::optional(ada.now) : std::nullopt;
            token.startsAt = (bits & 32) ? std::optional(ada.now + 1ms) : std::nullopt;
            token.damaged = (bits & 64) != 0;
            ada.facts.account.startsAt = (bits & 128) ? std::optional(ada.now + 1h) : std::nullopt;
            QCOMPARE(explain(ada.facts, ada.now).canLogOn, ada.submit(code).kind == Kind::Accept);
        }
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
