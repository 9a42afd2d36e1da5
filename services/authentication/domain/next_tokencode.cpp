// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/domain/token_state.h"
#include "services/otp/pin_pad.h"
#include "services/security/pin_hash.h"

namespace holdfast::authentication {

using contract::PinStyle;
using contract::Secret;
using contract::Timestamp;
using Kind = Decision::Kind;

namespace {

// The tokencode alone, or as people type it out of habit: behind the PIN, or with the PIN mixed in by the
// app. The PIN itself was verified with the code before.
bool isNextCode(const TokenFacts& token, const otp::Code& expected, const Secret& typed,
                const security::KeyRing& keys)
{
    const QByteArrayView text = typed.reveal();
    if (expected.equals(text)) {
        return true;
    }
    if (!wantsPin(token)) {
        return false;
    }
    if (token.pinStyle == PinStyle::BeforeCode) {
        return text.size() > token.digits && expected.equals(text.last(token.digits));
    }
    if (!token.pinLength || !token.pinTag) {
        return false;
    }
    const auto pin = otp::pinMixedInto(text, expected, *token.pinLength);
    return pin && security::pinTagFits(keys, *pin, pinIdentity(token.serial), token.pinHash, *token.pinTag);
}

Decision refuse(Reason reason, bool counts, const TokenFacts* token)
{
    return {.kind = Kind::Refuse,
            .reason = reason,
            .counts = counts,
            .tokenId = token ? token->id : 0,
            .tokenSerial = token ? token->serial : QString(),
            .token = token};
}

} // namespace

Decision decideNextTokencode(const AttemptFacts& facts, qint64 tokenId, qint64 step, const Secret& code,
                             const security::KeyRing& keys, Timestamp now)
{
    const TokenFacts* token = tokenOf(facts, tokenId);
    if (const Reason refusal = refusalOf(facts.account, *facts.lockout.policy, now); !refusal.isEmpty()) {
        return refuse(refusal, false, token);
    }
    if (!token || !token->generator) {
        return refuse(reason::noToken, false, token);
    }
    if (const Reason refusal = refusalOf(*token, facts.emergency, now); !refusal.isEmpty()) {
        return refuse(refusal, false, token);
    }
    if (!isNextCode(*token, token->generator->code(step + 1), code, keys)) {
        return refuse(reason::wrongCode, true, token);
    }
    if (step + 1 <= token->lastStep) {
        Decision used = refuse(reason::codeAlreadyUsed, true, token);
        used.step = step + 1;
        return used;
    }
    const TokenReturn back = tokenReturn(*token, facts.emergency, now);
    const bool choosesPin = inNewPinMode(*token) || pinExpired(*token, *facts.tokenPolicy.policy, now);
    return {.kind = choosesPin ? Kind::NewPin : Kind::Accept,
            .reason = choosesPin ? reason::newPinRequired : reason::none,
            .tokenId = token->id,
            .tokenSerial = token->serial,
            .step = step + 1,
            .driftSteps = driftAfter(*token, step + 1, now),
            .token = token,
            .cancelsEmergencyCodes = back.cancelsEmergencyCodes,
            .found = back.found,
            .completesReplacement = token->replacesId && tokenOf(facts, token->replacesId)};
}

} // namespace holdfast::authentication
