// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/backup_manifest.h"
#include "services/authentication/store/events.h"
#include "services/contract/error.h"
#include "services/security/key_ring.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

struct RestoreFindings
{
    qint64 events = 0; // read, the chain whole
    qint64 seeds = 0; // opened
    qint64 brokenSeeds = 0; // were damaged when the backup was made
    QString brokenChain {}; // what is wrong with the event log; empty: it is whole
};

// Whether a restored database is whole: its pages, every seed under the keys, the event chain against the
// head record. Reads all of it. Errors: database_damaged, keys_do_not_match, seal_broken (no seed opens),
// event_chain_broken (unless that is accepted; then it is told in the findings).
[[nodiscard]] contract::Result<RestoreFindings> verifyRestored(storage::Database& database,
                                                               const security::KeyRing& keys,
                                                               const QString& headFile,
                                                               bool acceptBrokenChain = false);

// Ends every session of administrators and every open enrolment code (one that was ended or used after the
// backup must not live again), takes offline data as not there until their workstation tells of them, forgets
// their emergency codes (one that was read out since must not be read out again), and writes the event of the
// restore.
void noteRestore(storage::Connection& connection, const EventLog& events, const BackupManifest& manifest,
                 const RestoreFindings& findings, contract::Timestamp now);

} // namespace holdfast::authentication
