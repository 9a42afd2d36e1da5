// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/reasons.h"

// Stable codes of why somebody gets no offline data, or has none any more; beside those of reasons.h.
namespace holdfast::authentication::offline_reason {

inline constexpr Reason offlineDisabled {"offline_disabled"};
inline constexpr Reason policyOfAnotherDomain {"policy_of_another_domain"};
inline constexpr Reason passcodeTooShort {"passcode_too_short"};
inline constexpr Reason pinpadNotAllowed {"pinpad_not_allowed"};
inline constexpr Reason pinlessNotAllowed {"pinless_not_allowed"};
inline constexpr Reason longEnough {"long_enough"};
inline constexpr Reason byException {"by_exception"};
inline constexpr Reason workstationRevoked {"workstation_revoked"};
inline constexpr Reason workstationClock {"workstation_clock_off"};
inline constexpr Reason pinNotKnown {"pin_not_known"};
inline constexpr Reason logonNeeded {"logon_needed"};
inline constexpr Reason proofMissing {"proof_missing"}; // no logon, or one too long ago
inline constexpr Reason changedMeanwhile {"changed_meanwhile"};

// Of sets.
inline constexpr Reason policyChanged {"policy_changed"};
inline constexpr Reason tokenChanged {"token_changed"};
inline constexpr Reason pinChanged {"pin_changed"}; // by the person
inline constexpr Reason tooManyFailures {"too_many_failures"};
inline constexpr Reason pinCleared {"pin_cleared"}; // taken back by an administrator
inline constexpr Reason userChanged {"user_changed"};
inline constexpr Reason userRenamed {"user_renamed"};
inline constexpr Reason userDeleted {"user_deleted"};
inline constexpr Reason replaced {"replaced"};
inline constexpr Reason notReceived {"not_received"}; // made, but the workstation does not hold it
inline constexpr Reason notHeld {"not_held"}; // it held it once
inline constexpr Reason damaged {"damaged"};
inline constexpr Reason revoked {"revoked"};
inline constexpr Reason stolen {"stolen"};

} // namespace holdfast::authentication::offline_reason
