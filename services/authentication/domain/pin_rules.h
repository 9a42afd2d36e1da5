// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/contract/secret.h"

namespace holdfast::authentication {

// What a new PIN of a token may be: the token policy, narrowed by the token. A PIN that an app mixes into the
// code is of digits and no longer than the code.
struct PinRules
{
    int minLength = 4;
    int maxLength = 8;
    bool digitsOnly = true;
    bool refuseTrivial = true;
    QStringList excludedWords {}; // in lower case
    int history = 0; // earlier PINs that are refused besides the present one
    bool given = false; // the service makes it up

    [[nodiscard]] QString regularExpression() const; // ECMA 262
};
[[nodiscard]] PinRules pinRules(const contract::TokenPolicy& policy, const TokenFacts& token);

enum class PinFault
{
    TooShort,
    TooLong,
    NotDigits,
    NotLettersOrDigits,
    SameAsBefore, // found by the gate, for it costs a slow hash
    Trivial, // one character or group again and again, or a run such as 1234 or 4321
    ExcludedWord, // holds one of them, forwards or backwards
    UsedBefore, // found by the gate, like SameAsBefore
    NotAsGiven // another one than the service made up
};
[[nodiscard]] QString codeOf(PinFault fault); // such as "too_short"

// Every rule that `pin` breaks; empty: it is good.
[[nodiscard]] std::vector<PinFault> faultsOf(const PinRules& rules, const contract::Secret& pin);
// Length and characters alone.
[[nodiscard]] bool hasShape(const PinRules& rules, const contract::Secret& pin);

// A PIN at random that breaks no rule: of six characters where the rules let it be.
[[nodiscard]] contract::Secret generatePin(const PinRules& rules);

} // namespace holdfast::authentication
