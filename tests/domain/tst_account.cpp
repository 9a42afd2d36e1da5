// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/account_state.h"

#include <QTest>

using namespace holdfast::authentication;
using namespace holdfast::contract;
using namespace std::chrono_literals;

namespace {
constexpr Timestamp noon {std::chrono::milliseconds {1'800'000'000'000}};

AccountFacts fail(const AccountFacts& before, const LockoutPolicy& policy, Timestamp at)
{
    AccountFacts account = before;
    const FailureCount count = afterFailure(before, policy, at);
    account.failures = count.failures;
    account.firstFailureAt = count.firstFailureAt;
    account.lockedAt = count.lockedAt;
    return account;
}
} // namespace

class TestAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveFailuresWithinADayLock()
    {
        const LockoutPolicy policy;
        AccountFacts account;
        for (int i = 0; i < 4; ++i) {
            account = fail(account, policy, noon + i * 1h);
            QVERIFY(refusalOf(account, policy, noon + i * 1h).isEmpty());
        }
        QVERIFY(afterFailure(account, policy, noon + 5h).locks);
        account = fail(account, policy, noon + 5h);
        QCOMPARE(refusalOf(account, policy, noon + 5h), reason::accountLocked);
        QVERIFY(!lockOf(account, policy, noon + 5h).until);
        QCOMPARE(statusOf(account, policy, noon + 1000 * 24h), UserStatus::Locked);
    }

    void theFifthFailureAfterMoreThanADayDoesNotLock()
    {
        const LockoutPolicy policy;
        AccountFacts account;
        for (int i = 0; i < 4; ++i) {
            account = fail(account, policy, noon);
        }
        account = fail(account, policy, noon + 24h + 1ms);
        QVERIFY(!lockOf(account, policy, noon + 24h + 1ms).locked);
        QCOMPARE(failuresThatCount(account, policy, noon + 24h + 1ms), 1);
    }

    void aLockEndsByTimeWithoutALogon()
    {
        LockoutPolicy policy;
        policy.unlockBy = UnlockBy::Time;
        policy.unlockAfterSeconds = 1800;
        AccountFacts account;
        for (int i = 0; i < 5; ++i) {
            account = fail(account, policy, noon);
        }
        QCOMPARE(lockOf(account, policy, noon).until, std::optional(noon + 30min));
        QCOMPARE(statusOf(account, policy, noon + 30min - 1ms), UserStatus::Locked);
        QCOMPARE(statusOf(account, policy, noon + 30min), UserStatus::Active);
        // And the count begins anew.
        QCOMPARE(failuresThatCount(account, policy, noon + 31min), 0);
        QVERIFY(!afterFailure(account, policy, noon + 31min).locks);
    }

    void aPolicyThatIsOffNeverLocks()
    {
        LockoutPolicy policy;
        policy.enabled = false;
        AccountFacts account;
        for (int i = 0; i < 100; ++i) {
            account = fail(account, policy, noon);
        }
        QVERIFY(refusalOf(account, policy, noon).isEmpty());
        account.pending = 1000;
        QVERIFY(mayReserve(account, policy, noon));
    }

    void failuresAndPendingTogetherStayBelowTheLimit()
    {
        const LockoutPolicy policy;
        for (int failures = 0; failures < policy.maxFailures; ++failures) {
            for (int pending = 0; pending <= policy.maxFailures; ++pending) {
                AccountFacts account;
                account.failures = failures;
                account.firstFailureAt = noon;
                account.pending = pending;
                const bool fits = pending == 0 || failures + pending < policy.maxFailures;
                QCOMPARE(mayReserve(account, policy, noon), fits);
            }
        }
    }

    void disabledWeighsMoreThanTheDatesAndThoseMoreThanALock()
    {
        const LockoutPolicy policy;
        AccountFacts account;
        account.failures = 5;
        account.lockedAt = account.firstFailureAt = noon;
        account.endsAt = noon + 1h;
        QCOMPARE(refusalOf(account, policy, noon), reason::accountLocked);
        QCOMPARE(refusalOf(account, policy, noon + 1h), reason::accountEnded);
        account.startsAt = noon + 30min;
        QCOMPARE(refusalOf(account, policy, noon), reason::accountNotYetValid);
        account.enabled = false;
        QCOMPARE(refusalOf(account, policy, noon), reason::accountDisabled);
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
