// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

// Rows that an attempt reads, as facts. For attempt.cpp.
namespace holdfast::authentication {

// Account, whether it has emergency codes, and a row for each of its tokens (or one without).
[[nodiscard]] QString selectAttempt(const QString& condition);
inline constexpr int accountColumns = 11;
inline constexpr int firstTokenColumn = accountColumns + 1;
[[nodiscard]] QString tokenFactColumns(); // of `tokens t`

[[nodiscard]] AccountFacts accountOf(const storage::Connection::Rows& rows);
// Opens the seed where there are keys.
[[nodiscard]] TokenFacts tokenFactsOf(const storage::Connection::Rows& rows, int first,
                                      const security::KeyRing* keys);
[[nodiscard]] EmergencyFacts emergencyOf(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
