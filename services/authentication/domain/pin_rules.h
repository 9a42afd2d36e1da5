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
    Trivial // one character again and again, or a run such as 1234 or 4321
};
[[nodiscard]] QString codeOf(PinFault fault); // such as "too_short"

// Every rule that `pin` breaks; empty: it is good.
[[nodiscard]] std::vector<PinFault> faultsOf(const PinRules& rules, const contract::Secret& pin);

} // namespace holdfast::authentication
