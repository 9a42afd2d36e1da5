// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/restore.h"

#include "services/authentication/store/audit.h"
#include "services/authentication/store/key_check.h"
#include "services/storage/integrity.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Unexpected;

namespace {

Result<void> openSeeds(storage::Connection& connection, const security::KeyRing& keys,
                       RestoreFindings& findings)
{
    auto rows = connection.select(QStringLiteral(
        "SELECT serial, seed FROM tokens UNION ALL SELECT name, seed FROM bin WHERE seed IS NOT NULL"));
    while (rows.next()) {
        const auto seed =
            keys.open(security::Purpose::SealSeed, rows.bytes(1), "seed:" + rows.text(0).toUtf8());
        ++(seed ? findings.seeds : findings.brokenSeeds);
    }
    if (findings.seeds == 0 && findings.brokenSeeds > 0) {
        return failure(ErrorKind::Conflict, QStringLiteral("seal_broken"),
                       QStringLiteral("No seed opens with these keys."));
    }
    return {};
}

} // namespace

Result<RestoreFindings> verifyRestored(storage::Database& database, const security::KeyRing& keys,
                                       const QString& headFile, bool acceptBrokenChain)
{
    return database.read([&](storage::Connection& connection) -> Result<RestoreFindings> {
        if (const QString fault = storage::integrityFault(connection); !fault.isEmpty()) {
            return failure(ErrorKind::Conflict, QStringLiteral("database_damaged"), fault);
        }
        RestoreFindings findings;
        if (const auto match = key_check::compare(connection, keys).and_then([&] {
                return openSeeds(connection, keys, findings);
            });
            !match) {
            return Unexpected(match.error());
        }
        const AuditReport audit = verifyAudit(connection, keys, headFile);
        findings.events = audit.events;
        if (!audit.ok) {
            findings.brokenChain = audit.findings.front().detail;
        }
        if (!audit.ok && !acceptBrokenChain) {
            return failure(ErrorKind::Conflict, QStringLiteral("event_chain_broken"),
                           QStringLiteral("The event log was not whole when the backup was made: %1")
                               .arg(findings.brokenChain));
        }
        return findings;
    });
}

void noteRestore(storage::Connection& connection, const EventLog& events, const BackupManifest& manifest,
                 const RestoreFindings& findings, contract::Timestamp now)
{
    connection.change(QStringLiteral("UPDATE sessions SET revoked_at = ? WHERE revoked_at IS NULL"),
                      {contract::toMilliseconds(now)});
    // What was open then may have been used since.
    connection.change(QStringLiteral("UPDATE enrolment_codes SET used_at = ? WHERE used_at IS NULL"),
                      {contract::toMilliseconds(now)});
    // Nor is it known what workstations hold now: they tell at the next contact, and get data with codes that
    // nobody has read out.
    connection.change(QStringLiteral("DELETE FROM offline_codes"), {});
    connection.change(
        QStringLiteral("UPDATE offline_sets SET refill_wanted = 1, void_reason = CASE void_reason"
                       " WHEN '' THEN 'not_held' ELSE void_reason END"),
        {});
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::System;
    event.key = QStringLiteral("SERVICE_RESTORED");
    event.result = contract::EventResult::Success;
    event.reason = findings.brokenChain.isEmpty() ? QString() : QStringLiteral("event_chain_broken");
    event.actor = QStringLiteral("system");
    event.detail = {{QStringLiteral("madeAt"), contract::toRfc3339(manifest.madeAt)},
                    {QStringLiteral("events"), manifest.events},
                    {QStringLiteral("program"), manifest.program}};
    events.append(connection, std::move(event));
}

} // namespace holdfast::authentication
