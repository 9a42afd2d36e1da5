// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"
#include "services/contract/domain.h"

namespace holdfast::authentication {

// The domain named in the path. Errors: domain_unknown (also where the caller may not see it), outside_scope.
[[nodiscard]] contract::Result<contract::SecurityDomain>
visibleDomain(const Call& call, storage::Connection& connection, contract::Permission permission);

// Whoever moves a domain rules the place that it leaves and the one that it comes to. Errors: domain_unknown
// (field parent), outside_scope.
[[nodiscard]] contract::Result<void> mayMove(const Call& call, storage::Connection& connection,
                                             const contract::SecurityDomain& domain, const QString& parent);

void addDomainMoveRoutes(Routes& routes);

} // namespace holdfast::authentication
