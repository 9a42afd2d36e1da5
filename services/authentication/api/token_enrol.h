// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// A token made on the spot for a person's app, and its first code.
void addTokenEnrolmentRoutes(Routes& routes);

} // namespace holdfast::authentication
