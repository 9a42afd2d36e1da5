// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/passcode_candidates.h"

#include "services/authentication/domain/token_state.h"
#include "services/otp/pin_pad.h"
#include "services/security/pin_hash.h"

#include <algorithm>

namespace holdfast::authentication {

using contract::PinState;
using contract::PinStyle;
using contract::Secret;
using contract::Timestamp;

namespace {

PinSource own(const TokenFacts& token)
{
    return {.wanted = wantsPin(token),
            .mustChange = token.pinState == PinState::MustChange,
            .serial = token.serial,
            .hash = token.pinHash,
            .tag = token.pinTag,
            .length = token.pinLength};
}

CodeMatch matchPlain(const AttemptFacts& facts, const TokenFacts& token, QByteArrayView code, Timestamp now)
{
    return findCode(token, *facts.tokenPolicy.policy, now,
                    [&](const otp::Code& expected) { return expected.equals(code); });
}

// The digits that the PIN does not touch and the tag of the PIN that is left pick the step.
void matchMixed(const AttemptFacts& facts, QByteArrayView passcode, const security::KeyRing& keys,
                Timestamp now, PasscodeCandidate& candidate)
{
    const PinSource& pin = candidate.pin;
    if (!pin.length || !pin.tag) {
        return;
    }
    const QByteArray identity = pinIdentity(pin.serial);
    candidate.match =
        findCode(*candidate.token, *facts.tokenPolicy.policy, now, [&](const otp::Code& expected) {
            if (!otp::untouchedDigitsEqual(passcode, expected, *pin.length)) {
                return false;
            }
            auto mixedIn = otp::pinMixedInto(passcode, expected, *pin.length);
            if (!mixedIn || !security::pinTagFits(keys, *mixedIn, identity, pin.hash, *pin.tag)) {
                return false;
            }
            candidate.typedPin = std::move(mixedIn);
            return true;
        });
}

void matchBeforeCode(const AttemptFacts& facts, QByteArrayView passcode, Timestamp now,
                     PasscodeCandidate& candidate)
{
    const int digits = candidate.token->digits;
    if (passcode.size() < digits) {
        return;
    }
    candidate.match = matchPlain(facts, *candidate.token, passcode.last(digits), now);
    if (candidate.match.place == CodePlace::Nowhere) {
        return;
    }
    if (passcode.size() == digits) {
        candidate.pinMissing = true;
    } else {
        candidate.typedPin.emplace(passcode.chopped(digits));
    }
}

} // namespace

const TokenFacts* tokenOf(const AttemptFacts& facts, std::optional<qint64> id)
{
    const auto found = std::find_if(facts.tokens.begin(), facts.tokens.end(),
                                    [&](const TokenFacts& token) { return token.id == id; });
    return found == facts.tokens.end() ? nullptr : &*found;
}

PinSource pinSourceOf(const AttemptFacts& facts, const TokenFacts& token)
{
    const TokenFacts* before = token.replacesId ? tokenOf(facts, token.replacesId) : nullptr;
    if (!before || !token.keepPin || token.pinStyle == PinStyle::None || token.pinState != PinState::NotSet
        || !wantsPin(*before)) {
        return own(token);
    }
    PinSource taken = own(*before);
    taken.takenOver = true;
    const bool mixable = taken.length && taken.tag && *taken.length <= token.digits;
    return token.pinStyle == PinStyle::Mixed && !mixable ? own(token) : taken;
}

bool canBeRecognised(const PinSource& pin, const TokenFacts& token)
{
    const bool mixed = token.pinStyle == PinStyle::Mixed;
    return !pin.wanted || (!pin.hash.isEmpty() && (!mixed || (pin.length && pin.tag)));
}

PasscodeCandidate matchPasscode(const AttemptFacts& facts, const TokenFacts& token, const Secret& passcode,
                                const security::KeyRing& keys, Timestamp now)
{
    PasscodeCandidate candidate {.token = &token, .pin = pinSourceOf(facts, token)};
    const QByteArrayView typed = passcode.reveal();
    if (!candidate.pin.wanted) {
        if (typed.size() == token.digits) {
            candidate.match = matchPlain(facts, token, typed, now);
        }
    } else if (token.pinStyle == PinStyle::Mixed) {
        matchMixed(facts, typed, keys, now, candidate);
    } else {
        matchBeforeCode(facts, typed, now, candidate);
    }
    return candidate;
}

} // namespace holdfast::authentication
