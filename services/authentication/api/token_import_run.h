// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/background_jobs.h"
#include "services/authentication/api/call.h"
#include "services/authentication/api/token_import_form.h"
#include "services/authentication/store/token_import.h"

namespace holdfast::authentication {

// Where the file's new tokens go.
struct TokenImportTarget
{
    qint64 domainId = 0;
    QString path;
};
// Errors: domain_unknown and domain_required (of the field `domain`), outside_scope.
[[nodiscard]] contract::Result<TokenImportTarget> targetOf(const Call& call,
                                                           const TokenImportRequest& request);
// Of an import that was begun before. Errors: outside_scope, domain_unknown.
[[nodiscard]] contract::Result<TokenImportTarget> targetOf(const Call& call, const TokenImportJob& job);

using ImportStop = JobStop;

// An import whose row is there.
struct ImportWork
{
    qint64 id = 0;
    contract::ImportFormat format {};
    bool dryRun = false;
    TokenImportTarget target;
    TokenImportJob job;
};

// Reads the file and stores its tokens with their events: up to a batch of them all or nothing, more in
// batches. The row says afterwards what became of it, and the answer the same. Its state is finished, failed
// (the file as a whole was refused), cancelled, or running: stopped between two batches. Without rows where
// it went in batches. Blocks. Throws StorageError.
[[nodiscard]] contract::TokenImport runTokenImport(const Call& call, const TokenImportRequest& request,
                                                   ImportWork work, const QString& sdtidReader,
                                                   const ImportStop& stop);
// Imports the batches that are left. `progress`: what the row says.
[[nodiscard]] contract::TokenImport importBatches(const Call& call, const ImportWork& work,
                                                  contract::TokenImport progress, const ImportStop& stop);

// The import as its row begins.
[[nodiscard]] contract::TokenImport begunImport(contract::ImportFormat format, bool dryRun);
// What a plan for the store is made of.
[[nodiscard]] TokenImportPlan importPlan(const Call& call, const ImportWork& work);
// Of one transaction: counts, one line for each token that was replaced, and one for all.
void recordImport(const Call& call, storage::Connection& connection, const ImportWork& work,
                  const TokenImportOutcome& outcome);

} // namespace holdfast::authentication
