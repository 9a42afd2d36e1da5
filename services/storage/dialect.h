// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

namespace holdfast::storage {

// Writes a schema in the dialect's words. Placeholders: {id} (the primary key that the database hands out and
// never hands out again), {key} (a primary key that we give), {bigint}, {integer}, {boolean}, {text},
// {bytes}, and {table} after a table's closing parenthesis.
[[nodiscard]] QString inDialect(Dialect dialect, QString schema);

} // namespace holdfast::storage
