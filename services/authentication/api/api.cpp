// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"

namespace holdfast::authentication {

void addRoutes(Routes& routes)
{
    addSessionRoutes(routes);
    addFirstRunRoutes(routes);
    addUserRoutes(routes);
    addDomainRoutes(routes);
    addPolicyRoutes(routes);
    addAdministratorRoutes(routes);
    addApiClientRoutes(routes);
    addSearchRoutes(routes);
    addOverviewRoutes(routes);
    addOperationRoutes(routes); // last: it documents all the others
}

} // namespace holdfast::authentication
