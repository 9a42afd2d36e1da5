// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/policy.h"
#include "services/storage/connection.h"

#include <optional>

// Drafts of offline policies that are only reported.
namespace holdfast::authentication::offlineTrials {

struct Trial
{
    qint64 policyId = 0;
    contract::OfflinePolicy draft {};
    contract::Timestamp since {};
    QString author;
    qint64 differing = 0;
    std::optional<contract::Timestamp> lastAt {};
};

[[nodiscard]] std::optional<Trial> find(storage::Connection& connection, qint64 policyId);
void put(storage::Connection& connection, const Trial& trial);
[[nodiscard]] bool remove(storage::Connection& connection, qint64 policyId);
// One more decision would have been another one.
void countDiffering(storage::Connection& connection, qint64 policyId, contract::Timestamp now);

} // namespace holdfast::authentication::offlineTrials
