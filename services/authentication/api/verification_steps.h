// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/verification.h"

namespace holdfast::authentication {

// The verification that the path names, and whom it is about.
struct VerifiedCall
{
    AttemptFacts person;
    CallerVerificationRow row;
};

// Errors: verification_unknown (NotFound; also one of another session), verification_over (Conflict), and
// those of subjectOf().
[[nodiscard]] contract::Result<VerifiedCall> verifiedCall(const Call& call, storage::Connection& connection);

// Errors besides: verification_failed (Conflict: wrong, or nothing to compare with), verification_done (the
// method counted already), no_number, number_changed, no_questions, question_closed, question_changed, and
// fields.
[[nodiscard]] contract::Result<contract::CallerVerification>
addVerificationStep(Call& call, const contract::VerificationStepCreate& body);

} // namespace holdfast::authentication
