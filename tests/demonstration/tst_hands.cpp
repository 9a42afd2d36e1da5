// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/demonstration.h"
#include "services/authentication/domain/decision.h"
#include "services/authentication/store/attempt.h"
#include "services/authentication/store/enrolment_codes.h"
#include "services/otp/otpauth_uri.h"
#include "services/security/pin_hash.h"
#include "tests/support/store.h"

#include <QTest>

#include <set>

using namespace holdfast;
using namespace holdfast::authentication;
using storage::Connection;

class tst_Hands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the file beside the data tells of is what the service would take.
    void theHandsHoldTheTokensOfTheDatabase()
    {
        testing::TestStore store;
        const auto filled =
            demonstration::fillDemonstration(store.database(), store.keys(), store.events(), store.now());
        QVERIFY(filled);
        const demonstration::Hands& hands = *filled;
        QCOMPARE(hands.people.size(), size_t {4});
        std::set<contract::PinStyle> styles;
        bool counts = false;
        for (const demonstration::Hand& hand : hands.people) {
            const auto told = otp::readOtpauthUri(1, QString::fromUtf8(hand.otpauth.reveal()));
            QVERIFY(told.token);
            const auto facts = store.read([&](Connection& connection) {
                return loadAttempt(connection, hand.userName, {.keys = &store.keys()});
            });
            QVERIFY(facts);
            QCOMPARE(facts->tokens.size(), size_t {1});
            const TokenFacts& token = facts->tokens.front();
            QCOMPARE(token.serial, hand.tokenSerial);
            QCOMPARE(token.pinStyle, hand.pinStyle);
            styles.insert(hand.pinStyle);
            counts = counts || token.kind == contract::TokenKind::Hotp;
            const auto generator = otp::CodeGenerator::create(
                {told.token->kind, told.token->algorithm, told.token->digits, told.token->intervalSeconds},
                told.token->seed);
            QVERIFY(generator);
            QVERIFY(token.generator->code(77).equals(generator->code(77).view()));
            if (token.kind == contract::TokenKind::Hotp) {
                QCOMPARE(told.token->counter, token.lastStep + 1);
            }
            QCOMPARE(hand.pin.isEmpty(), token.pinHash.isEmpty());
            if (!hand.pin.isEmpty()) {
                QVERIFY(
                    security::verifyPin(store.keys(), hand.pin, pinIdentity(token.serial), token.pinHash));
            }
        }
        QCOMPARE(styles.size(), size_t {3});
        QVERIFY(counts);
        const auto code = store.read([&](Connection& connection) {
            return enrolmentCodes::findOpen(connection, store.keys(), hands.enrolmentCode, store.now());
        });
        QVERIFY(code);
        QCOMPARE(code->domain, QStringLiteral("/Laptops"));
        QCOMPARE(code->expiresAt, hands.enrolmentCodeEndsAt);
    }
};

QTEST_GUILESS_MAIN(tst_Hands)
#include "tst_hands.moc"
