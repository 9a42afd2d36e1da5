// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token_import.h"
#include "services/otp/parsed_token.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <atomic>
#include <functional>

namespace holdfast::authentication {

// How records become rows of `tokens`.
struct TokenImportPlan
{
    qint64 domainId = 0; // of new tokens; a replaced one stays where it is
    contract::DuplicateRule duplicates = contract::DuplicateRule::Ignore;
    contract::Timestamp now {};
    bool dryRun = false; // the same outcomes, and nothing changed
    std::function<bool(const QString& domainPath)> inScope; // whether the caller may import there
    const std::atomic<bool>* cancelled = nullptr; // looked at now and then; may be null
};

// A token that was there and was overwritten.
struct ReplacedToken
{
    QString serial;
    QString domain; // path
    std::optional<qint64> userId; // who had it until now
    QString userName;
    int emergencyCodesEnded = 0;
};

struct TokenImportOutcome
{
    std::vector<contract::ImportRow> rows; // one for each record, in order
    std::vector<ReplacedToken> replaced; // for events
    int imported = 0;
    int ignored = 0;
    int failed = 0;
    bool cancelled = false; // the caller rolls back
};

// What a job must know to go on without the request that began it.
struct TokenImportJob
{
    qint64 domainId = 0;
    contract::DuplicateRule duplicates = contract::DuplicateRule::Ignore;
    QString fileName; // fit to be shown; may be empty
    bool staged = false; // all records are kept as batches: what is left can be imported without the file
};

struct StoredTokenImport
{
    QString createdBy; // Caller::actorKey()
    contract::TokenImport value; // of an import in batches: without rows (see token_import_batches.h)
    TokenImportJob job;
};

} // namespace holdfast::authentication

// Imports of token files. The caller writes the events.
namespace holdfast::authentication::token_imports {

// Every later record with the serial of an earlier one becomes a fault, duplicate_in_file.
void markRepeated(std::vector<otp::TokenRecord>& records);

// The seeds as they will be stored, in the order of the records; empty where a record has none. Takes a few
// microseconds each: do it before the transaction.
[[nodiscard]] std::vector<QByteArray> sealSeeds(const std::vector<otp::TokenRecord>& records,
                                                const security::KeyRing& keys);

// New tokens come disabled and unassigned. One that is there already is left, or overwritten and unassigned,
// unless it is out of scope, belongs to an administrator, or is one of a pair that replaces the other. Codes
// that were used stay used. `sealed` may be empty for a dry run.
[[nodiscard]] TokenImportOutcome apply(storage::Connection& connection, const security::KeyRing& keys,
                                       const std::vector<otp::TokenRecord>& records,
                                       const std::vector<QByteArray>& sealed, const TokenImportPlan& plan);

// Jobs, kept for a week.
[[nodiscard]] qint64 create(storage::Connection& connection, const QString& createdBy,
                            contract::Timestamp now, const contract::TokenImport& import,
                            const TokenImportJob& job);
// All records are in batches now.
void setStaged(storage::Connection& connection, qint64 id, const TokenImportJob& job);
void update(storage::Connection& connection, qint64 id, const contract::TokenImport& import);
[[nodiscard]] std::optional<StoredTokenImport> find(storage::Connection& connection, qint64 id);

} // namespace holdfast::authentication::token_imports
