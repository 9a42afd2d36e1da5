// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/code_match.h"

#include "services/otp/oath.h"

#include <algorithm>

namespace holdfast::authentication {

using contract::Timestamp;
using contract::TokenKind;

namespace {

// How many consumed counters are looked at to tell a code that was used from one that is wrong.
constexpr int rememberedCounters = 3;

bool follows(const TokenFacts& token, qint64 step)
{
    return token.nextCodeRequired && token.pendingStep && step == *token.pendingStep + 1;
}

CodePlace placeOf(const TokenFacts& token, qint64 step, bool near)
{
    if (step <= token.lastStep) {
        return CodePlace::Consumed;
    }
    if (follows(token, step)) {
        return CodePlace::Follows;
    }
    return near ? CodePlace::Accepted : CodePlace::Wide;
}

int counterReach(const TokenFacts& token, const contract::TokenPolicy& policy)
{
    const int usual = policy.counterLookAhead + counterWideLookAhead;
    // The last code that was granted may have been used, and the button pressed again since.
    const qint64 granted = token.grantedThrough - token.lastStep + policy.counterLookAhead;
    return static_cast<int>(std::clamp<qint64>(granted, usual, std::max(usual, mostCounterLookAhead)));
}

CodeMatch findCounter(const TokenFacts& token, const contract::TokenPolicy& policy,
                      const CodeTest& isSubmitted)
{
    const int wide = counterReach(token, policy);
    for (int ahead = 1; ahead <= wide; ++ahead) {
        const qint64 counter = token.lastStep + ahead;
        if (isSubmitted(token.generator->code(counter))) {
            return {placeOf(token, counter, ahead <= policy.counterLookAhead), counter};
        }
    }
    for (qint64 back = 0; back < rememberedCounters && token.lastStep - back >= 0; ++back) {
        if (isSubmitted(token.generator->code(token.lastStep - back))) {
            return {CodePlace::Consumed, token.lastStep - back};
        }
    }
    return {};
}

CodeMatch findStep(const TokenFacts& token, const contract::TokenPolicy& policy, Timestamp now,
                   const CodeTest& isSubmitted)
{
    const qint64 expected = otp::stepAt(now, token.intervalSeconds) + token.driftSteps;
    const int wide = policy.acceptedSteps + policy.nextTokencodeSteps;
    CodeMatch consumed;
    // 0, -1, 1, -2, 2, ...
    for (int i = 0; i <= 2 * wide; ++i) {
        const int distance = (i + 1) / 2;
        const qint64 step = expected + (i % 2 == 0 ? distance : -distance);
        if (step < 0 || !isSubmitted(token.generator->code(step))) {
            continue;
        }
        const CodePlace place = placeOf(token, step, distance <= policy.acceptedSteps);
        if (place != CodePlace::Consumed) {
            return {place, step};
        }
        consumed = {place, step};
    }
    return consumed;
}

} // namespace

CodeMatch findCode(const TokenFacts& token, const contract::TokenPolicy& policy, Timestamp now,
                   const CodeTest& isSubmitted)
{
    if (!token.generator) {
        return {};
    }
    return token.kind == TokenKind::Hotp ? findCounter(token, policy, isSubmitted)
                                         : findStep(token, policy, now, isSubmitted);
}

CodeMatch nextCode(const TokenFacts& token, const contract::TokenPolicy& policy, Timestamp now)
{
    return findCode(token, policy, now, [](const otp::Code&) { return true; });
}

int driftAfter(const TokenFacts& token, qint64 step, Timestamp now)
{
    return token.kind == TokenKind::Hotp ? 0
                                         : static_cast<int>(step - otp::stepAt(now, token.intervalSeconds));
}

std::optional<qint64> resynchronise(const TokenFacts& token, const contract::Secret& firstCode,
                                    const contract::Secret& secondCode, Timestamp now)
{
    if (!token.generator) {
        return std::nullopt;
    }
    qint64 from = token.lastStep;
    qint64 to = token.lastStep + resyncCounters;
    if (token.kind != TokenKind::Hotp) {
        const qint64 here = otp::stepAt(now, token.intervalSeconds);
        const qint64 reach = resyncHours * 3600 / token.intervalSeconds;
        from = std::max(here - reach, token.lastStep);
        to = here + reach;
    }
    for (qint64 first = std::max<qint64>(from, 0); first <= to; ++first) {
        if (token.generator->code(first).equals(firstCode.reveal())
            && token.generator->code(first + 1).equals(secondCode.reveal())) {
            return first + 1;
        }
    }
    return std::nullopt;
}

} // namespace holdfast::authentication
