// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// Enabling, disabling, unlocking and deleting people.
void addUserActionRoutes(Routes& routes);

} // namespace holdfast::authentication
