// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/pin_rules.h"
#include "services/contract/mfa.h"

#include <optional>

// What the person is asked, in the words and the shape that clients of /mfa/v1_1 know.
namespace holdfast::authentication::mfa {

namespace method {
inline constexpr QLatin1String passcode {"SECURID"};
inline constexpr QLatin1String nextTokencode {"SECURID_NEXT_TOKENCODE"};
inline constexpr QLatin1String newPin {"SECURID_NEWPIN"};
inline constexpr QLatin1String newPinAlias {"SECURID_NEW_PIN"}; // so one client spells it
inline constexpr QLatin1String token {"TOKEN"}; // one-time code of an app: a passcode
inline constexpr QLatin1String emergencyCode {"EMERGENCY_TOKENCODE"};
} // namespace method

enum class Language
{
    English,
    German
};
// `lang` as clients send it: us_EN, de, de_DE, de-AT ... Anything unknown is English.
[[nodiscard]] Language languageOf(const std::optional<QString>& lang);

// Every text by its promptResourceId; those of one id when it is not empty.
[[nodiscard]] std::vector<contract::NameValue> resources(Language language, const QString& resourceId);

// Passcode, or emergency code as an alternative. The same for everybody, known or not. `onlyMethod`: what
// initialize asked for; nothing, or a method that is not offered, means all.
[[nodiscard]] contract::ChallengeMethods challengePasscode(Language language, const QString& onlyMethod,
                                                           const QString& referenceId);
[[nodiscard]] contract::ChallengeMethods challengeNextTokencode(Language language,
                                                                const QString& referenceId);
// `faults`: why the one before was refused. `given`: the PIN that the service made up, or empty.
[[nodiscard]] contract::ChallengeMethods challengeNewPin(Language language, const PinRules& rules,
                                                         const std::vector<PinFault>& faults,
                                                         const contract::Secret& given,
                                                         const QString& referenceId);

} // namespace holdfast::authentication::mfa
