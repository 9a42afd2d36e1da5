// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/offline_case.h"
#include "services/contract/secret.h"
#include "services/offline/set_builder.h"

// What goes into a set, from what is known of person, token and workstation.
namespace holdfast::authentication {

struct OfflineSteps
{
    std::vector<offline::DayBlock> days;
    contract::Timestamp expiresAt {};
    [[nodiscard]] qint64 first() const { return days.front().firstStep; }
    [[nodiscard]] qint64 last() const { return days.back().firstStep + days.back().count - 1; }
};
// Time tokens: the steps of so many days by the token's own clock, and those that are looked at around them;
// counter tokens: one block of the codes that are granted. None
// beyond `until`.
[[nodiscard]] OfflineSteps grantedSteps(const TokenFacts& token, const contract::OfflinePolicy& policy,
                                        int days, int stepsAround, contract::Timestamp now,
                                        contract::Timestamp until);

// What a code will be as the person types it behind the PIN, or instead.
[[nodiscard]] std::function<otp::Code(qint64)> typedCode(std::shared_ptr<const otp::CodeGenerator> generator,
                                                         const contract::Secret& mixedPin);

// How long the passcodes are that somebody types there without meaning an emergency passcode: PIN and code,
// and PIN and emergency tokencode. A workstation counts whatever is as long as an emergency passcode as a
// try. `pinLength`: of a PIN typed before the code; else 0.
[[nodiscard]] QList<int> typedLengths(contract::PinStyle style, int digits, int pinLength);

// A new emergency code; an emergency passcode as long as none of those that are typed.
[[nodiscard]] contract::Secret makeOfflineCode(contract::CodeReplaces replaces, bool letters,
                                               const QList<int>& typed = {});

} // namespace holdfast::authentication
