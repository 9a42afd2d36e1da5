// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// Lists, reads, edits and removes tokens.
void addTokenRoutes(Routes& routes);
// What is done to one token: POST /tokens/{serial}/assign and its like.
void addTokenActionRoutes(Routes& routes);

} // namespace holdfast::authentication
