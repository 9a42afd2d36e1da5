// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// Declares every route of the service on `routes`: the administration API, /mfa/v1_1, /openapi.json, /health
// and /metrics. Once, before the server starts.
void addRoutes(Routes& routes);

// One function for each subject, in the .cpp of the same name.
void addSessionRoutes(Routes& routes);
void addSignInRoutes(Routes& routes);
void addSessionListRoutes(Routes& routes);
void addSignInSettingsRoutes(Routes& routes);
void addFirstRunRoutes(Routes& routes);
void addUserRoutes(Routes& routes);
void addDomainRoutes(Routes& routes);
void addPolicyRoutes(Routes& routes);
void addAdministratorRoutes(Routes& routes);
void addRoleRoutes(Routes& routes);
void addApiClientRoutes(Routes& routes);
void addSearchRoutes(Routes& routes);
void addOverviewRoutes(Routes& routes);
void addNotificationRoutes(Routes& routes);
void addLoggingRoutes(Routes& routes);
void addHealthRoutes(Routes& routes);
void addOperationRoutes(Routes& routes); // /health, /metrics; /openapi.json, so it comes last

} // namespace holdfast::authentication
