// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/token_state.h"

#include <algorithm>

namespace holdfast::authentication {

using contract::EmergencyCodeKind;
using contract::EmergencyCodeState;
using contract::OnTokenReturn;
using contract::PinState;
using contract::PinStyle;
using contract::Timestamp;

EmergencyCodeState stateOf(const EmergencyFacts& issue, Timestamp now)
{
    if (issue.cancelledAt) {
        return EmergencyCodeState::Cancelled;
    }
    if (issue.kind == EmergencyCodeKind::OneTimeSet && issue.unused == 0) {
        return EmergencyCodeState::UsedUp;
    }
    return now >= issue.expiresAt ? EmergencyCodeState::Expired : EmergencyCodeState::Active;
}

TokenReturn tokenReturn(const TokenFacts& token, std::span<const EmergencyFacts> emergency, Timestamp now)
{
    const auto decides = std::find_if(emergency.begin(), emergency.end(), [&](const EmergencyFacts& issue) {
        return issue.tokenId == token.id && !issue.cancelledAt
            && (!token.lostAt || issue.issuedAt >= *token.lostAt);
    });
    if (decides == emergency.end()) {
        return {.refusal = token.lostAt ? reason::tokenLost : reason::none};
    }
    const bool active = stateOf(*decides, now) == EmergencyCodeState::Active;
    switch (decides->onTokenReturn) {
    case OnTokenReturn::Refuse:
        if (active) {
            return {.refusal = reason::emergencyCodeActive};
        }
        return {.refusal = token.lostAt ? reason::tokenLost : reason::none};
    case OnTokenReturn::AcceptAndCancel:
        return {.cancelsEmergencyCodes = active, .found = token.lostAt.has_value()};
    case OnTokenReturn::AcceptAfterExpiry:
        if (active) {
            return {.refusal = reason::emergencyCodeActive};
        }
        return {.found = token.lostAt.has_value()};
    }
    return {};
}

Reason refusalOf(const TokenFacts& token, std::span<const EmergencyFacts> emergency, Timestamp now)
{
    if (!token.assigned) {
        return token.replacedById ? reason::tokenReplaced : reason::noToken;
    }
    if (!token.enabled) {
        return reason::tokenDisabled;
    }
    if (const TokenReturn back = tokenReturn(token, emergency, now); !back.refusal.isEmpty()) {
        return back.refusal;
    }
    if (token.startsAt && now < *token.startsAt) {
        return reason::tokenNotYetValid;
    }
    if (token.expiresAt && now >= *token.expiresAt) {
        return reason::tokenExpired;
    }
    return token.damaged ? reason::tokenDamaged : reason::none;
}

Reason refusalOf(const EmergencyFacts& issue, const TokenFacts* token, Timestamp now)
{
    switch (stateOf(issue, now)) {
    case EmergencyCodeState::Cancelled:
        return reason::emergencyCodeCancelled;
    case EmergencyCodeState::UsedUp:
        return reason::emergencyCodeUsed;
    case EmergencyCodeState::Expired:
        return reason::emergencyCodeExpired;
    case EmergencyCodeState::Active:
        break;
    }
    if (!issue.tokenId) {
        return issue.replaces == contract::CodeReplaces::Tokencode ? reason::noToken : reason::none;
    }
    if (!token) {
        return reason::tokenReplaced;
    }
    return token->expiresAt && now >= *token->expiresAt ? reason::tokenExpired : reason::none;
}

bool wantsPin(const TokenFacts& token)
{
    return token.pinStyle != PinStyle::None
        && (token.pinState == PinState::Set || token.pinState == PinState::MustChange);
}

bool inNewPinMode(const TokenFacts& token)
{
    return token.pinStyle != PinStyle::None
        && (token.pinState == PinState::NotSet || token.pinState == PinState::MustChange);
}

bool pinExpired(const TokenFacts& token, const contract::TokenPolicy& policy, contract::Timestamp now)
{
    return policy.pinMaxDays > 0 && wantsPin(token) && token.pinSetAt
        && now >= *token.pinSetAt + std::chrono::hours(24) * policy.pinMaxDays;
}

} // namespace holdfast::authentication
