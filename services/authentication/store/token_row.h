// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

// SELECT of all that a TokenRow holds, up to FROM and its joins: t is the token, u its person, d its domain.
[[nodiscard]] const QString& tokenSelection();
[[nodiscard]] TokenRow readTokenRow(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
