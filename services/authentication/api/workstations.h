// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"
#include "services/authentication/store/workstations.h"

namespace holdfast::authentication {

// The workstation named in the path. Errors: workstation_unknown (NotFound; also where the caller may not see
// it), outside_scope.
[[nodiscard]] contract::Result<WorkstationRow>
visibleWorkstation(const Call& call, storage::Connection& connection, contract::Permission permission);
[[nodiscard]] contract::Workstation shownWorkstation(const Call& call, storage::Connection& connection,
                                                     const WorkstationRow& row);
// An event about it.
[[nodiscard]] contract::Event workstationEvent(const Call& call, const char* key, const WorkstationRow& row);

// Challenge and response is on where offline logon is, for the person's domain and the workstation's alike.
[[nodiscard]] bool challengesAllowed(const PolicySnapshot& policies, qint64 userDomainId,
                                     qint64 workstationDomainId);

void addWorkstationRoutes(Routes& routes);
void addWorkstationRevokeRoutes(Routes& routes);
void addEnrolmentCodeRoutes(Routes& routes);
void addWorkstationChallengeRoutes(Routes& routes);

} // namespace holdfast::authentication
