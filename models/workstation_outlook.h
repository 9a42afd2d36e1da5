// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/offline_set.h"
#include "services/contract/workstation.h"

// What becomes of the data that a workstation holds, said from the data themselves.
namespace holdfast::models {

// How it stands with it. `sets`: those of it that the console sees; nothing where it has not seen them all.
[[nodiscard]] QString workstationOutlook(const contract::Workstation& workstation,
                                         const std::optional<std::vector<contract::OfflineSet>>& sets,
                                         contract::Timestamp now);
// Who could still sign in there, and until when, if it is revoked now and never connects again.
[[nodiscard]] QString afterRevocation(const contract::Workstation& workstation,
                                      const std::optional<std::vector<contract::OfflineSet>>& sets,
                                      contract::Timestamp now);

} // namespace holdfast::models
