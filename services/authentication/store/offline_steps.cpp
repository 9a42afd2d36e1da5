// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_steps.h"

namespace holdfast::authentication::offlineSteps {

using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;

void noteOnline(Connection& connection, qint64 tokenId, qint64 step, Timestamp now)
{
    static const QString note =
        QStringLiteral("INSERT INTO offline_steps (token_id, step, workstation_id, at) SELECT ?, ?, 0, ?"
                       " WHERE EXISTS (SELECT 1 FROM offline_sets WHERE token_id = ? AND last_step >= ?"
                       " AND first_step <= ?)"
                       " ON CONFLICT (token_id, step, workstation_id) DO UPDATE SET at = excluded.at");
    connection.change(note, {tokenId, step, toMilliseconds(now), tokenId, step, step});
}

Upload noteOffline(Connection& connection, qint64 tokenId, qint64 step, qint64 workstationId, Timestamp at)
{
    Upload upload {.isNew = true};
    {
        auto rows = connection.select(
            QStringLiteral("SELECT workstation_id FROM offline_steps WHERE token_id = ? AND step = ?"),
            {tokenId, step});
        while (rows.next()) {
            if (rows.integer(0) == workstationId) {
                upload.isNew = false;
            } else {
                upload.elsewhere = rows.integer(0);
            }
        }
    }
    if (upload.isNew) {
        connection.change(
            QStringLiteral(
                "INSERT INTO offline_steps (token_id, step, workstation_id, at) VALUES (?, ?, ?, ?)"),
            {tokenId, step, workstationId, toMilliseconds(at)});
    }
    return upload;
}

bool wasUsedOffline(Connection& connection, qint64 tokenId, qint64 step)
{
    auto rows = connection.select(
        QStringLiteral("SELECT 1 FROM offline_steps WHERE token_id = ? AND step = ? AND workstation_id <> ?"),
        {tokenId, step, online});
    return rows.next();
}

void forget(Connection& connection, qint64 tokenId)
{
    connection.change(QStringLiteral("DELETE FROM offline_steps WHERE token_id = ?"), {tokenId});
    connection.change(QStringLiteral("DELETE FROM offline_marks WHERE token_id = ?"), {tokenId});
    // What was granted of the counter is nothing of this one.
    connection.change(
        QStringLiteral("UPDATE offline_sets SET last_step = -1 WHERE token_id = ? AND interval_seconds = 0"),
        {tokenId});
}

std::optional<Mark> markOf(Connection& connection, const OfflineSetRow& set)
{
    auto rows = connection.select(
        QStringLiteral("SELECT t.last_step, t.drift_steps, (SELECT MAX(o.step) FROM offline_steps o"
                       " WHERE o.token_id = t.id AND o.workstation_id = ? AND o.step >= ? AND o.step <= ?)"
                       " FROM tokens t WHERE t.id = ? AND t.user_id = ? AND COALESCE(t.assigned_at, 0) = ?"),
        {set.workstationId, set.firstStep, set.lastStep, set.tokenId, set.userId, set.assignedAt});
    if (!rows.next()) {
        return std::nullopt;
    }
    return Mark {.lastStep = rows.integer(0),
                 .driftSteps = static_cast<int>(rows.integer(1)),
                 .told = rows.optionalInteger(2).value_or(-1)};
}

bool raise(Connection& connection, const OfflineSetRow& set, qint64 step)
{
    const QVariantList token {set.tokenId, set.userId, step, set.assignedAt};
    const QString ours =
        QStringLiteral(" WHERE id = ? AND user_id = ? AND last_step < ? AND COALESCE(assigned_at, 0) = ?");
    // What one workstation moved further than another did is one stretch.
    connection.change(
        QStringLiteral("INSERT INTO offline_marks (token_id, from_step, to_step) SELECT id, last_step, ?"
                       " FROM tokens")
            + ours
            + QStringLiteral(" ON CONFLICT (token_id) DO UPDATE SET from_step = CASE WHEN"
                             " offline_marks.to_step = excluded.from_step THEN offline_marks.from_step"
                             " ELSE excluded.from_step END, to_step = excluded.to_step"),
        QVariantList {step} + token);
    return connection.change(QStringLiteral("UPDATE tokens SET last_step = ?") + ours,
                             QVariantList {step} + token)
        == 1;
}

bool wasMovedOver(Connection& connection, qint64 tokenId, qint64 step)
{
    auto rows = connection.select(
        QStringLiteral("SELECT 1 FROM offline_marks WHERE token_id = ? AND from_step < ? AND to_step >= ?"
                       " UNION ALL SELECT 1 FROM offline_steps WHERE token_id = ? AND step = ?"
                       " AND workstation_id <> ? LIMIT 1"),
        {tokenId, step, step, tokenId, step, online});
    return rows.next();
}

void noteUse(Connection& connection, const OfflineSetRow& set, Timestamp at)
{
    connection.change(QStringLiteral("UPDATE tokens SET last_used_at = ? WHERE id = ? AND user_id = ?"
                                     " AND COALESCE(last_used_at, 0) < ?"),
                      {toMilliseconds(at), set.tokenId, set.userId, toMilliseconds(at)});
    connection.change(QStringLiteral("UPDATE users SET last_logon_at = ? WHERE id = ?"
                                     " AND COALESCE(last_logon_at, 0) < ?"),
                      {toMilliseconds(at), set.userId, toMilliseconds(at)});
}

} // namespace holdfast::authentication::offlineSteps
