// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/users.h"

namespace holdfast::authentication {

// "SELECT ... FROM users u ..." without WHERE, and the row that it yields.
[[nodiscard]] QString userSelection();
[[nodiscard]] UserRow readUserRow(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
