// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/caller_verification.h"

#include <QString>

// How callers are verified, in words.
namespace holdfast::models::words {

[[nodiscard]] QString of(contract::VerificationMethod method);
[[nodiscard]] QString of(contract::GuardedAction action);
// "call back (…567), confirmed by Marie Curie; approved by second". Empty without steps.
[[nodiscard]] QString verifiedBy(const std::vector<contract::VerificationStep>& steps,
                                 const QString& approvedBy = {});

// Why a method is not offered: "The number on record was changed 2 hours ago by anna."
[[nodiscard]] QString of(const contract::WithheldMethod& withheld, contract::Timestamp now);

} // namespace holdfast::models::words
