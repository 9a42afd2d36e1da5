// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/storage/connection.h"

#include <functional>

namespace holdfast::storage {

// Copies a database file that others may be writing to, as it is at one moment, by SQLite's online backup. It
// holds up no writer: all pages are read in one transaction, while new ones go to the write-ahead log. The
// copy (0600) replaces what is at `target`. It is not synced: a copy that a crash leaves half done is to be
// made again. Errors: disk_full, snapshot_failed.
[[nodiscard]] contract::Result<void> writeSnapshot(const QString& source, const QString& target);

// Reads a database file that no Database has open, in one snapshot. Error: storage_unavailable.
[[nodiscard]] contract::Result<void> readFile(const QString& path,
                                              const std::function<void(Connection&)>& work);

} // namespace holdfast::storage
