// SPDX-License-Identifier: Apache-2.0
#pragma once

struct sqlite3;

namespace holdfast::storage {

// Throws StorageError (ConstraintError for a broken rule of the schema) for SQLite's result code, in words
// that hold no values of rows.
[[noreturn]] void throwSqliteError(sqlite3* handle, int code);

} // namespace holdfast::storage
