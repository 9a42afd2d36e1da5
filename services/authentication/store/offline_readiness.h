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

// Of these what a notification tells. Read from indexes: it is asked for twice a minute.
struct OfflineWarnings
{
    contract::Timestamp monday {};
    qint64 endingBeforeMonday = 0; // people
    qint64 ofLeavers = 0; // sets
    qint64 leaversWorkstations = 0;
};
[[nodiscard]] OfflineWarnings warnings(storage::Connection& connection, contract::Timestamp now);

} // namespace holdfast::authentication::offlineSets
