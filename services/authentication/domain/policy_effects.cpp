// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/policy_effects.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/offline_policy.h"

namespace holdfast::authentication {

using contract::LockoutPolicy;
using contract::PinStyle;
using contract::Timestamp;
using contract::TokenPolicy;

namespace {

bool locksNext(const AccountFacts& account, const LockoutPolicy& policy, Timestamp now)
{
    return policy.enabled && afterFailure(account, policy, now).locks;
}

bool asksNext(int wrongCodes, const TokenPolicy& policy)
{
    return policy.nextTokencodeAfter > 0 && wrongCodes >= policy.nextTokencodeAfter;
}

} // namespace

EffectId lockoutEffect(const AccountFacts& account, const LockoutPolicy& before, const LockoutPolicy& after,
                       Timestamp now)
{
    const Lock was = lockOf(account, before, now);
    const Lock becomes = lockOf(account, after, now);
    if (was.locked != becomes.locked) {
        return EffectId(becomes.locked ? "locked_again" : "unlocked");
    }
    if (was.locked) {
        const Timestamp never = Timestamp::max();
        const Timestamp then = becomes.until.value_or(never);
        const Timestamp until = was.until.value_or(never);
        return then == until ? EffectId() : EffectId(then > until ? "locked_longer" : "unlocked_sooner");
    }
    const bool locked = locksNext(account, before, now);
    const bool locks = locksNext(account, after, now);
    if (locked == locks) {
        return {};
    }
    return EffectId(locks ? "locked_at_next_failure" : "spared_at_next_failure");
}

EffectId pinEffect(int length, const TokenPolicy& before, const TokenPolicy& after)
{
    if (length < after.pinMinLength && length >= before.pinMinLength) {
        return EffectId("pins_too_short");
    }
    return length > after.pinMaxLength && length <= before.pinMaxLength ? EffectId("pins_too_long")
                                                                        : EffectId();
}

EffectId nextCodeEffect(int wrongCodes, const TokenPolicy& before, const TokenPolicy& after)
{
    const bool asked = asksNext(wrongCodes, before);
    const bool asks = asksNext(wrongCodes, after);
    if (asked == asks) {
        return {};
    }
    return EffectId(asks ? "next_code_asked" : "next_code_spared");
}

OfflineUse offlineUse(const contract::OfflinePolicy& policy, const TokenPolicy& pins, PinStyle style,
                      int digits, std::optional<int> pinLength)
{
    const PasscodeVerdict verdict = passcodeVerdict(policy,
                                                    {.style = style,
                                                     .digits = digits,
                                                     .pinLength = pinLength,
                                                     .shortestPin = pins.pinMinLength,
                                                     .longestPin = pins.pinMaxLength});
    switch (verdict.answer) {
    case PasscodeVerdict::Answer::Allowed:
        return OfflineUse::Allowed;
    case PasscodeVerdict::Answer::Refused:
        return OfflineUse::Refused;
    case PasscodeVerdict::Answer::Unknown:
        break;
    }
    return OfflineUse::Unknown;
}

} // namespace holdfast::authentication
