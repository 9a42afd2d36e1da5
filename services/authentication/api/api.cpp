// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"

#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/bulk_jobs.h"
#include "services/authentication/api/card.h"
#include "services/authentication/api/emergency_codes.h"
#include "services/authentication/api/events.h"
#include "services/authentication/api/explain.h"
#include "services/authentication/api/mfa.h"
#include "services/authentication/api/offline_sets.h"
#include "services/authentication/api/radius.h"
#include "services/authentication/api/reports.h"
#include "services/authentication/api/token_enrol.h"
#include "services/authentication/api/token_export.h"
#include "services/authentication/api/token_import.h"
#include "services/authentication/api/tokens.h"
#include "services/authentication/api/verification_routes.h"
#include "services/authentication/api/workstations.h"

namespace holdfast::authentication {

void addRoutes(Routes& routes)
{
    addSignInRoutes(routes);
    addSessionRoutes(routes);
    addSessionListRoutes(routes);
    addSignInSettingsRoutes(routes);
    addFirstRunRoutes(routes);
    addUserRoutes(routes);
    addCardRoutes(routes);
    addExplainRoutes(routes);
    addEmergencyCodeRoutes(routes);
    addEmergencyStatisticsRoutes(routes);
    addVerificationRoutes(routes);
    addTokenRoutes(routes);
    addTokenActionRoutes(routes);
    addTokenEnrolmentRoutes(routes);
    addTokenExportRoutes(routes);
    addTokenImportRoutes(routes);
    addBulkJobRoutes(routes);
    addBinRoutes(routes);
    addWorkstationRoutes(routes);
    addOfflineSetRoutes(routes);
    addDomainRoutes(routes);
    addPolicyRoutes(routes);
    addAdministratorRoutes(routes);
    addRoleRoutes(routes);
    addApiClientRoutes(routes);
    addEventRoutes(routes);
    addEventStreamRoutes(routes);
    addEventKeepingRoutes(routes);
    addReportRoutes(routes);
    addSavedReportRoutes(routes);
    addSearchRoutes(routes);
    addOverviewRoutes(routes);
    addNotificationRoutes(routes);
    addMfaRoutes(routes);
    addRadiusRoutes(routes);
    addAgentRoutes(routes);
    addLoggingRoutes(routes);
    addHealthRoutes(routes);
    addOperationRoutes(routes); // last: it documents all the others
}

} // namespace holdfast::authentication
