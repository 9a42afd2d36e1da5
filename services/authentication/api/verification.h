// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/subject.h"
#include "services/authentication/store/caller_verifications.h"

// Whether a caller is who they say, before something is given away on the telephone.
namespace holdfast::authentication {

// To be asked in the transaction of every guarded action. Returns how the caller was verified by this
// session, which stays with what is done; nothing where no verification is there and none is asked for.
// Error: caller_not_verified (Forbidden), with what is missing in `fields`.
[[nodiscard]] contract::Result<std::optional<contract::VerificationOutcome>>
requireVerified(const Call& call, storage::Connection& connection, qint64 userId, qint64 domainId,
                contract::GuardedAction action);

// The same for an event: "points", "by", "manager", "approvedBy"; empty without one.
[[nodiscard]] QJsonObject detailOf(const std::optional<contract::VerificationOutcome>& verification);
// Adds it to a detail under "verification".
void addVerification(QJsonObject& detail, const std::optional<contract::VerificationOutcome>& verification);

// As this session sees it: what is reached, what each action asks for, which methods are there. `live` may be
// null.
[[nodiscard]] contract::CallerVerification verificationState(const Call& call,
                                                             storage::Connection& connection,
                                                             const AttemptFacts& person,
                                                             const CallerVerificationRow* live);
// For the card: nothing where the person's policy does not ask for verification.
[[nodiscard]] std::optional<contract::CallerVerification>
verificationForCard(const Call& call, storage::Connection& connection, const AttemptFacts& person);

} // namespace holdfast::authentication
