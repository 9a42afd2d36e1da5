// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// GET /events: windows onto the logs, by sequence number.
void addEventRoutes(Routes& routes);
// GET /events/stream: server-sent events with a cursor.
void addEventStreamRoutes(Routes& routes);

} // namespace holdfast::authentication
