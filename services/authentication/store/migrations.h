// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

#include <vector>

namespace holdfast::authentication {

// One step of the schema, never changed once released. `script` uses the placeholders of storage/dialect.h.
struct Migration
{
    int version = 0;
    QString name;
    QString script;
    void (*seed)(storage::Connection& connection) = nullptr; // rows that must be there; may be null
};

// In order, from version 1, without gaps.
[[nodiscard]] const std::vector<Migration>& migrations();

namespace detail {
[[nodiscard]] Migration foundation(); // version 1
[[nodiscard]] Migration eventRuns(); // version 2
[[nodiscard]] Migration callerVerification(); // version 3
[[nodiscard]] Migration eventCuts(); // version 4
[[nodiscard]] Migration tokenWork(); // version 5
[[nodiscard]] Migration policyVersions(); // version 6
[[nodiscard]] Migration sortedByUse(); // version 7
[[nodiscard]] Migration peopleAndRoles(); // version 8
[[nodiscard]] Migration bulkJobsAndBin(); // version 9
[[nodiscard]] Migration reportsAndNotifications(); // version 10
[[nodiscard]] Migration sortedByHolder(); // version 11
[[nodiscard]] Migration pinsTakenAlong(); // version 12
[[nodiscard]] Migration closedAfterAWhile(); // version 13
[[nodiscard]] Migration mailCheckedWhenSent(); // version 14
[[nodiscard]] Migration usedCodesOutliveTokens(); // version 15
[[nodiscard]] Migration changesCountLater(); // version 16
[[nodiscard]] Migration fragmentsIndexed(); // version 17
[[nodiscard]] Migration tokensCounted(); // version 18
[[nodiscard]] Migration workstations(); // version 19
[[nodiscard]] Migration offlineSets(); // version 20
} // namespace detail

} // namespace holdfast::authentication
