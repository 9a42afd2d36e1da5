// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// GET /users/{id}/card and /users/{id}/explain: can this person log on now, and if not, why.
void addCardRoutes(Routes& routes);

} // namespace holdfast::authentication
