// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/caller.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// A request with this header is answered as a holder of another role would be: "helpDesk %2FSales", that is a
// role's key, a space and the percent-encoded path of its scope.
inline constexpr auto viewAsHeader = "holdfast-view-as";

// Narrows the caller to that role; who looks so changes nothing. Only what the caller holds can be looked at.
// Errors: view_as_invalid (InvalidRequest), right_not_held (Forbidden).
[[nodiscard]] contract::Result<void> viewAs(storage::Connection& connection, Caller& caller,
                                            const QByteArray& header);

} // namespace holdfast::authentication
