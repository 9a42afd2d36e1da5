// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/saved_report.h"

#include <QTimeZone>

namespace holdfast::authentication {

// When something scheduled runs.
struct RunTimes
{
    contract::ReportSchedule schedule {};
    int hour = 0; // 0 to 23
    int weekday = 1; // 1 is Monday
};

// The first such moment after `after`; nothing without a schedule. An hour that a change of the clocks skips
// runs when it would have been; one that comes twice runs once.
[[nodiscard]] std::optional<contract::Timestamp> nextRun(const RunTimes& times, contract::Timestamp after,
                                                         const QTimeZone& zone);

} // namespace holdfast::authentication
