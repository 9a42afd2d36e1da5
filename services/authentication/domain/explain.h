// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/contract/card.h"

namespace holdfast::authentication {

inline constexpr QLatin1String emergencyCodeCheck {"emergency_code"};
inline constexpr QLatin1String emergencyCodeWay {"emergency code"}; // among the ways, besides serial numbers

// The gate's decision run dry: every check in the order in which the gate makes it, from the very same
// functions. Check ids: account_enabled, account_started, account_not_ended, account_not_locked,
// account_attempts_free, has_token; for each token token_enabled, token_not_lost, token_started,
// token_not_expired, token_whole, token_code_free, token_pin, token_next_code; emergency_code for each issue
// that works or has ended within a day. `detail.reason` of a check that did not pass is one of reasons.h.
// A way is open exactly when the gate would take a right code of it (it may ask for more afterwards). With
// the keys: without them no code can be computed, and token_code_free is left out.
[[nodiscard]] contract::Explanation explain(const AttemptFacts& facts, contract::Timestamp now);

// The best thing to do now; nothing when the person can log on and nothing is odd.
[[nodiscard]] std::optional<contract::Cure> nextAction(const AttemptFacts& facts, contract::Timestamp now);

} // namespace holdfast::authentication
