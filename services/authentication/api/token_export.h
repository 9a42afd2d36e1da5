// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// Tokens as an encrypted file, for another service.
void addTokenExportRoutes(Routes& routes);

} // namespace holdfast::authentication
