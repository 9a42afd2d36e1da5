// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"

#include <functional>

namespace holdfast::authentication {

// Where a code was found among those of a token.
enum class CodePlace
{
    Nowhere,
    Consumed, // in the window, but at or before the last consumed step
    Accepted, // within the small window
    Follows, // directly after the code that still wanted the next one
    Wide // beyond the small window: wants the next code
};

struct CodeMatch
{
    CodePlace place = CodePlace::Nowhere;
    qint64 step = -1; // time step or counter
};

// Time tokens: acceptedSteps to either side of now plus drift, then nextTokencodeSteps. Counter tokens:
// counterLookAhead ahead, then counterWideLookAhead more, and at least as far as a workstation was given
// codes: those may have been used there without a network, and it has not told yet. A search is bounded all
// the same.
inline constexpr int counterWideLookAhead = 100;
inline constexpr int mostCounterLookAhead = 20'000;

// Whether a code is the one that was submitted. Called in the order of preference: the step that is nearest
// to the expected one first.
using CodeTest = std::function<bool(const otp::Code&)>;

// The best place among all steps, unconsumed ones first.
[[nodiscard]] CodeMatch findCode(const TokenFacts& token, const contract::TokenPolicy& policy,
                                 contract::Timestamp now, const CodeTest& isSubmitted);

// Where the code is that this token could show next: at the step nearest to the expected one that has not
// been consumed. Consumed: every code within reach has been.
[[nodiscard]] CodeMatch nextCode(const TokenFacts& token, const contract::TokenPolicy& policy,
                                 contract::Timestamp now);

// The drift that a time token has if it showed the code of `step` at `now`.
[[nodiscard]] int driftAfter(const TokenFacts& token, qint64 step, contract::Timestamp now);

// Resynchronisation by two codes shown one after the other: within 12 hours to either side for time tokens, a
// thousand codes ahead for counter tokens. The step of the second one, which must not be consumed.
inline constexpr int resyncHours = 12;
inline constexpr int resyncCounters = 1000;
[[nodiscard]] std::optional<qint64> resynchronise(const TokenFacts& token, const contract::Secret& firstCode,
                                                  const contract::Secret& secondCode,
                                                  contract::Timestamp now);

} // namespace holdfast::authentication
