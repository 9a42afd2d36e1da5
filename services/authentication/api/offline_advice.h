// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/offline_case.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// What a workstation should do with a set that it holds.
[[nodiscard]] contract::SetInstruction adviceFor(storage::Connection& connection, const OfflineSetRow& row,
                                                 const WorkstationRow& workstation, contract::Timestamp now);

// Why a set is not valid, to be read by its person.
[[nodiscard]] QString sentenceOfSet(const QString& reason);

} // namespace holdfast::authentication
