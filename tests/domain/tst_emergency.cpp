// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/emergency_text.h"
#include "tests/domain/person.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::CodeReplaces;
using contract::EmergencyCodeKind;
using contract::OnTokenReturn;
using contract::PinStyle;

class TestEmergency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsReadHoweverItIsTyped_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("pin");
        QTest::newRow("alone") << QByteArray("BCDF2345") << QByteArray();
        QTest::newRow("lower case") << QByteArray("bcdf2345") << QByteArray();
        QTest::newRow("grouped") << QByteArray("bcdf-2345") << QByteArray();
        QTest::newRow("with spaces") << QByteArray(" bcdf 2345 ") << QByteArray();
        QTest::newRow("behind a PIN") << QByteArray("4711bcdf2345") << QByteArray("4711");
        QTest::newRow("behind a PIN and a dash") << QByteArray("4711-BCDF 2345") << QByteArray("4711");
    }
    void aCodeIsReadHoweverItIsTyped()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, pin);
        const auto reading = readEmergencyCode(secret(typed));
        QVERIFY(reading);
        QCOMPARE(reading->code.reveal().toByteArray(), QByteArray("BCDF2345"));
        QCOMPARE(reading->pin.reveal().trimmed().toByteArray(), pin);
        const security::KeyRing keys = security::KeyRing::generate();
        QCOMPARE(emergencyCodeMac(keys, 7, reading->code), emergencyCodeMac(keys, 7, secret("bcdf-2345")));
        QVERIFY(emergencyCodeMac(keys, 8, reading->code) != emergencyCodeMac(keys, 7, reading->code));
    }

    void whatIsNoCodeIsNotReadAsOne()
    {
        QVERIFY(!readEmergencyCode(secret("")));
        QVERIFY(!readEmergencyCode(secret("BCDF234")));
        QVERIFY(!readEmergencyCode(secret("BCDF2340"))); // no zero in the alphabet
        QVERIFY(!readEmergencyCode(secret("BCDF\xc3\xa9"
                                          "2345")));
    }

    void aCodeInPlaceOfTheTokencodeWantsThePin()
    {
        Person ada;
        ada.setPin(ada.addToken(), "4711", PinStyle::BeforeCode);
        ada.addIssue(EmergencyCodeKind::Fixed, CodeReplaces::Tokencode);
        ada.facts.emergencyMatch = EmergencyMatch {5, 1, false};
        QCOMPARE(ada.submit(QByteArrayLiteral("BCDF2345")).reason, reason::wrongPin);
        QCOMPARE(ada.hashes, 0);
        QCOMPARE(ada.submit(QByteArrayLiteral("0815BCDF2345")).reason, reason::wrongPin);
        const Decision right = ada.submit(QByteArrayLiteral("4711bcdf-2345"));
        QCOMPARE(right.kind, Kind::Accept);
        QCOMPARE(right.emergencyIssueId, 1);
        QVERIFY(!right.consumesEmergencyCode);
        QCOMPARE(right.step, -1);
    }

    void aCodeInPlaceOfThePasscodeStandsAlone()
    {
        Person ada;
        ada.setPin(ada.addToken(), "4711", PinStyle::BeforeCode);
        ada.addIssue(EmergencyCodeKind::OneTimeSet, CodeReplaces::Passcode);
        ada.facts.emergencyMatch = EmergencyMatch {5, 1, false};
        const Decision right = ada.submit(QByteArrayLiteral("BCDF2345"));
        QCOMPARE(right.kind, Kind::Accept);
        QVERIFY(right.consumesEmergencyCode);
        QCOMPARE(ada.hashes, 0);
        ada.facts.emergencyMatch->used = true;
        QCOMPARE(ada.submit(QByteArrayLiteral("BCDF2345")).reason, reason::emergencyCodeUsed);
    }

    void aCodeEndsWithItsTimeItsTokenOrByAHand()
    {
        Person ada;
        TokenFacts& token = ada.addToken();
        EmergencyFacts& issue = ada.addIssue(EmergencyCodeKind::Fixed, CodeReplaces::Passcode);
        ada.facts.emergencyMatch = EmergencyMatch {5, 1, false};
        const auto reason = [&] {
            return ada.submit(QByteArrayLiteral("BCDF2345")).reason;
        };
        QCOMPARE(reason(), reason::none);
        token.enabled = false;
        token.lostAt = ada.now;
        QCOMPARE(reason(), reason::none); // a lost token is what the code is for
        token.expiresAt = ada.now;
        QCOMPARE(reason(), reason::tokenExpired);
        token.expiresAt.reset();
        issue.expiresAt = ada.now;
        QCOMPARE(reason(), reason::emergencyCodeExpired);
        issue.cancelledAt = ada.now;
        QCOMPARE(reason(), reason::emergencyCodeCancelled);
    }

    void theTokenReturns_data()
    {
        QTest::addColumn<OnTokenReturn>("mode");
        QTest::addColumn<bool>("lost");
        QTest::addColumn<Reason>("before");
        QTest::addColumn<Reason>("after");
        const Reason none = reason::none;
        const Reason active = reason::emergencyCodeActive;
        QTest::newRow("refuse, lost") << OnTokenReturn::Refuse << true << active << reason::tokenLost;
        QTest::newRow("refuse, not lost") << OnTokenReturn::Refuse << false << active << none;
        QTest::newRow("cancel, lost") << OnTokenReturn::AcceptAndCancel << true << none << none;
        QTest::newRow("cancel, not lost") << OnTokenReturn::AcceptAndCancel << false << none << none;
        QTest::newRow("after expiry, lost") << OnTokenReturn::AcceptAfterExpiry << true << active << none;
        QTest::newRow("after expiry, not lost")
            << OnTokenReturn::AcceptAfterExpiry << false << active << none;
    }
    void theTokenReturns()
    {
        QFETCH(OnTokenReturn, mode);
        QFETCH(bool, lost);
        QFETCH(Reason, before);
        QFETCH(Reason, after);
        Person ada;
        TokenFacts& token = ada.addToken();
        if (lost) {
            token.lostAt = ada.now;
        }
        ada.addIssue(EmergencyCodeKind::Fixed, CodeReplaces::Passcode).onTokenReturn = mode;
        const Decision early = ada.submit(Person::code(token, ada.step()));
        QCOMPARE(early.reason, before);
        QCOMPARE(early.cancelsEmergencyCodes, mode == OnTokenReturn::AcceptAndCancel);
        QCOMPARE(early.found, lost && before.isEmpty());
        ada.now += 24h;
        const Decision late = ada.submit(Person::code(token, ada.step()));
        QCOMPARE(late.reason, after);
        QVERIFY(!late.cancelsEmergencyCodes);
        QCOMPARE(late.found, lost && after.isEmpty());
    }

    void anIssueFromBeforeTheLossDoesNotBringALostTokenBack()
    {
        Person ada;
        TokenFacts& token = ada.addToken();
        ada.addIssue(EmergencyCodeKind::Fixed, CodeReplaces::Passcode).onTokenReturn =
            OnTokenReturn::AcceptAndCancel;
        token.lostAt = ada.now + 1h;
        ada.now += 2h;
        QCOMPARE(ada.submit(Person::code(token, ada.step())).reason, reason::tokenLost);
    }
};

QTEST_GUILESS_MAIN(TestEmergency)
#include "tst_emergency.moc"
