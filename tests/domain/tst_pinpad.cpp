// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/person.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::PinState;
using contract::PinStyle;
using contract::TokenKind;

class TestPinPad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMixedPinIsFoundAtEveryLengthWithOneHash_data()
    {
        QTest::addColumn<int>("digits");
        QTest::addColumn<QByteArray>("pin");
        for (const int digits : {6, 8}) {
            for (int length = 4; length <= digits; ++length) {
                const QByteArray pin = QByteArrayLiteral("47110815").first(length);
                QTest::addRow("%d digits, PIN of %d", digits, length) << digits << pin;
            }
        }
    }
    void aMixedPinIsFoundAtEveryLengthWithOneHash()
    {
        QFETCH(int, digits);
        QFETCH(QByteArray, pin);
        for (const int away : {-1, 0, 1}) {
            Person ada;
            TokenFacts& token = ada.addToken(TokenKind::Totp, digits);
            ada.setPin(token, pin.constData(), PinStyle::Mixed);
            const otp::Code shown = otp::mixPin(token.generator->code(ada.step(away)), pin);
            const Decision decision = ada.submit(shown.view().toByteArray());
            QCOMPARE(decision.kind, Kind::Accept);
            QCOMPARE(decision.step, ada.step(away));
            QCOMPARE(ada.hashes, 1);
            ada.apply(decision);
            QCOMPARE(ada.submit(shown.view().toByteArray()).reason, reason::codeAlreadyUsed);
            QCOMPARE(ada.hashes, 1);
        }
    }

    void wrongPinsAndCodesCostAtMostOneHash()
    {
        Person ada;
        TokenFacts& token = ada.addToken(TokenKind::Totp, 8);
        ada.setPin(token, "47110815", PinStyle::Mixed);
        for (int i = 0; i < 2000; ++i) {
            ada.hashes = 0;
            const QByteArray guess = QByteArray::number(10'000'000 + i * 44'321);
            const Decision decision = ada.submit(guess.right(8));
            QCOMPARE(decision.kind, Kind::Refuse);
            QVERIFY(ada.hashes <= 1);
        }
    }

    void beforeAPinIsChosenTheBareCodeIsShown()
    {
        Person ada;
        TokenFacts& token = ada.addToken(TokenKind::Totp, 8);
        token.pinStyle = PinStyle::Mixed;
        token.pinState = PinState::NotSet;
        QCOMPARE(ada.submit(Person::code(token, ada.step())).kind, Kind::NewPin);
    }

    void theNextCodeMayBeBareOrMixed()
    {
        Person ada;
        TokenFacts& token = ada.addToken(TokenKind::Totp, 8);
        ada.setPin(token, "4711", PinStyle::Mixed);
        const otp::Code next = token.generator->code(ada.step(1));
        const auto follow = [&](QByteArrayView typed) {
            return decideNextTokencode(ada.facts, token.id, ada.step(), secret(typed), ada.keys, ada.now)
                .kind;
        };
        QCOMPARE(follow(next.view()), Kind::Accept);
        QCOMPARE(follow(otp::mixPin(next, "4711").view()), Kind::Accept);
        QCOMPARE(follow(otp::mixPin(next, "4712").view()), Kind::Refuse);
    }

    void aTokenThatReplacesAnotherTakesItsPinAtItsFirstUse_data()
    {
        QTest::addColumn<PinStyle>("before");
        QTest::addColumn<PinStyle>("after");
        QTest::newRow("before the code, twice") << PinStyle::BeforeCode << PinStyle::BeforeCode;
        QTest::newRow("mixed, then before the code") << PinStyle::Mixed << PinStyle::BeforeCode;
        QTest::newRow("mixed, twice") << PinStyle::Mixed << PinStyle::Mixed;
    }
    void aTokenThatReplacesAnotherTakesItsPinAtItsFirstUse()
    {
        QFETCH(PinStyle, before);
        QFETCH(PinStyle, after);
        Person ada;
        ada.addToken(TokenKind::Totp, 8);
        ada.addToken(TokenKind::Totp, 8);
        TokenFacts& old = ada.facts.tokens[0];
        TokenFacts& fresh = ada.facts.tokens[1];
        ada.setPin(old, "4711", before);
        fresh.pinStyle = after;
        fresh.pinState = PinState::NotSet;
        fresh.replacesId = old.id;
        fresh.keepPin = true;
        old.replacedById = fresh.id;
        const otp::Code code = fresh.generator->code(ada.step());
        const auto typed = [&](const char* pin) {
            return after == PinStyle::Mixed ? otp::mixPin(code, pin).view().toByteArray()
                                            : pin + code.view().toByteArray();
        };
        QCOMPARE(ada.submit(typed("4712")).kind, Kind::Refuse);
        const Decision first = ada.submit(typed("4711"));
        QCOMPARE(first.kind, Kind::Accept);
        QVERIFY(first.completesReplacement);
        QVERIFY(first.takenPin);
        QCOMPARE(first.takenPin->newHash, QByteArrayLiteral("rehashed"));
        // Until then the old one works as well.
        const otp::Code oldCode = old.generator->code(ada.step());
        const Decision still =
            ada.submit(before == PinStyle::Mixed ? otp::mixPin(oldCode, "4711").view().toByteArray()
                                                 : "4711" + oldCode.view().toByteArray());
        QCOMPARE(still.kind, Kind::Accept);
        QVERIFY(!still.completesReplacement);
    }
};

QTEST_GUILESS_MAIN(TestPinPad)
#include "tst_pinpad.moc"
