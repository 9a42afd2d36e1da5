// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

// The newest schema that this program knows.
[[nodiscard]] int schemaVersion();
// 0: nothing there yet.
[[nodiscard]] int schemaVersionOf(storage::Connection& connection);

// Brings the database to schemaVersion(), each step in a transaction of its own. A new database gets the root
// domain (id 1) and the three default policies. From then on what is searched follows each transaction.
// Error: database_newer (made by a later program; nothing is touched).
[[nodiscard]] contract::Result<void> migrate(storage::Database& database);

} // namespace holdfast::authentication
