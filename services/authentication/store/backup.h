// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/backup_manifest.h"
#include "services/contract/error.h"
#include "services/security/key_ring.h"

namespace holdfast::authentication {

struct BackupRequest
{
    QString databaseFile; // may be in use by a service
    QString headFile; // of the event log
    QString snapshotFile; // a copy of the database lies here meanwhile: on a private folder with room
    QString target; // must not exist
    const security::KeyRing& keys;
    const contract::Secret& passphrase;
    QString program; // version
    contract::Timestamp now {};
};

// A consistent backup of a service that may be running. Writers are not held up. Errors: those of
// writeBackupFile() and storage::writeSnapshot(), disk_full (before anything is copied), keys_do_not_match,
// event_log_cut (the database lost events that the head record knows: a backup would hide that),
// event_head_missing and the like.
[[nodiscard]] contract::Result<BackupManifest> writeBackup(const BackupRequest& request);

} // namespace holdfast::authentication
