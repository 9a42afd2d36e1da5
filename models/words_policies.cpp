// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/words.h"

#include <QCoreApplication>

namespace holdfast::models::words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString seconds(int count)
{
    return duration(std::chrono::ceil<std::chrono::minutes>(std::chrono::seconds(count)));
}

} // namespace

QString summary(const contract::LockoutPolicy& policy)
{
    if (!policy.enabled) {
        return Words::tr("Accounts are never locked");
    }
    const QString lock = Words::tr("%n failure(s) within %1 lock", nullptr, policy.maxFailures)
                             .arg(seconds(policy.windowSeconds));
    const QString unlock = policy.unlockBy == contract::UnlockBy::Administrator
        ? Words::tr("an administrator unlocks")
        : Words::tr("unlocked after %1").arg(seconds(policy.unlockAfterSeconds));
    return Words::tr("%1; %2").arg(lock, unlock);
}

QString summary(const contract::TokenPolicy& policy)
{
    const QString pin = policy.pinCharacters == contract::PinCharacters::Digits
        ? Words::tr("PINs of %1 to %2 digits")
        : Words::tr("PINs of %1 to %2 letters and digits");
    const QString chosen = policy.pinChoice == contract::PinChoice::Service
        ? Words::tr("%1, given by the service")
        : QStringLiteral("%1");
    const QString kept = policy.pinMaxDays > 0 ? Words::tr("%1 for %n day(s)", nullptr, policy.pinMaxDays)
                                               : QStringLiteral("%1");
    const QString life = duration(std::chrono::minutes(policy.emergencyCodeMinutes));
    return Words::tr("%1; emergency codes live %2")
        .arg(kept.arg(chosen.arg(pin.arg(policy.pinMinLength).arg(policy.pinMaxLength))), life);
}

QString summary(const contract::OfflinePolicy& policy)
{
    if (!policy.enabled) {
        return Words::tr("No offline sign-in");
    }
    return Words::tr("%n offline day(s); a passcode has at least %1 characters", nullptr, policy.offlineDays)
        .arg(policy.minimumPasscodeLength);
}

} // namespace holdfast::models::words
