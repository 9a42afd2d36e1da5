// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// Issues, lists and cancels emergency codes. The codes leave the service once, in the answer that issues
// them.
void addEmergencyCodeRoutes(Routes& routes);

void addEmergencyStatisticsRoutes(Routes& routes);

} // namespace holdfast::authentication
