// SPDX-License-Identifier: Apache-2.0
#include "services/storage/sqlite_error.h"

#include "services/storage/connection.h"

#include <sqlite3.h>

namespace holdfast::storage {

namespace {

const char* sentenceFor(int primaryCode)
{
    switch (primaryCode) {
    case SQLITE_FULL:
        return "The database cannot grow: the disk is full.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "The database is locked by another program.";
    case SQLITE_CORRUPT:
        return "The database file is damaged.";
    case SQLITE_NOTADB:
        return "The database file is not a database.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "The database file may not be written.";
    case SQLITE_CANTOPEN:
        return "The database file cannot be opened.";
    case SQLITE_IOERR:
        return "The disk reported an error while the database was read or written.";
    case SQLITE_NOMEM:
        return "There is not enough memory for the database.";
    default:
        return "The database refused a statement.";
    }
}

} // namespace

void throwSqliteError(sqlite3* handle, int code)
{
    const int extended = handle ? sqlite3_extended_errcode(handle) : code;
    const int primary = code & 0xff;
    std::string text = sentenceFor(primary);
    // These name tables and columns, never values: values are bound.
    if (handle && (primary == SQLITE_ERROR || primary == SQLITE_CONSTRAINT)) {
        text += std::string(" (") + sqlite3_errmsg(handle) + ")";
    }
    text += " [sqlite " + std::to_string(extended) + "]";
    if (primary == SQLITE_CONSTRAINT) {
        throw ConstraintError(text);
    }
    throw StorageError(text);
}

} // namespace holdfast::storage
