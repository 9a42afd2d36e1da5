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
                       " AND first_step <= ?)");
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

void raise(Connection& connection, qint64 tokenId, qint64 userId, qint64 step, Timestamp at)
{
    connection.change(QStringLiteral("UPDATE tokens SET last_step = ?, last_used_at = CASE WHEN"
                                     " COALESCE(last_used_at, 0) < ? THEN ? ELSE last_used_at END"
                                     " WHERE id = ? AND user_id = ? AND last_step < ?"),
                      {step, toMilliseconds(at), toMilliseconds(at), tokenId, userId, step});
    connection.change(QStringLiteral("UPDATE users SET last_logon_at = ? WHERE id = ?"
                                     " AND COALESCE(last_logon_at, 0) < ?"),
                      {toMilliseconds(at), userId, toMilliseconds(at)});
}

} // namespace holdfast::authentication::offlineSteps
