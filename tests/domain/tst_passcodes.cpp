// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/code_match.h"
#include "tests/domain/person.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::PinState;
using contract::PinStyle;
using contract::TokenKind;

class TestPasscodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeCodeIsTakenOneStepToEitherSideAndChallengedFurtherOut()
    {
        for (int away = -14; away <= 14; ++away) {
            Person ada;
            const TokenFacts& token = ada.addToken();
            const Decision decision = ada.submit(Person::code(token, ada.step(away)));
            const Kind expected = std::abs(away) <= 1 ? Kind::Accept
                : std::abs(away) <= 11                ? Kind::NextTokencode
                                                      : Kind::Refuse;
            QVERIFY2(decision.kind == expected, qPrintable(QString::number(away)));
            if (expected == Kind::Accept) {
                QCOMPARE(decision.step, ada.step(away));
                QCOMPARE(decision.driftSteps, away);
            }
            QCOMPARE(ada.hashes, 0);
        }
    }

    void aConsumedStepIsRefusedAndSoIsEverythingBeforeIt()
    {
        Person ada;
        const TokenFacts& token = ada.addToken();
        ada.apply(ada.submit(Person::code(token, ada.step())));
        for (int away = -1; away <= 0; ++away) {
            const Decision again = ada.submit(Person::code(token, ada.step(away)));
            QCOMPARE(again.kind, Kind::Refuse);
            QCOMPARE(again.reason, reason::codeAlreadyUsed);
            QVERIFY(again.counts);
        }
        QCOMPARE(ada.submit(Person::code(token, ada.step(1))).kind, Kind::Accept);
        // A clock that is set back opens nothing again.
        ada.now -= 60s;
        QCOMPARE(ada.submit(Person::code(token, ada.step(2))).reason, reason::codeAlreadyUsed);
    }

    void driftFollowsATokenWhoseClockRunsFast()
    {
        Person ada;
        const TokenFacts& token = ada.addToken();
        for (int drift = 1; drift <= 40; ++drift) {
            ada.now += 24h;
            const Decision decision = ada.submit(Person::code(token, ada.step(drift)));
            QCOMPARE(decision.kind, Kind::Accept);
            ada.apply(decision);
            QCOMPARE(token.driftSteps, drift);
        }
    }

    void aCounterTokenIsTakenAheadWithinItsLookAhead()
    {
        for (int ahead = 1; ahead <= 115; ++ahead) {
            Person ada;
            TokenFacts& token = ada.addToken(TokenKind::Hotp);
            token.lastStep = 41;
            const Decision decision = ada.submit(Person::code(token, 41 + ahead));
            QCOMPARE(decision.kind,
                     ahead <= 10        ? Kind::Accept
                         : ahead <= 110 ? Kind::NextTokencode
                                        : Kind::Refuse);
            QCOMPARE(decision.kind == Kind::Refuse ? decision.reason : reason::none,
                     ahead <= 110 ? reason::none : reason::wrongCode);
        }
    }

    void aCounterTokenIsTakenAsFarAsAWorkstationWasGivenCodes()
    {
        for (const int ahead : {10, 11, 110, 111, 168, 178, 179}) {
            Person ada;
            TokenFacts& token = ada.addToken(TokenKind::Hotp);
            token.lastStep = 41;
            token.grantedThrough = 41 + 168;
            const Decision first = ada.submit(Person::code(token, 41 + ahead));
            QCOMPARE(first.kind,
                     ahead <= 10        ? Kind::Accept
                         : ahead <= 178 ? Kind::NextTokencode // and once more after the last of them
                                        : Kind::Refuse);
        }
        Person ada;
        TokenFacts& token = ada.addToken(TokenKind::Hotp);
        token.grantedThrough = 1'000'000'000; // a search is bounded
        QCOMPARE(ada.submit(QByteArrayLiteral("x23456")).kind, Kind::Refuse);
    }

    void aUsedCounterCodeIsToldFromAWrongOne()
    {
        Person ada;
        TokenFacts& token = ada.addToken(TokenKind::Hotp);
        token.lastStep = 41;
        QCOMPARE(ada.submit(Person::code(token, 41)).reason, reason::codeAlreadyUsed);
        QCOMPARE(ada.submit(QByteArrayLiteral("nonsense")).reason, reason::wrongCode);
    }

    void thePinBeforeTheCodeCostsAHashOnlyBehindARightCode()
    {
        Person ada;
        TokenFacts& token = ada.addToken();
        ada.setPin(token, "4711", PinStyle::BeforeCode);
        const QByteArray code = Person::code(token, ada.step());
        QByteArray wrong = code;
        wrong[0] = wrong[0] == '9' ? '0' : static_cast<char>(wrong[0] + 1);

        QCOMPARE(ada.submit("4711" + wrong).reason, reason::wrongCode);
        QCOMPARE(ada.hashes, 0);
        QCOMPARE(ada.submit(code).reason, reason::wrongPin); // without the PIN
        QCOMPARE(ada.hashes, 0);
        QCOMPARE(ada.submit("4712" + code).reason, reason::wrongPin);
        QCOMPARE(ada.hashes, 1);
        const Decision right = ada.submit("4711" + code);
        QCOMPARE(right.kind, Kind::Accept);
        QCOMPARE(ada.hashes, 2);
        ada.apply(right);
        QCOMPARE(ada.submit("4711" + code).reason, reason::codeAlreadyUsed);
        QCOMPARE(ada.hashes, 2);
    }

    void everyUsableTokenIsTriedAndTheUnusableSayWhy()
    {
        Person ada;
        ada.addToken();
        ada.addToken(TokenKind::Hotp, 8);
        ada.addToken();
        ada.facts.tokens[0].enabled = false;
        const auto& tokens = ada.facts.tokens;
        const Decision refused = ada.submit(Person::code(tokens[0], ada.step()));
        QCOMPARE(refused.reason, reason::tokenDisabled);
        QVERIFY(refused.counts);
        QCOMPARE(ada.submit(Person::code(tokens[1], 3)).tokenSerial, tokens[1].serial);
        QCOMPARE(ada.submit(Person::code(tokens[2], ada.step())).tokenSerial, tokens[2].serial);
        ada.facts.tokens[1].expiresAt = ada.now;
        ada.facts.tokens[2].lostAt = ada.now;
        const Decision nothing = ada.submit(QByteArrayLiteral("000000"));
        QCOMPARE(nothing.reason, reason::noToken);
        QVERIFY(!nothing.counts); // there was nothing to guess
    }

    void newPinModeAsksForAPinAfterTheRightCode()
    {
        Person ada;
        TokenFacts& token = ada.addToken();
        token.pinStyle = PinStyle::BeforeCode;
        token.pinState = PinState::NotSet;
        QCOMPARE(ada.submit(QByteArrayLiteral("123")).reason, reason::wrongCode);
        QCOMPARE(ada.submit(Person::code(token, ada.step())).kind, Kind::NewPin);
        ada.setPin(token, "4711", PinStyle::BeforeCode);
        token.pinState = PinState::MustChange;
        QCOMPARE(ada.submit(Person::code(token, ada.step())).reason, reason::wrongPin);
        QCOMPARE(ada.submit("4711" + Person::code(token, ada.step())).kind, Kind::NewPin);
    }

    void afterManyWrongCodesARightOneWantsTheNext()
    {
        Person ada;
        TokenFacts& token = ada.addToken();
        token.wrongCodes = 3;
        const Decision first = ada.submit(Person::code(token, ada.step()));
        QCOMPARE(first.kind, Kind::NextTokencode);
        ada.apply(first);
        const auto next = [&](qint64 step) {
            return decideNextTokencode(ada.facts, token.id, first.step, secret(Person::code(token, step)),
                                       ada.keys, ada.now);
        };
        QCOMPARE(next(ada.step(2)).reason, reason::wrongCode); // it must follow directly
        QCOMPARE(next(ada.step(0)).reason, reason::wrongCode);
        const Decision second = next(ada.step(1));
        QCOMPARE(second.kind, Kind::Accept);
        QCOMPARE(second.step, ada.step(1));
        ada.apply(second);
        QCOMPARE(token.wrongCodes, 0);
        QCOMPARE(next(ada.step(1)).reason, reason::codeAlreadyUsed);
    }

    void aDistantClockIsCaughtUpWithByTwoCodes()
    {
        Person ada;
        const TokenFacts& token = ada.addToken();
        const Decision first = ada.submit(Person::code(token, ada.step(-9)));
        QCOMPARE(first.kind, Kind::NextTokencode);
        ada.apply(first);
        // A client that knows no challenges sends the next code as an ordinary passcode.
        const Decision second = ada.submit(Person::code(token, ada.step(-8)));
        QCOMPARE(second.kind, Kind::Accept);
        QCOMPARE(second.driftSteps, -8);
        ada.apply(second);
        ada.now += 10min;
        QCOMPARE(ada.submit(Person::code(token, ada.step(-8))).kind, Kind::Accept);
    }

    void resynchronisationReachesTwelveHoursOrAThousandCodes()
    {
        Person ada;
        const TokenFacts& clock = ada.addToken();
        const auto resync = [&](const TokenFacts& token, qint64 first, qint64 second) {
            return resynchronise(token, secret(Person::code(token, first)),
                                 secret(Person::code(token, second)), ada.now);
        };
        for (const int away : {-1440, -80, 0, 1440}) {
            QCOMPARE(resync(clock, ada.step(away), ada.step(away + 1)), std::optional(ada.step(away + 1)));
        }
        QVERIFY(!resync(clock, ada.step(-1560), ada.step(-1559)));
        QVERIFY(!resync(clock, ada.step(1560), ada.step(1561)));
        QVERIFY(!resync(clock, ada.step(-5), ada.step(-3)));
        const TokenFacts& counter = ada.addToken(TokenKind::Hotp);
        QCOMPARE(resync(counter, 900, 901), std::optional<qint64>(901));
        QVERIFY(!resync(counter, 1100, 1101));
    }

    void aPasswordAndAPasscodeAreOneSubmission()
    {
        Person ada;
        TokenFacts& token = ada.addToken();
        ada.setPin(token, "4711", PinStyle::BeforeCode);
        ada.facts.passwordHash = "$hash of a long password";
        const Secret password = secret("a long password");
        const Secret passcode = secret("4711" + Person::code(token, ada.step()));
        QCOMPARE(ada.submit(Credentials {.password = password}).kind, Kind::Accept);
        QCOMPARE(ada.submit({.passcode = passcode, .password = secret("another")}).reason,
                 reason::wrongPassword);
        ada.hashes = 0;
        const Decision both = ada.submit({.passcode = passcode, .password = password});
        QCOMPARE(both.kind, Kind::Accept);
        QCOMPARE(both.step, ada.step());
        QCOMPARE(ada.hashes, 2);
        QCOMPARE(ada.submit({.passcode = secret("000000"), .password = password}).reason, reason::wrongCode);
    }
};

QTEST_GUILESS_MAIN(TestPasscodes)
#include "tst_passcodes.moc"
