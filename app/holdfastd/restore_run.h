// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/data_directory.h"
#include "services/authentication/store/restore.h"

namespace holdfast::daemon {

struct RestoreRequest
{
    QString from;
    QString dataDirectory; // absent or empty
    QString keyDirectory; // absent, or without keys
    const contract::Secret& passphrase;
    bool acceptEventLoss = false; // go on although the event log in the backup is not whole
};

struct RestoreReport
{
    authentication::BackupManifest manifest;
    authentication::RestoreFindings findings;
};

// Writes data and keys, brings the schema to this version, verifies everything, writes an event and a new
// head. Only then the data directory counts as a service; after an error nothing of it is left. Errors: those
// of BackupFile, DataDirectory::create, KeyRing::save, Store::open, verifyRestored.
[[nodiscard]] contract::Result<RestoreReport> restoreBackup(const RestoreRequest& request);

} // namespace holdfast::daemon
