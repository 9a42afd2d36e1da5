// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"

#include <QLatin1String>

// What a change of a policy does to one person or token, from the functions that the gate decides with.
namespace holdfast::authentication {

// Names of effects, stable. Empty: none.
using EffectId = QLatin1String;

// locked_again, unlocked, locked_longer, unlocked_sooner, locked_at_next_failure or spared_at_next_failure;
// the gravest of them.
[[nodiscard]] EffectId lockoutEffect(const AccountFacts& account, const contract::LockoutPolicy& before,
                                     const contract::LockoutPolicy& after, contract::Timestamp now);

// Of a PIN in use whose length is known: pins_too_short or pins_too_long if it were refused when chosen anew
// and was not before. It goes on working.
[[nodiscard]] EffectId pinEffect(int length, const contract::TokenPolicy& before,
                                 const contract::TokenPolicy& after);

// next_code_asked or next_code_spared.
[[nodiscard]] EffectId nextCodeEffect(int wrongCodes, const contract::TokenPolicy& before,
                                      const contract::TokenPolicy& after);

// Whether a token may be taken offline. Where only a hash of the PIN is there its length is not known, and
// the answer may depend on it.
enum class OfflineUse
{
    Allowed,
    Refused,
    Unknown
};
[[nodiscard]] OfflineUse offlineUse(const contract::OfflinePolicy& policy, const contract::TokenPolicy& pins,
                                    contract::PinStyle style, int digits, std::optional<int> pinLength);

} // namespace holdfast::authentication
