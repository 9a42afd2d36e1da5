// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>

// Stable codes of why an attempt did not pass. The same in events, on the card and in the explanation; never
// in the answer to the caller.
namespace holdfast::authentication {

using Reason = QLatin1String; // empty: none

namespace reason {

inline constexpr Reason none {};

// The account.
inline constexpr Reason userUnknown {"user_unknown"};
inline constexpr Reason accountDisabled {"account_disabled"};
inline constexpr Reason accountNotYetValid {"account_not_yet_valid"};
inline constexpr Reason accountEnded {"account_ended"};
inline constexpr Reason accountLocked {"account_locked"};

// The token.
inline constexpr Reason noToken {"no_token"};
inline constexpr Reason tokenDisabled {"token_disabled"};
inline constexpr Reason tokenLost {"token_lost"};
inline constexpr Reason tokenExpired {"token_expired"};
inline constexpr Reason tokenNotYetValid {"token_not_yet_valid"};
inline constexpr Reason tokenReplaced {"token_replaced"};
inline constexpr Reason tokenDamaged {"token_damaged"}; // its sealed seed does not open
inline constexpr Reason emergencyCodeActive {"emergency_code_active"}; // refused until the codes are over

// What was given.
inline constexpr Reason wrongCode {"wrong_code"};
inline constexpr Reason wrongPin {"wrong_pin"};
inline constexpr Reason codeAlreadyUsed {"code_already_used"};
inline constexpr Reason wrongPassword {"wrong_password"};
inline constexpr Reason noPassword {"no_password"};
inline constexpr Reason emergencyCodeUsed {"emergency_code_used"};
inline constexpr Reason emergencyCodeExpired {"emergency_code_expired"};
inline constexpr Reason emergencyCodeCancelled {"emergency_code_cancelled"};

// Neither success nor failure.
inline constexpr Reason nextTokencodeRequired {"next_tokencode_required"};
inline constexpr Reason passcodeRequired {"passcode_required"};
inline constexpr Reason newPinRequired {"new_pin_required"};
inline constexpr Reason pinRefused {"pin_refused"};

// The caller, the service.
inline constexpr Reason clientUnknown {"client_unknown"};
inline constexpr Reason tooManyWaiting {"too_many_waiting"};
inline constexpr Reason serviceInterrupted {
    "service_interrupted"}; // it stopped while the attempt was under way

} // namespace reason
} // namespace holdfast::authentication
