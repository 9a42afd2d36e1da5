// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_policy.h"

namespace holdfast::authentication {

namespace {

using contract::PinStyle;

// Fobs and apps show six or eight digits; PINs of four to eight are what people have.
constexpr std::array verdictDigits {6, 8};
constexpr int verdictShortestPin = 4;
constexpr int verdictLongestPin = 8;

contract::OfflineVerdict verdictFor(const contract::OfflinePolicy& policy, const char* kind, PinStyle style,
                                    int digits, int pinLength)
{
    const PasscodeVerdict found = passcodeVerdict(
        policy,
        {.style = style,
         .digits = digits,
         .pinLength = style == PinStyle::BeforeCode ? std::optional(pinLength) : std::nullopt});
    return {.kind = QString::fromLatin1(kind),
            .pinLength = pinLength,
            .passcodeLength = found.longest,
            .allowed = found.answer == PasscodeVerdict::Answer::Allowed,
            .reason = QString(found.reason),
            .setting = QString::fromLatin1(found.setting)};
}

} // namespace

std::vector<contract::OfflineVerdict> offlineVerdicts(const contract::OfflinePolicy& policy)
{
    std::vector<contract::OfflineVerdict> verdicts;
    for (const int digits : verdictDigits) {
        for (int pin = verdictShortestPin; pin <= verdictLongestPin; ++pin) {
            verdicts.push_back(verdictFor(policy, "pinBeforeCode", PinStyle::BeforeCode, digits, pin));
        }
    }
    for (const int digits : verdictDigits) {
        verdicts.push_back(verdictFor(policy, "pinpad", PinStyle::Mixed, digits, 0));
    }
    for (const int digits : verdictDigits) {
        verdicts.push_back(verdictFor(policy, "pinless", PinStyle::None, digits, 0));
    }
    return verdicts;
}

} // namespace holdfast::authentication
