// SPDX-License-Identifier: Apache-2.0
#include "models/readiness_mail.h"
#include "models/words_offline.h"
#include "services/contract/offline.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::OfflineSet;
using contract::OfflineSetState;

namespace {

const contract::Timestamp now = *contract::fromRfc3339(QStringLiteral("2026-06-04T12:00:00Z")); // a Thursday

OfflineSet held(const QString& id, OfflineSetState state)
{
    OfflineSet value;
    value.id = id;
    value.userName = u"ada"_s;
    value.workstationName = u"LAPTOP-"_s + id;
    value.state = state;
    value.expiresAt = now + std::chrono::hours(24 * 4);
    return value;
}

} // namespace

class OfflineWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsVoidIsReplacedOrRemoved_data();
    void whatIsVoidIsReplacedOrRemoved();
    void aCureOfAPolicySaysWhatItChangesAndForWhom();
    void theMailGoesToThoseWhomItHelps();
    void whatWasFoundIsToldInOurWords();
};

void OfflineWordsTest::whatIsVoidIsReplacedOrRemoved_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("renewal");
    for (const char* reason : {"policy_changed", "user_renamed", "damaged", "not_held", "not_received"}) {
        QTest::newRow(reason) << QString::fromLatin1(reason) << u"To be replaced"_s << u"Automatic"_s;
    }
    QTest::newRow("pin_changed") << u"pin_changed"_s << u"To be replaced"_s << u"Needs a logon"_s;
    QTest::newRow("token_lost") << u"token_lost"_s << u"Not renewed"_s << QString();
    for (const char* reason :
         {"account_disabled", "account_ended", "user_deleted", "token_changed", "token_disabled",
          "token_expired", "pin_cleared", "offline_disabled", "passcode_too_short", "pinpad_not_allowed",
          "pinless_not_allowed", "of_a_newer_service"}) {
        QTest::newRow(reason) << QString::fromLatin1(reason) << u"To be removed"_s << QString();
    }
}

// As the service advises the workstation: tests/api holds the other side.
void OfflineWordsTest::whatIsVoidIsReplacedOrRemoved()
{
    QFETCH(QString, reason);
    QFETCH(QString, state);
    QFETCH(QString, renewal);
    OfflineSet set = held(u"1"_s, OfflineSetState::Void);
    set.stateReason = reason;
    QVERIFY(models::words::standing(set).startsWith(state));
    QCOMPARE(models::words::renewal(set), renewal);
    set.refillWanted = true;
    QCOMPARE(models::words::renewal(set),
             renewal.isEmpty()                ? QString()
                 : reason == u"pin_changed"_s ? u"At the next logon"_s
                                              : u"At the next contact"_s);
}

void OfflineWordsTest::aCureOfAPolicySaysWhatItChangesAndForWhom()
{
    contract::Check check;
    check.cure.emplace();
    check.cure->action = contract::CardAction::ChangePolicy;
    check.cure->label = u"Turn offline logon on"_s;
    check.origin = contract::PolicyOrigin {u"1"_s, u"Standard"_s, contract::OriginKind::Default, {}};
    const auto words = [&](const QString& id, const QString& reason, const QJsonObject& body) {
        check.id = id;
        check.detail = {{u"reason"_s, reason}};
        check.cure->body = body;
        return models::words::offlineCure(check);
    };
    QCOMPARE(words(u"offline_enabled"_s, u"offline_disabled"_s, {}), u"Turn offline logon on"_s);
    QCOMPARE(words(u"offline_token_kind"_s, u"pinless_not_allowed"_s, {}), u"Allow tokens without a PIN"_s);
    QCOMPARE(words(u"offline_token_kind"_s, u"pinpad_not_allowed"_s, {}),
             u"Allow passcodes mixed by an app"_s);
    QCOMPARE(words(u"offline_passcode_length"_s, u"passcode_too_short"_s, {{u"minimumPasscodeLength"_s, 10}}),
             u"Ask for 10 character(s)"_s);
    QCOMPARE(words(u"offline_codes"_s, u"no_code_types"_s, {{u"emergencyPasscodes"_s, true}}),
             u"Send a code for PIN and token along"_s);
    QCOMPARE(words(u"offline_codes"_s, u"no_code_types"_s, {{u"emergencyTokencodes"_s, true}}),
             u"Send a code for the token along"_s);
    QCOMPARE(models::words::offlineCureReach(check), u"In “Standard”: for every domain without its own"_s);
    check.origin->kind = contract::OriginKind::Inherited;
    QCOMPARE(models::words::offlineCureReach(check), u"In “Standard”: for every domain that takes it"_s);
    check.cure->action = contract::CardAction::ClearPin;
    QVERIFY(models::words::offlineCure(check).isEmpty());
    QVERIFY(models::words::offlineCureReach(check).isEmpty());
}

void OfflineWordsTest::theMailGoesToThoseWhomItHelps()
{
    OfflineSet valid = held(u"1"_s, OfflineSetState::Valid);
    OfflineSet over = held(u"2"_s, OfflineSetState::Expired);
    over.expiresAt = now - std::chrono::hours(24);
    OfflineSet damaged = held(u"3"_s, OfflineSetState::Void);
    damaged.stateReason = u"damaged"_s;
    OfflineSet leaver = held(u"4"_s, OfflineSetState::Void);
    leaver.stateReason = u"account_disabled"_s;
    const OfflineSet revoked = held(u"5"_s, OfflineSetState::Revoked);
    const auto mail = models::readinessMail({valid, over, damaged, leaver, revoked});
    QCOMPARE(mail.leftOut, 2);
    QVERIFY(!mail.text.contains(u"LAPTOP-4"_s) && !mail.text.contains(u"LAPTOP-5"_s));
    const auto byLogon = mail.text.indexOf(u"sign in there once"_s);
    const auto byContact = mail.text.indexOf(u"is enough"_s);
    QVERIFY(byLogon > 0 && byLogon < mail.text.indexOf(u"LAPTOP-2: over since 3 Jun 2026"_s));
    QVERIFY(byContact > mail.text.indexOf(u"LAPTOP-2"_s));
    QVERIFY(byContact < mail.text.indexOf(u"LAPTOP-1: until 8 Jun 2026"_s));
    QVERIFY(mail.text.contains(u"LAPTOP-3: signs in again once connected"_s));
    QVERIFY(models::readinessMail({leaver}).text.isEmpty());
}

// The service's own sentences are English, whatever the console speaks.
void OfflineWordsTest::whatWasFoundIsToldInOurWords()
{
    const auto told = [](const QString& id, const QString& found) {
        contract::Check check;
        check.id = id;
        check.passed = true;
        check.found = found;
        return models::words::offlineCheckFound(check);
    };
    const auto length = u"offline_passcode_length"_s;
    QCOMPARE(told(length, u"8 characters"_s), u"8 character(s)"_s);
    QCOMPARE(told(length, u"10 to 14 characters, by the PIN"_s), u"10 to 14 characters, by the PIN"_s);
    QCOMPARE(told(length, u"8 characters; exempt"_s), u"8 character(s); allowed although weaker"_s);
    QCOMPARE(
        told(u"offline_token_kind"_s, u"PINPad style: its passcode has 8 characters, whatever the PIN"_s),
        u"the app mixes the PIN in"_s);
    QCOMPARE(told(u"offline_codes"_s, u"tokencode"_s), u"for a lost token"_s);
    contract::Check policy;
    policy.id = u"offline_policy_domain"_s;
    policy.origin = contract::PolicyOrigin {u"1"_s, u"Plant"_s, contract::OriginKind::Own, u"/Plant"_s};
    policy.detail = {{u"betterPolicy"_s, u"Travelling"_s}};
    QCOMPARE(models::words::offlineCheckFound(policy),
             u"“Plant” counts, which refuses; “Travelling” would not"_s);
}

QTEST_GUILESS_MAIN(OfflineWordsTest)
#include "tst_offline_words.moc"
