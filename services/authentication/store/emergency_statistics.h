// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/emergency.h"

namespace holdfast::authentication::emergency {

// How many were issued and how many of them never used, in all and by domain, issuer, reason and person. The
// most first, at most fifty of each. `from` and `to` of the answer stay empty.
[[nodiscard]] contract::EmergencyStatistics statistics(storage::Connection& connection,
                                                       const EmergencyReportFilter& filter);

} // namespace holdfast::authentication::emergency
