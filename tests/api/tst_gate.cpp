// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pin_pad.h"
#include "services/security/pin_hash.h"
#include "tests/api/gate_house.h"

#include <QTest>

#include <algorithm>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::PinStyle;
using contract::TokenKind;
using Result = Outcome::Result;

namespace {

const QString ada = QStringLiteral("ada");
const QString logon = QStringLiteral("AUTHN_LOGIN_EVENT");

qint64 count(const std::vector<Outcome>& outcomes, Result result)
{
    return std::count_if(outcomes.begin(), outcomes.end(),
                         [&](const Outcome& outcome) { return outcome.result == result; });
}

qint64 count(const std::vector<Outcome>& outcomes, Reason reason)
{
    return std::count_if(outcomes.begin(), outcomes.end(),
                         [&](const Outcome& outcome) { return outcome.reason == reason; });
}

} // namespace

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPinIsHashedUnderTheNewKeyAtItsNextUse_data()
    {
        QTest::addColumn<PinStyle>("style");
        QTest::newRow("PIN before the code") << PinStyle::BeforeCode;
        QTest::newRow("PIN mixed in") << PinStyle::Mixed;
    }
    void aPinIsHashedUnderTheNewKeyAtItsNextUse()
    {
        QFETCH(PinStyle, style);
        GateHouse house;
        const QString serial =
            house.addToken(house.addUser(ada), {.digits = 8, .style = style, .pin = "4711"});
        const auto passcode = [&](const QByteArray& pin) {
            const QByteArray code = house.code(serial);
            return style == PinStyle::Mixed ? otp::mixPin(otp::Code(code), pin).view().toByteArray()
                                            : pin + code;
        };
        const auto version = [&] {
            return house.database->read([](storage::Connection& connection) {
                auto rows = connection.select(QStringLiteral("SELECT pin_hash FROM tokens"));
                rows.next();
                return security::pinKeyVersion(rows.bytes(0));
            });
        };
        house.keys = *house.keys.withNewVersion();
        QCOMPARE(house.submit(ada, passcode("4712")).result, Result::Refused);
        QCOMPARE(version(), 1); // who does not know the PIN changes nothing
        QCOMPARE(house.submit(ada, passcode("4711")).result, Result::Success);
        QCOMPARE(version(), 2);
        house.clock.advance(30s);
        QCOMPARE(house.submit(ada, passcode("4711")).result, Result::Success);
        house.keys = house.keys.withOnly({2}); // nothing needs the old one but what always does
        house.clock.advance(30s);
        QCOMPARE(house.submit(ada, passcode("4712")).result, Result::Refused);
        house.clock.advance(30s);
        QCOMPARE(house.submit(ada, passcode("4711")).result, Result::Success);
    }
    void oneGoodCodeInParallelSucceedsOnce_data()
    {
        QTest::addColumn<PinStyle>("style");
        QTest::newRow("without PIN") << PinStyle::None;
        QTest::newRow("PIN before the code") << PinStyle::BeforeCode;
        QTest::newRow("PIN mixed in") << PinStyle::Mixed;
    }
    void oneGoodCodeInParallelSucceedsOnce()
    {
        QFETCH(PinStyle, style);
        GateHouse house;
        const QString serial = house.addToken(
            house.addUser(ada), {.digits = 8, .style = style, .pin = style == PinStyle::None ? "" : "4711"});
        const QByteArray code = house.code(serial);
        const QByteArray passcode = style == PinStyle::Mixed
            ? otp::mixPin(otp::Code(code), "4711").view().toByteArray()
            : (style == PinStyle::None ? code : "4711" + code);
        const auto outcomes = house.submitInParallel(ada, passcode, 200);
        QCOMPARE(count(outcomes, Result::Success), 1);
        QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM events WHERE key = ? AND result = ?"),
                              {logon, QStringLiteral("success")}),
                 1);
        QCOMPARE(house.events(logon), 200); // every attempt left its trace
        QCOMPARE(house.number(QStringLiteral("SELECT pending FROM users")), 0);
        QCOMPARE(house.number(QStringLiteral("SELECT last_step FROM tokens")), otp::stepAt(noon, 30));
    }

    void wrongCodesInParallelAreEvaluatedUpToTheLimit()
    {
        GateHouse house;
        house.addToken(house.addUser(ada));
        const auto outcomes = house.submitInParallel(ada, "nonsense", 200);
        QCOMPARE(count(outcomes, reason::wrongCode), 5);
        QCOMPARE(count(outcomes, reason::accountLocked), 195);
        QCOMPARE(house.events(QStringLiteral("ACCOUNT_LOCKED")), 1);
        QCOMPARE(house.number(QStringLiteral("SELECT failures FROM users")), 5);
    }

    void wrongPinsInParallelAreHashedUpToTheLimit()
    {
        GateHouse house;
        const QString serial =
            house.addToken(house.addUser(ada), {.style = PinStyle::BeforeCode, .pin = "4711"});
        const auto outcomes = house.submitInParallel(ada, "0815" + house.code(serial), 200);
        QCOMPARE(count(outcomes, reason::wrongPin), 5);
        QCOMPARE(count(outcomes, reason::wrongPin) + count(outcomes, reason::accountLocked)
                     + count(outcomes, reason::tooManyWaiting),
                 200);
        QCOMPARE(house.events(QStringLiteral("ACCOUNT_LOCKED")), 1);
        QCOMPARE(house.submit(ada, "0815" + house.code(serial)).reason, reason::accountLocked);
        QCOMPARE(house.number(QStringLiteral("SELECT pending FROM users")), 0);
    }

    void everyRefusalIsAlikeToTheCaller_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("spoil");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("unknown") << QStringLiteral("nobody") << QString() << reason::userUnknown;
        QTest::newRow("wrong code") << ada << QString() << reason::wrongCode;
        QTest::newRow("disabled") << ada << QStringLiteral("UPDATE users SET enabled = 0")
                                  << reason::accountDisabled;
        QTest::newRow("locked") << ada
                                << QStringLiteral("UPDATE users SET failures = 5, first_failure_at ="
                                                  " 1800000000000, locked_at = 1800000000000")
                                << reason::accountLocked;
        QTest::newRow("ended") << ada << QStringLiteral("UPDATE users SET ends_at = 1")
                               << reason::accountEnded;
        QTest::newRow("no token") << ada << QStringLiteral("UPDATE tokens SET user_id = NULL")
                                  << reason::noToken;
    }
    void everyRefusalIsAlikeToTheCaller()
    {
        QFETCH(QString, name);
        QFETCH(QString, spoil);
        QFETCH(Reason, reason);
        GateHouse house;
        house.addToken(house.addUser(ada));
        if (!spoil.isEmpty()) {
            house.change(spoil);
        }
        const Outcome outcome = house.submit(name, "000000");
        QCOMPARE(outcome.result, Result::Refused);
        QCOMPARE(outcome.reason, reason);
        QVERIFY(!outcome.continuation);
        QCOMPARE(house.events(logon, reason), 1); // the truth is in the event
        // It is held back until the floor; nothing else is.
        QCOMPARE(house.delays.size(), size_t {1});
        QVERIFY(house.delays.front() > 0ms && house.delays.front() <= 250ms);
    }

    void aSuccessIsNotHeldBackAndResetsTheFailures()
    {
        GateHouse house;
        const QString serial = house.addToken(house.addUser(ada));
        QCOMPARE(house.submit(ada, "000000").reason, reason::wrongCode);
        QCOMPARE(house.number(QStringLiteral("SELECT failures FROM users")), 1);
        house.delays.clear();
        QCOMPARE(house.submit(ada, house.code(serial)).result, Result::Success);
        QVERIFY(house.delays.empty());
        QCOMPARE(house.number(QStringLiteral("SELECT failures FROM users")), 0);
        QCOMPARE(house.number(QStringLiteral("SELECT wrong_codes FROM tokens")), 0);
    }

    void theSamePersonIsCountedUnderEveryName()
    {
        GateHouse house;
        const qint64 id = house.addUser(ada);
        house.addToken(id);
        house.change(QStringLiteral("INSERT INTO user_aliases (alias_key, alias, user_id) VALUES"
                                    " ('countess', 'Countess', ?)"),
                     {id});
        for (const char* name : {"ada", "ADA ", "Countess", "ada@example.com", "Ada@Example.com"}) {
            QCOMPARE(house.submit(QString::fromLatin1(name), "000000").reason, reason::wrongCode);
        }
        QCOMPARE(house.submit(ada, "000000").reason, reason::accountLocked);
    }

    void aReservationSurvivesACrashAsAFailure()
    {
        GateHouse house;
        house.addToken(house.addUser(ada,
                                     QStringLiteral("failures = 3, pending = 2, first_failure_at = %1")
                                         .arg(contract::toMilliseconds(noon))));
        const qint64 other = house.addUser(QStringLiteral("bob"), QStringLiteral("pending = 1"));
        house.gate->recover();
        QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM users WHERE pending <> 0")), 0);
        QCOMPARE(house.submit(ada, "000000").reason, reason::accountLocked);
        QCOMPARE(house.events(QStringLiteral("ACCOUNT_LOCKED")), 1);
        QCOMPARE(house.number(QStringLiteral("SELECT failures FROM users WHERE id = ?"), {other}), 1);
        QCOMPARE(house.events(logon, reason::serviceInterrupted), 2);
    }

    void aLockThatTimeEndsLetsThePersonInAgain()
    {
        GateHouse house;
        const QString serial = house.addToken(house.addUser(ada));
        house.change(QStringLiteral(
            "UPDATE policies SET settings = replace(settings, '\"unlockBy\":\"administrator\"',"
            " '\"unlockBy\":\"time\"') WHERE type = 'lockout'"));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(house.submit(ada, "000000").reason, reason::wrongCode);
        }
        QCOMPARE(house.submit(ada, house.code(serial)).reason, reason::accountLocked);
        house.clock.advance(30min);
        // Five wrong codes in a row: the next one is asked for as well.
        const Outcome first = house.submit(ada, house.code(serial));
        QCOMPARE(first.result, Result::NextTokencode);
        QCOMPARE(house.nextCode(first, house.code(serial, 1)).result, Result::Success);
    }

    void theNextTokencodeHasOneChance()
    {
        GateHouse house;
        const QString serial = house.addToken(house.addUser(ada));
        house.change(QStringLiteral("UPDATE tokens SET wrong_codes = 3"));
        const Outcome first = house.submit(ada, house.code(serial));
        QCOMPARE(first.result, Result::NextTokencode);
        QCOMPARE(house.number(QStringLiteral("SELECT failures FROM users")), 0);
        QCOMPARE(house.nextCode(first, "000000").reason, reason::wrongCode);
        QCOMPARE(house.number(QStringLiteral("SELECT next_code_required FROM tokens")), 1);
        house.clock.advance(30s);
        const Outcome second = house.submit(ada, house.code(serial));
        QCOMPARE(second.result, Result::NextTokencode);
        QCOMPARE(house.nextCode(second, house.code(serial, 1)).result, Result::Success);
        QCOMPARE(house.number(QStringLiteral("SELECT next_code_required FROM tokens")), 0);
        QCOMPARE(house.nextCode(second, house.code(serial, 1)).reason, reason::codeAlreadyUsed);
    }

    void aNewPinIsChosenOnceAndWorks_data()
    {
        QTest::addColumn<PinStyle>("style");
        QTest::newRow("before the code") << PinStyle::BeforeCode;
        QTest::newRow("mixed in") << PinStyle::Mixed;
    }
    void aNewPinIsChosenOnceAndWorks()
    {
        QFETCH(PinStyle, style);
        GateHouse house;
        const QString serial = house.addToken(house.addUser(ada), {.style = style});
        const Outcome first = house.submit(ada, house.code(serial));
        QCOMPARE(first.result, Result::NewPin);
        const Outcome trivial = house.newPin(first, "1234");
        QCOMPARE(trivial.result, Result::PinRefused);
        QCOMPARE(trivial.faults, std::vector {PinFault::Trivial});
        QCOMPARE(house.newPin(first, "4711").result, Result::Success);
        QCOMPARE(house.newPin(first, "0815").result, Result::Refused); // once
        house.clock.advance(30s);
        const QByteArray code = house.code(serial);
        const QByteArray passcode = style == PinStyle::Mixed
            ? otp::mixPin(otp::Code(code), "4711").view().toByteArray()
            : "4711" + code;
        QCOMPARE(house.submit(ada, passcode).result, Result::Success);
    }

    void aPinThatMustChangeIsNotChosenAgain()
    {
        GateHouse house;
        const QString serial =
            house.addToken(house.addUser(ada), {.style = PinStyle::BeforeCode, .pin = "4711"});
        house.change(QStringLiteral("UPDATE tokens SET pin_state = 'mustChange'"));
        const Outcome first = house.submit(ada, "4711" + house.code(serial));
        QCOMPARE(first.result, Result::NewPin);
        QCOMPARE(house.newPin(first, "4711").faults, std::vector {PinFault::SameAsBefore});
        QCOMPARE(house.newPin(first, "0815").result, Result::Success);
    }

    void anEmergencyCodeOfASetWorksOnce()
    {
        GateHouse house;
        const qint64 id = house.addUser(ada);
        const QString serial = house.addToken(id);
        house.addEmergency(id, serial, "BCDF2345");
        const auto outcomes = house.submitInParallel(ada, "bcdf-2345", 4);
        QCOMPARE(count(outcomes, Result::Success), 1);
        QCOMPARE(count(outcomes, reason::emergencyCodeUsed), 3);
        QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM events WHERE method = ?"
                                             " AND result = 'success'"),
                              {QStringLiteral("EMERGENCY_TOKENCODE")}),
                 1);
    }

    void aFixedEmergencyCodeWithThePinWorksAgainAndAgain()
    {
        GateHouse house;
        const qint64 id = house.addUser(ada);
        const QString serial = house.addToken(id, {.style = PinStyle::BeforeCode, .pin = "4711"});
        house.addEmergency(id, serial, "BCDF2345", "fixed", "tokencode");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(house.submit(ada, "4711BCDF2345").result, Result::Success);
        }
        QCOMPARE(house.submit(ada, "BCDF2345").reason, reason::wrongPin);
    }

    void theReturnOfTheTokenCancelsItsEmergencyCodes()
    {
        GateHouse house;
        const qint64 id = house.addUser(ada);
        const QString serial = house.addToken(id);
        house.change(QStringLiteral("UPDATE tokens SET lost_at = ?"), {contract::toMilliseconds(noon)});
        house.addEmergency(id, serial, "BCDF2345");
        QCOMPARE(house.submit(ada, house.code(serial)).result, Result::Success);
        QCOMPARE(house.submit(ada, "BCDF2345").reason, reason::emergencyCodeCancelled);
        QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM tokens WHERE lost_at IS NULL")), 1);
        QCOMPARE(house.events(QStringLiteral("EMERGENCY_CODES_CANCELLED")), 1);
    }

    void theFirstUseOfANewTokenRelievesTheOldOneAndKeepsThePin()
    {
        GateHouse house;
        const qint64 id = house.addUser(ada);
        const QString old = house.addToken(id, {.style = PinStyle::BeforeCode, .pin = "4711"});
        const QString fresh = house.addToken(id, {.style = PinStyle::BeforeCode});
        house.change(QStringLiteral("UPDATE tokens SET replaced_by_id = 2 WHERE id = 1"));
        house.change(QStringLiteral("UPDATE tokens SET replaces_id = 1, keep_pin = 1 WHERE id = 2"));
        QCOMPARE(house.submit(ada, "4711" + house.code(old)).tokenSerial, old);
        QCOMPARE(house.submit(ada, "4711" + house.code(fresh)).tokenSerial, fresh);
        QCOMPARE(house.number(QStringLiteral("SELECT user_id FROM tokens WHERE id = 1")), -1);
        house.clock.advance(30s);
        QCOMPARE(house.submit(ada, "4711" + house.code(old)).result, Result::Refused);
        QCOMPARE(house.submit(ada, "4711" + house.code(fresh)).result, Result::Success);
        QCOMPARE(house.events(QStringLiteral("AM_TOKEN_REPLACED")), 1);
    }

    void aPasswordIsCountedLikeAnythingElse()
    {
        GateHouse house;
        const qint64 id = house.addUser(ada);
        house.change(QStringLiteral("INSERT INTO passwords (user_id, hash, set_at) VALUES (?, ?, 0)"),
                     {id, security::hashPin(house.keys, secret("a long password"), passwordIdentity(id))});
        const auto signIn = [&](QByteArrayView password) {
            Submission submission;
            submission.subjectName = ada;
            submission.credentials.password = secret(password);
            submission.method = QStringLiteral("PASSWORD");
            return house.gate->submitAndWait(std::move(submission));
        };
        QCOMPARE(signIn("a long password").result, Result::Success);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(signIn("another").reason, reason::wrongPassword);
        }
        QCOMPARE(signIn("a long password").reason, reason::accountLocked);
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
