// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/policy_effects.h"
#include "tests/domain/person.h"

#include <QRandomGenerator>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::LockoutPolicy;
using contract::OfflinePolicy;
using contract::PinStyle;
using contract::TokenPolicy;
using contract::UnlockBy;

namespace {

AccountFacts failing(int failures)
{
    AccountFacts account;
    account.failures = failures;
    account.firstFailureAt = noon - 1min;
    return account;
}

AccountFacts locked(std::chrono::minutes ago)
{
    AccountFacts account = failing(5);
    account.lockedAt = noon - ago;
    return account;
}

LockoutPolicy byTime(int seconds)
{
    LockoutPolicy policy;
    policy.unlockBy = UnlockBy::Time;
    policy.unlockAfterSeconds = seconds;
    return policy;
}

} // namespace

class TestPolicyEffects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallerLimitLocksAtTheNextFailure()
    {
        LockoutPolicy strict;
        strict.maxFailures = 3;
        QCOMPARE(lockoutEffect(failing(2), {}, strict, noon), EffectId("locked_at_next_failure"));
        QCOMPARE(lockoutEffect(failing(1), {}, strict, noon), EffectId());
        QCOMPARE(lockoutEffect(failing(4), {}, strict, noon), EffectId()); // before as well
        QCOMPARE(lockoutEffect(failing(2), strict, {}, noon), EffectId("spared_at_next_failure"));
    }

    void aLockFollowsThePolicyOfNow()
    {
        QCOMPARE(lockoutEffect(locked(20min), {}, byTime(600), noon), EffectId("unlocked"));
        QCOMPARE(lockoutEffect(locked(20min), byTime(600), {}, noon), EffectId("locked_again"));
        QCOMPARE(lockoutEffect(locked(5min), byTime(600), byTime(1200), noon), EffectId("locked_longer"));
        QCOMPARE(lockoutEffect(locked(5min), byTime(1200), byTime(600), noon), EffectId("unlocked_sooner"));
        QCOMPARE(lockoutEffect(locked(5min), {}, byTime(600), noon), EffectId("unlocked_sooner"));
        LockoutPolicy never;
        never.enabled = false;
        QCOMPARE(lockoutEffect(locked(5min), {}, never, noon), EffectId("unlocked"));
    }

    // What it says is what the next wrong code does.
    void itAgreesWithWhatAFailureDoes()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const auto any = [&] {
                LockoutPolicy policy = byTime(static_cast<int>(random.bounded(60, 3600)));
                policy.enabled = random.bounded(5) != 0;
                policy.unlockBy = random.bounded(2) == 0 ? UnlockBy::Time : UnlockBy::Administrator;
                policy.maxFailures = static_cast<int>(random.bounded(1, 8));
                policy.windowSeconds = static_cast<int>(random.bounded(60, 7200));
                return policy;
            };
            const LockoutPolicy before = any();
            const LockoutPolicy after = any();
            AccountFacts account = failing(static_cast<int>(random.bounded(8)));
            account.firstFailureAt = noon - std::chrono::minutes(random.bounded(120));
            if (random.bounded(3) == 0) {
                account.lockedAt = noon - std::chrono::minutes(random.bounded(90));
            }
            const EffectId effect = lockoutEffect(account, before, after, noon);
            const bool isLocked = lockOf(account, before, noon).locked;
            const bool becomesLocked = lockOf(account, after, noon).locked;
            QCOMPARE(effect == EffectId("unlocked"), isLocked && !becomesLocked);
            QCOMPARE(effect == EffectId("locked_again"), !isLocked && becomesLocked);
            if (!isLocked && !becomesLocked) {
                QCOMPARE(effect == EffectId("locked_at_next_failure"),
                         afterFailure(account, after, noon).locks
                             && !afterFailure(account, before, noon).locks);
            }
        }
    }

    void aPinIsJudgedByItsLengthOnlyWhereTheRuleBecameStricter()
    {
        TokenPolicy strict;
        strict.pinMinLength = 6;
        strict.pinMaxLength = 7;
        QCOMPARE(pinEffect(4, {}, strict), EffectId("pins_too_short"));
        QCOMPARE(pinEffect(8, {}, strict), EffectId("pins_too_long"));
        QCOMPARE(pinEffect(6, {}, strict), EffectId());
        QCOMPARE(pinEffect(3, {}, strict), EffectId()); // too short before as well
    }

    void theNextCodeIsAskedForAfterFewerOrMoreWrongOnes()
    {
        TokenPolicy strict;
        strict.nextTokencodeAfter = 1;
        TokenPolicy never;
        never.nextTokencodeAfter = 0;
        QCOMPARE(nextCodeEffect(2, {}, strict), EffectId("next_code_asked"));
        QCOMPARE(nextCodeEffect(3, {}, never), EffectId("next_code_spared"));
        QCOMPARE(nextCodeEffect(3, {}, strict), EffectId());
    }

    void whetherATokenMayGoOfflineIsTheArithmeticOfWhatIsTyped_data()
    {
        QTest::addColumn<PinStyle>("style");
        QTest::addColumn<int>("digits");
        QTest::addColumn<std::optional<int>>("pin");
        QTest::addColumn<int>("shortest");
        QTest::addColumn<bool>("weaker"); // what is shorter is taken although
        QTest::addColumn<OfflineUse>("expected");
        const std::optional<int> hash;
        QTest::newRow("6 and a PIN of at least 4, 8 wanted")
            << PinStyle::BeforeCode << 6 << hash << 8 << false << OfflineUse::Allowed;
        QTest::newRow("6 and a PIN of 4 to 8, 12 wanted")
            << PinStyle::BeforeCode << 6 << hash << 12 << false << OfflineUse::Unknown;
        QTest::newRow("6 and a PIN of 4, 12 wanted")
            << PinStyle::BeforeCode << 6 << std::optional(4) << 12 << false << OfflineUse::Refused;
        QTest::newRow("6 and a PIN of 4 to 8, 15 wanted")
            << PinStyle::BeforeCode << 6 << hash << 15 << false << OfflineUse::Refused;
        QTest::newRow("8 mixed, 10 wanted")
            << PinStyle::Mixed << 8 << std::optional(4) << 10 << false << OfflineUse::Refused;
        QTest::newRow("8 mixed, 10 wanted, but taken")
            << PinStyle::Mixed << 8 << std::optional(4) << 10 << true << OfflineUse::Allowed;
        QTest::newRow("6 without PIN") << PinStyle::None << 6 << hash << 8 << false << OfflineUse::Refused;
        QTest::newRow("6 without PIN, but taken")
            << PinStyle::None << 6 << hash << 8 << true << OfflineUse::Allowed;
    }
    void whetherATokenMayGoOfflineIsTheArithmeticOfWhatIsTyped()
    {
        QFETCH(PinStyle, style);
        QFETCH(int, digits);
        QFETCH(std::optional<int>, pin);
        QFETCH(int, shortest);
        QFETCH(bool, weaker);
        QFETCH(OfflineUse, expected);
        OfflinePolicy policy;
        policy.enabled = true;
        policy.minimumPasscodeLength = shortest;
        policy.allowPinless = policy.allowPinpadOrSoftware = weaker;
        QCOMPARE(offlineUse(policy, {}, style, digits, pin), expected);
        policy.enabled = false;
        QCOMPARE(offlineUse(policy, {}, style, digits, pin), OfflineUse::Refused);
    }
};

QTEST_GUILESS_MAIN(TestPolicyEffects)
#include "tst_policy_effects.moc"
