// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication::offlineSets {

// The Monday that begins next, at midnight UTC; on a Monday the one after.
[[nodiscard]] contract::Timestamp nextMonday(contract::Timestamp now);

// What is going to hurt: people and workstations of these domains; nothing: of all.
[[nodiscard]] contract::OfflineReadiness readiness(storage::Connection& connection,
                                                   const std::optional<std::vector<qint64>>& domains,
                                                   contract::Timestamp now);

} // namespace holdfast::authentication::offlineSets
