// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_draft.h"

#include "services/otp/oath.h"
#include "services/otp/pin_pad.h"
#include "services/security/random.h"

#include <algorithm>
#include <array>

namespace holdfast::authentication {

using contract::Timestamp;

namespace {

constexpr int emergencyTokencodeLength = 8;

} // namespace

OfflineSteps grantedSteps(const TokenFacts& token, const contract::OfflinePolicy& policy, int days,
                          int stepsAround, Timestamp now, Timestamp until)
{
    OfflineSteps steps;
    steps.expiresAt = std::min<Timestamp>(now + std::chrono::days(days), until);
    if (token.kind == contract::TokenKind::Hotp) {
        steps.days.push_back({token.lastStep + 1, static_cast<int>(codesGranted(policy.logonsPerDay, days))});
        return steps;
    }
    const auto stepOn = [&](int day) {
        return otp::stepAt(now + std::chrono::days(day), token.intervalSeconds) + token.driftSteps;
    };
    qint64 next = std::max<qint64>(stepOn(0) - stepsAround, 0);
    for (int day = 1; day <= days; ++day) {
        const qint64 end = stepOn(day) + (day == days ? stepsAround + 1 : 0);
        steps.days.push_back({next, static_cast<int>(end - next)});
        next = end;
    }
    return steps;
}

std::function<otp::Code(qint64)> typedCode(std::shared_ptr<const otp::CodeGenerator> generator,
                                           const contract::Secret& mixedPin)
{
    if (mixedPin.isEmpty()) {
        return [generator = std::move(generator)](qint64 step) {
            return generator->code(step);
        };
    }
    return [generator = std::move(generator), mixedPin](qint64 step) {
        return otp::mixPin(generator->code(step), mixedPin.reveal());
    };
}

QList<int> typedLengths(contract::PinStyle style, int digits, int pinLength)
{
    return style == contract::PinStyle::BeforeCode
        ? QList<int> {pinLength + digits, pinLength + emergencyTokencodeLength}
        : QList<int> {digits};
}

contract::Secret makeOfflineCode(contract::CodeReplaces replaces, bool letters, const QList<int>& typed)
{
    // Some forty bits or more where it stands alone; one length more than could be typed.
    constexpr std::array ofLetters {10, 9, 11};
    constexpr std::array ofDigits {12, 13, 14};
    int length = emergencyTokencodeLength;
    if (replaces == contract::CodeReplaces::Passcode) {
        const auto& lengths = letters ? ofLetters : ofDigits;
        length = *std::find_if(lengths.begin(), lengths.end() - 1,
                               [&](int candidate) { return !typed.contains(candidate); });
    }
    return security::randomText(length, letters ? security::readableAlphabet : QByteArrayView("0123456789"));
}

} // namespace holdfast::authentication
