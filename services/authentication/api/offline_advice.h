// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/offline_case.h"
#include "services/authentication/domain/offline_fates.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// What a workstation should do with a set that it holds.
[[nodiscard]] contract::SetInstruction adviceFor(storage::Connection& connection, const OfflineSetRow& row,
                                                 const WorkstationRow& workstation, contract::Timestamp now);

// Why the emergency tokencode of a set would not be taken although the workstation holds it; empty: it would.
// An emergency passcode does without PIN and failures.
[[nodiscard]] Reason tokencodeRefusal(const OfflineSetRow& row);

} // namespace holdfast::authentication
