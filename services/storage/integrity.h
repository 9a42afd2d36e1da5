// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

namespace holdfast::storage {

// Asks the database whether its file is whole. Empty: it is; else the first fault in the database's words. Reads the
// whole file. PostgreSQL checks its own pages and is not asked.
[[nodiscard]] QString integrityFault(Connection& connection);

} // namespace holdfast::storage
