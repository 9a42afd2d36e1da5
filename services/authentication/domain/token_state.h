// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/authentication/domain/reasons.h"

#include <span>

namespace holdfast::authentication {

[[nodiscard]] contract::EmergencyCodeState stateOf(const EmergencyFacts& issue, contract::Timestamp now);

// What a token that is used while, or after, emergency codes stood for it does to them and to its mark of
// being lost. The latest issue for the token that was not cancelled decides; for a lost token only one made
// after it was reported lost:
//   refuse            refused while the codes are active, and afterwards as long as the token is marked lost
//   acceptAndCancel   taken; the codes are cancelled and the mark goes
//   acceptAfterExpiry refused until the codes have expired; then taken, and the mark goes
// A lost token without such an issue is refused.
struct TokenReturn
{
    Reason refusal {}; // token_lost or emergency_code_active
    bool cancelsEmergencyCodes = false;
    bool found = false; // the mark of being lost goes
};
[[nodiscard]] TokenReturn tokenReturn(const TokenFacts& token, std::span<const EmergencyFacts> emergency,
                                      contract::Timestamp now);

// The token's own truth: enabled, assigned, valid, not lost, not replaced, its seed whole. Empty: usable.
[[nodiscard]] Reason refusalOf(const TokenFacts& token, std::span<const EmergencyFacts> emergency,
                               contract::Timestamp now);

// Why an emergency code of this issue would not pass now; empty when it would. `token`: the one that it
// stands for, if any: with its end the codes end as well, and a lost or disabled one does not matter.
[[nodiscard]] Reason refusalOf(const EmergencyFacts& issue, const TokenFacts* token, contract::Timestamp now);

// Whether a passcode of this token holds a PIN now. Not before one has been chosen.
[[nodiscard]] bool wantsPin(const TokenFacts& token);
// Whether a right passcode leads to the choice of a new PIN, whatever the policy says.
[[nodiscard]] bool inNewPinMode(const TokenFacts& token);
// Whether the PIN is older than the policy lets it be; then, too.
[[nodiscard]] bool pinExpired(const TokenFacts& token, const contract::TokenPolicy& policy,
                              contract::Timestamp now);

} // namespace holdfast::authentication
