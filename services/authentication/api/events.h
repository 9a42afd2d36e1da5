// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/event_stream.h"
#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// GET /events: windows onto the logs, by sequence number.
void addEventRoutes(Routes& routes);
// GET /events/stream: server-sent events with a cursor.
// The streams end with the router: destroy it before the database.
void addEventStreamRoutes(Routes& routes, EventStreamOptions options = {});
// /event-keeping and /event-cuts: retention.
void addEventKeepingRoutes(Routes& routes);

} // namespace holdfast::authentication
