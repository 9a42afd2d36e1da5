// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/operation.h"
#include "services/contract/error.h"
#include "services/http/router.h"

namespace holdfast::authentication {

// Names, number and values of the query parameters, against what the operation declares. Errors:
// InvalidRequest `invalid_request` with a fault for each parameter (unknown_parameter, repeated, required,
// not_a_number, out_of_range, not_one_of, ...).
[[nodiscard]] contract::Result<void> checkParameters(const Operation& operation,
                                                     const http::Request& request);

// What the OpenAPI document says of the operation's parameters, headers and security.
void document(http::Method method, const Operation& operation, http::RouteDocumentation& documentation);

} // namespace holdfast::authentication
