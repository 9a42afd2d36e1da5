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

struct StoredTokenImport
{
    QString createdBy; // Caller::actorKey()
    contract::TokenImport value;
};

} // namespace holdfast::authentication

// Imports of token files. The caller writes the events.
namespace holdfast::authentication::token_imports {

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
                            contract::Timestamp now, const contract::TokenImport& import);
void update(storage::Connection& connection, qint64 id, const contract::TokenImport& import);
[[nodiscard]] std::optional<StoredTokenImport> find(storage::Connection& connection, qint64 id);

} // namespace holdfast::authentication::token_imports
