// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// POST /token-imports with a multipart form; GET and DELETE /token-imports/{id} to watch and to cancel.
void addTokenImportRoutes(Routes& routes);

} // namespace holdfast::authentication
