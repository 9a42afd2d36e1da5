// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/pin_rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace holdfast::authentication;
using namespace holdfast::contract;

class TestPinRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPinBreaksTheRulesThatItBreaks_data()
    {
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<QStringList>("faults");
        const auto row = [](const char* pin, const QStringList& faults) {
            QTest::newRow(pin) << QByteArray(pin) << faults;
        };
        row("4711", {});
        row("47110815", {});
        row("471", {QStringLiteral("too_short")});
        row("471108150", {QStringLiteral("too_long")});
        row("47a1", {QStringLiteral("not_digits")});
        row("47-1", {QStringLiteral("not_digits")});
        row("1111", {QStringLiteral("trivial")});
        row("1234", {QStringLiteral("trivial")});
        row("9876", {QStringLiteral("trivial")});
        row("111", {QStringLiteral("too_short"), QStringLiteral("trivial")});
        row("1235", {});
        row("1212", {QStringLiteral("trivial")});
        row("123123", {QStringLiteral("trivial")});
        row("4747474", {QStringLiteral("trivial")});
        row("123124", {});
    }
    void aPinBreaksTheRulesThatItBreaks()
    {
        QFETCH(QByteArray, pin);
        QFETCH(QStringList, faults);
        const PinRules rules = pinRules(TokenPolicy {}, TokenFacts {});
        QStringList found;
        for (const PinFault fault : faultsOf(rules, Secret(QByteArrayView(pin)))) {
            found << codeOf(fault);
        }
        QCOMPARE(found, faults);
        const QRegularExpression expression(rules.regularExpression());
        const bool shape = faults.isEmpty() || faults == QStringList {QStringLiteral("trivial")};
        QCOMPARE(expression.match(QString::fromLatin1(pin)).hasMatch(), shape);
    }

    void lettersAreForPinsThatArePrefixedOnly()
    {
        TokenPolicy policy;
        policy.pinCharacters = PinCharacters::LettersAndDigits;
        TokenFacts token;
        token.pinStyle = PinStyle::BeforeCode;
        QVERIFY(faultsOf(pinRules(policy, token), Secret(QByteArrayView("a7Qz"))).empty());
        token.pinStyle = PinStyle::Mixed;
        QVERIFY(!faultsOf(pinRules(policy, token), Secret(QByteArrayView("a7Qz"))).empty());
    }

    void excludedWordsAreFoundForwardsAndBackwards()
    {
        TokenPolicy policy;
        policy.pinCharacters = PinCharacters::LettersAndDigits;
        policy.pinExcludedWords = {QStringLiteral("Acme"), QStringLiteral("2468")};
        TokenFacts token;
        token.pinStyle = PinStyle::BeforeCode;
        const PinRules rules = pinRules(policy, token);
        const auto excluded = [&](const char* pin) {
            return faultsOf(rules, Secret(QByteArrayView(pin))) == std::vector {PinFault::ExcludedWord};
        };
        QVERIFY(excluded("7aCmE9"));
        QVERIFY(excluded("xemca3"));
        QVERIFY(excluded("102468"));
        QVERIFY(excluded("186427"));
        QVERIFY(faultsOf(rules, Secret(QByteArrayView("acne71"))).empty());
    }

    void aGeneratedPinBreaksNoRule()
    {
        TokenPolicy policy;
        policy.pinMinLength = 4;
        policy.pinMaxLength = 4;
        policy.pinExcludedWords = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
        const PinRules rules = pinRules(policy, TokenFacts {});
        for (int i = 0; i < 200; ++i) {
            const Secret pin = generatePin(rules);
            QCOMPARE(pin.size(), 4);
            QVERIFY(faultsOf(rules, pin).empty());
        }
        policy.pinMaxLength = 8;
        QCOMPARE(generatePin(pinRules(policy, TokenFacts {})).size(), 6);
    }

    void aMixedPinIsNoLongerThanItsCode()
    {
        TokenPolicy policy;
        policy.pinMinLength = policy.pinMaxLength = 8;
        TokenFacts token;
        token.pinStyle = PinStyle::Mixed;
        token.digits = 6;
        const PinRules rules = pinRules(policy, token);
        QCOMPARE(rules.maxLength, 6);
        QCOMPARE(rules.minLength, 6);
    }
};

QTEST_GUILESS_MAIN(TestPinRules)
#include "tst_pin_rules.moc"
