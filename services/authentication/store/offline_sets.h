// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

#include <QHash>
#include <QStringList>

#include <vector>

// Offline data that was given to workstations.
namespace holdfast::authentication::offlineSets {

// Serial numbers of the tokens of which steps that are not over were granted to the workstation, whatever
// became of the sets.
[[nodiscard]] QStringList tokensGrantedTo(storage::Connection& connection, qint64 workstationId,
                                          contract::Timestamp now);
// People who hold valid data there, for each of the workstations.
[[nodiscard]] QHash<qint64, int> peopleOn(storage::Connection& connection,
                                          const std::vector<qint64>& workstationIds, contract::Timestamp now);

} // namespace holdfast::authentication::offlineSets
