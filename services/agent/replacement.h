// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/state_directory.h"

// How an enrolment takes the place of a former one: everything of it is made ready in staging(), its identity
// last; then it is moved. A power cut leaves the former one whole, or a move that the next open finishes.
namespace holdfast::agent {

inline const QString ledgerFile = QStringLiteral("ledger");

// Where something complete is ready. Under the lock. Error: state_not_written.
[[nodiscard]] contract::Result<void> finishReplacement(const StateDirectory& directory);
// Takes away what an enrolment that came to nothing made ready, in the TPM too; and what a finished one left
// of the former.
void clearReplacement(const StateDirectory& directory);

} // namespace holdfast::agent
