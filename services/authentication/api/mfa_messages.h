// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/mfa_attempts.h"

// Answers of /mfa/v1_1.
namespace holdfast::authentication::mfa {

namespace code {
inline constexpr QLatin1String success {"SUCCESS"};
inline constexpr QLatin1String fail {"FAIL"};
inline constexpr QLatin1String error {"ERROR"};
inline constexpr QLatin1String challenge {"CHALLENGE"};
inline constexpr QLatin1String inProcess {"IN_PROCESS"};
inline constexpr QLatin1String credentialVerified {"CREDENTIAL_VERIFIED"};
inline constexpr QLatin1String verifyError {"VERIFY_ERROR"};
inline constexpr QLatin1String authenticationRequired {"AUTHENTICATION_REQUIRED"};
} // namespace code

// What the attempt says of itself, with the challenge that it expects an answer to. Gives the message an id
// that the client's next one must answer. `rules` and `faults`: of a new PIN.
[[nodiscard]] contract::AuthnResponse
challengeResponse(Attempt& attempt, const std::optional<QString>& inResponseTo,
                  std::vector<contract::CredentialValidationResult> results, const PinRules& rules,
                  const std::vector<PinFault>& faults);

// A message out of turn: nothing was consumed, and the attempt (if there is one) goes on where it was.
[[nodiscard]] contract::AuthnResponse
errorResponse(const QString& attemptId, const std::optional<QString>& inResponseTo,
              const std::vector<contract::SubjectCredential>& credentials);

// ERROR for every credential but the one that is due.
[[nodiscard]] std::vector<contract::CredentialValidationResult>
notLookedAt(const std::vector<contract::SubjectCredential>& credentials,
            const contract::SubjectCredential* due);

} // namespace holdfast::authentication::mfa
