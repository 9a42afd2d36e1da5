// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// GET /reports and GET /reports/{template}: lists as CSV or as lines of JSON, streamed in constant memory.
void addReportRoutes(Routes& routes);

} // namespace holdfast::authentication
