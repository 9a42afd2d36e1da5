// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/domain/offline_reasons.h"

#include <QRandomGenerator>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::OfflinePolicy;
using contract::PinStyle;
using Answer = PasscodeVerdict::Answer;

namespace {

OfflinePolicy someOfflinePolicy(QRandomGenerator& random)
{
    const auto flag = [&] {
        return random.bounded(2) == 1;
    };
    OfflinePolicy policy;
    policy.id = QString::number(random.bounded(1, 100));
    policy.enabled = random.bounded(4) != 0;
    policy.minimumPasscodeLength = random.bounded(4, 25);
    policy.allowPinpadOrSoftware = flag();
    policy.allowPinless = flag();
    policy.allowFixedPasscode = flag();
    policy.offlineDays = random.bounded(1, 100);
    policy.warnDays = random.bounded(0, policy.offlineDays + 1);
    policy.maxFailures = random.bounded(1, 101);
    policy.emergencyTokencodes = flag();
    policy.emergencyPasscodes = flag();
    policy.emergencyCodeLetters = flag();
    policy.emergencyCodeDays = random.bounded(1, 366);
    policy.logonsPerDay = random.bounded(1, 501);
    policy.uploadEvents = flag();
    policy.allowChallenges = flag();
    return policy;
}

// Whether `one` asks for no less than `other` in everything.
bool isNoLaxer(const OfflinePolicy& one, const OfflinePolicy& other)
{
    return one.enabled <= other.enabled && one.minimumPasscodeLength >= other.minimumPasscodeLength
        && one.allowPinpadOrSoftware <= other.allowPinpadOrSoftware && one.allowPinless <= other.allowPinless
        && one.allowFixedPasscode <= other.allowFixedPasscode && one.offlineDays <= other.offlineDays
        && one.warnDays >= other.warnDays && one.maxFailures <= other.maxFailures
        && one.emergencyTokencodes <= other.emergencyTokencodes
        && one.emergencyPasscodes <= other.emergencyPasscodes
        && one.emergencyCodeLetters >= other.emergencyCodeLetters
        && one.emergencyCodeDays <= other.emergencyCodeDays && one.logonsPerDay <= other.logonsPerDay
        && one.uploadEvents >= other.uploadEvents && one.allowChallenges <= other.allowChallenges;
}

std::shared_ptr<const OfflinePolicy> sharedPolicy(const OfflinePolicy& policy)
{
    return std::make_shared<const OfflinePolicy>(policy);
}

} // namespace

class TestOfflinePolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEffectivePolicyIsNeverLaxerThanEither();
    void whatBothPoliciesAllowIsAllowed();
    void itIsSaidWhosePolicyDecides();
    void aPinpadPasscodeOfEightNeverMeetsNine();
    void anUnknownPinLengthIsJudgedByItsBounds();
    void theMarkKeepsToWhatWasSent();
    void aGrantOfACounterTokenIsAFifthMore();
    void everyKindHasAVerdict();
    void whomToAskIsThePersonsPolicysWord();
};

void TestOfflinePolicy::theEffectivePolicyIsNeverLaxerThanEither()
{
    QRandomGenerator random(20260601);
    for (int i = 0; i < 2000; ++i) {
        const OfflinePolicy person = someOfflinePolicy(random);
        const OfflinePolicy workstation = someOfflinePolicy(random);
        const OfflinePolicy both = stricter(person, workstation);
        QVERIFY(isNoLaxer(both, person));
        QVERIFY(isNoLaxer(both, workstation));
        const OfflinePolicy other = stricter(workstation, person);
        QVERIFY(isNoLaxer(both, other) && isNoLaxer(other, both));
        // So is every decision that follows from it.
        const OfflinePasscode passcode {.style = static_cast<PinStyle>(random.bounded(3)),
                                        .digits = random.bounded(4, 11),
                                        .pinLength = random.bounded(4, 17)};
        if (passcodeVerdict(both, passcode).answer == Answer::Allowed) {
            QVERIFY(passcodeVerdict(person, passcode).answer == Answer::Allowed);
            QVERIFY(passcodeVerdict(workstation, passcode).answer == Answer::Allowed);
        }
    }
}

void TestOfflinePolicy::whatBothPoliciesAllowIsAllowed()
{
    QRandomGenerator random(7);
    int allowed = 0;
    for (int i = 0; i < 2000; ++i) {
        const OfflinePolicy person = someOfflinePolicy(random);
        OfflinePolicy workstation = someOfflinePolicy(random);
        workstation.allowPinless = person.allowPinless;
        workstation.allowPinpadOrSoftware = person.allowPinpadOrSoftware;
        const OfflinePasscode passcode {.style = static_cast<PinStyle>(random.bounded(3)),
                                        .digits = random.bounded(4, 11),
                                        .pinLength = random.bounded(4, 17)};
        if (passcodeVerdict(person, passcode).answer == Answer::Allowed
            && passcodeVerdict(workstation, passcode).answer == Answer::Allowed) {
            QVERIFY(passcodeVerdict(stricter(person, workstation), passcode).answer == Answer::Allowed);
            ++allowed;
        }
    }
    QVERIFY(allowed > 100);
}

void TestOfflinePolicy::itIsSaidWhosePolicyDecides()
{
    OfflinePolicy person;
    person.id = QStringLiteral("1");
    person.offlineDays = 14;
    person.minimumPasscodeLength = 10;
    OfflinePolicy workstation;
    workstation.id = QStringLiteral("2");
    workstation.offlineDays = 7;
    workstation.minimumPasscodeLength = 8;
    const EffectiveOfflinePolicy both = effectiveOfflinePolicy(
        {sharedPolicy(person), {}}, OfflinePolicyInEffect {sharedPolicy(workstation), {}});
    QCOMPARE(both.policy.id, QStringLiteral("1"));
    QCOMPARE(both.policy.offlineDays, 7);
    QCOMPARE(both.decidedBy("offlineDays").policy->id, QStringLiteral("2"));
    QCOMPARE(both.decidedBy("minimumPasscodeLength").policy->id, QStringLiteral("1"));
    QCOMPARE(both.decidedBy("maxFailures").policy->id, QStringLiteral("1"));
    QCOMPARE(effectiveOfflinePolicy({sharedPolicy(person), {}}).policy.offlineDays, 14);
}

void TestOfflinePolicy::aPinpadPasscodeOfEightNeverMeetsNine()
{
    OfflinePolicy policy;
    policy.enabled = true;
    policy.minimumPasscodeLength = 9;
    policy.allowPinpadOrSoftware = false;
    const OfflinePasscode pinpad {.style = PinStyle::Mixed, .digits = 8, .pinLength = 8};
    PasscodeVerdict verdict = passcodeVerdict(policy, pinpad);
    QCOMPARE(verdict.answer, Answer::Refused);
    QCOMPARE(verdict.longest, 8);
    QCOMPARE(verdict.reason, offline_reason::pinpadNotAllowed);
    policy.allowPinpadOrSoftware = true;
    verdict = passcodeVerdict(policy, pinpad);
    QCOMPARE(verdict.answer, Answer::Allowed);
    QCOMPARE(verdict.reason, offline_reason::byException);
    policy.minimumPasscodeLength = 8;
    policy.allowPinpadOrSoftware = false;
    QCOMPARE(passcodeVerdict(policy, pinpad).answer, Answer::Allowed);
}

void TestOfflinePolicy::anUnknownPinLengthIsJudgedByItsBounds()
{
    OfflinePolicy policy;
    policy.enabled = true;
    OfflinePasscode passcode {.style = PinStyle::BeforeCode, .digits = 6};
    policy.minimumPasscodeLength = 10;
    QCOMPARE(passcodeVerdict(policy, passcode).answer, Answer::Allowed);
    policy.minimumPasscodeLength = 12;
    QCOMPARE(passcodeVerdict(policy, passcode).answer, Answer::Unknown);
    policy.minimumPasscodeLength = 15;
    QCOMPARE(passcodeVerdict(policy, passcode).answer, Answer::Refused);
    passcode.pinLength = 9;
    QCOMPARE(passcodeVerdict(policy, passcode).answer, Answer::Allowed);
}

void TestOfflinePolicy::theMarkKeepsToWhatWasSent()
{
    OfflinePolicy policy;
    const QString mark = offlineMark(policy, PinStyle::BeforeCode, false);
    policy.name = QStringLiteral("renamed");
    policy.notes = QStringLiteral("note");
    policy.helpText = QStringLiteral("Help desk"); // comes with the next renewal
    policy.minimumPasscodeLength += 1; // judged anew, but not sent
    policy.logonsPerDay += 1; // of counter tokens alone
    QCOMPARE(offlineMark(policy, PinStyle::BeforeCode, false), mark);
    QVERIFY(offlineMark(policy, PinStyle::BeforeCode, true)
            != offlineMark(OfflinePolicy {}, PinStyle::BeforeCode, true));
    policy.offlineDays += 1;
    QVERIFY(offlineMark(policy, PinStyle::BeforeCode, false) != mark);
    policy.offlineDays -= 1;
    policy.emergencyPasscodes = false;
    QVERIFY(offlineMark(policy, PinStyle::BeforeCode, false) != mark);
    // What a set never holds does not decide about it.
    OfflinePolicy without;
    without.emergencyTokencodes = false;
    QVERIFY(offlineMark(without, PinStyle::BeforeCode, false) != mark);
    for (const PinStyle style : {PinStyle::None, PinStyle::Mixed}) {
        QCOMPARE(offlineMark(without, style, false), offlineMark(OfflinePolicy {}, style, false));
    }
    without.emergencyPasscodes = false;
    const QString bare = offlineMark(without, PinStyle::BeforeCode, false);
    without.emergencyCodeDays += 1;
    without.emergencyCodeLetters = !without.emergencyCodeLetters;
    QCOMPARE(offlineMark(without, PinStyle::BeforeCode, false), bare);
    without.maxFailures = 17;
    QCOMPARE(failuresOfMark(offlineMark(without, PinStyle::None, true)).value_or(0), 17);
    QVERIFY(!failuresOfMark(QString()));
}

void TestOfflinePolicy::aGrantOfACounterTokenIsAFifthMore()
{
    QCOMPARE(codesGranted(10, 14), 168);
    QCOMPARE(codesGranted(1, 1), 2);
    QCOMPARE(codesGranted(500, 99), mostCodesGranted);
    OfflinePolicy policy;
    for (const int logons : {1, 7, 10, 100, 426}) {
        policy.logonsPerDay = logons;
        const int days = daysThatFit(policy, 0, 99);
        QVERIFY(days == 99 || codesGranted(logons, days + 1) == mostCodesGranted);
        QVERIFY(days * logons * 6 <= mostCodesGranted * 5);
    }
    QCOMPARE(daysThatFit(policy, 0, 14), 1);
    QCOMPARE(daysThatFit(policy, 30, 14), 14);
    QCOMPARE(daysThatFit(policy, 1, 14), 5); // 500,000 steps
}

void TestOfflinePolicy::everyKindHasAVerdict()
{
    OfflinePolicy policy;
    policy.enabled = true;
    policy.minimumPasscodeLength = 11;
    policy.allowPinpadOrSoftware = true;
    policy.allowPinless = false;
    int allowed = 0;
    for (const contract::OfflineVerdict& verdict : offlineVerdicts(policy)) {
        if (verdict.kind == QLatin1String("pinBeforeCode")) {
            QCOMPARE(verdict.allowed, verdict.passcodeLength >= 11);
        } else {
            QCOMPARE(verdict.allowed, verdict.kind == QLatin1String("pinpad"));
        }
        QVERIFY(!verdict.setting.isEmpty());
        allowed += verdict.allowed ? 1 : 0;
    }
    QCOMPARE(allowed, 4 + 5 + 2);
    policy.enabled = false;
    for (const contract::OfflineVerdict& verdict : offlineVerdicts(policy)) {
        QVERIFY(!verdict.allowed);
        QCOMPARE(verdict.setting, QStringLiteral("enabled"));
    }
}

void TestOfflinePolicy::whomToAskIsThePersonsPolicysWord()
{
    OfflinePolicy person;
    OfflinePolicy workstation;
    workstation.helpText = QStringLiteral("Field service");
    QCOMPARE(stricter(person, workstation).helpText, QStringLiteral("Field service"));
    person.helpText = QStringLiteral("Help desk");
    QCOMPARE(stricter(person, workstation).helpText, QStringLiteral("Help desk"));
}

QTEST_GUILESS_MAIN(TestOfflinePolicy)
#include "tst_offline_policy.moc"
