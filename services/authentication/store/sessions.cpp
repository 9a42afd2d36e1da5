// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/sessions.h"

namespace holdfast::authentication::sessions {

using contract::fromMilliseconds;
using contract::toMilliseconds;

namespace {

QByteArray macOf(const security::KeyRing& keys, QByteArrayView token)
{
    return keys.macBytes(security::Purpose::LookupToken, token);
}

SessionRow rowOf(const storage::Connection::Rows& rows)
{
    return SessionRow {rows.integer(0),
                       rows.optionalInteger(1),
                       fromMilliseconds(rows.integer(2)),
                       fromMilliseconds(rows.integer(3)),
                       fromMilliseconds(rows.integer(4)),
                       rows.text(5),
                       fromMilliseconds(rows.integer(6))};
}

} // namespace

qint64 create(storage::Connection& connection, const security::KeyRing& keys, const contract::Secret& token,
              const SessionRow& session)
{
    return connection.insert(
        QStringLiteral("INSERT INTO sessions (token_mac, user_id, created_at, expires_at, last_seen_at, "
                       "client_address, confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {macOf(keys, token.reveal()), storage::orNull(session.userId), toMilliseconds(session.createdAt),
         toMilliseconds(session.expiresAt), toMilliseconds(session.lastSeenAt), session.clientAddress,
         toMilliseconds(session.confirmedAt)});
}

std::optional<SessionRow> find(storage::Connection& connection, const security::KeyRing& keys,
                               QByteArrayView token, contract::Timestamp now)
{
    auto rows = connection.select(
        QStringLiteral(
            "SELECT id, user_id, created_at, expires_at, last_seen_at, client_address, confirmed_at "
            "FROM sessions WHERE token_mac = ? AND revoked_at IS NULL AND expires_at > ?"),
        {macOf(keys, token), toMilliseconds(now)});
    if (!rows.next()) {
        return std::nullopt;
    }
    return rowOf(rows);
}

std::vector<SessionListRow> list(storage::Connection& connection, contract::Timestamp now)
{
    std::vector<SessionListRow> all;
    auto rows = connection.select(
        QStringLiteral("SELECT s.id, s.user_id, s.created_at, s.expires_at, s.last_seen_at,"
                       " s.client_address, s.confirmed_at, u.name, u.display_name, d.path FROM sessions s"
                       " JOIN users u ON u.id = s.user_id JOIN domains d ON d.id = u.domain_id"
                       " WHERE s.revoked_at IS NULL AND s.expires_at > ? ORDER BY s.id DESC"),
        {toMilliseconds(now)});
    while (rows.next()) {
        all.push_back({rowOf(rows), rows.text(7), rows.text(8), rows.text(9)});
    }
    return all;
}

void confirm(storage::Connection& connection, qint64 id, contract::Timestamp now)
{
    connection.change(QStringLiteral("UPDATE sessions SET confirmed_at = ? WHERE id = ?"),
                      {toMilliseconds(now), id});
}

bool isOpen(storage::Connection& connection, qint64 id, contract::Timestamp now)
{
    auto rows = connection.select(
        QStringLiteral("SELECT 1 FROM sessions WHERE id = ? AND revoked_at IS NULL AND expires_at > ?"),
        {id, toMilliseconds(now)});
    return rows.next();
}

bool isRevoked(storage::Connection& connection, qint64 id)
{
    return connection
        .select(QStringLiteral("SELECT 1 FROM sessions WHERE id = ? AND revoked_at IS NOT NULL"), {id})
        .next();
}

void extend(storage::Connection& connection, qint64 id, contract::Timestamp lastSeenAt,
            contract::Timestamp expiresAt)
{
    connection.change(QStringLiteral("UPDATE sessions SET last_seen_at = ?, expires_at = ? WHERE id = ?"),
                      {toMilliseconds(lastSeenAt), toMilliseconds(expiresAt), id});
}

void revoke(storage::Connection& connection, qint64 id, contract::Timestamp now)
{
    connection.change(
        QStringLiteral("UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"),
        {toMilliseconds(now), id});
}

qint64 revokeAllOf(storage::Connection& connection, qint64 userId, contract::Timestamp now,
                   std::optional<qint64> except)
{
    return connection.change(QStringLiteral("UPDATE sessions SET revoked_at = ? WHERE user_id = ? "
                                            "AND revoked_at IS NULL AND expires_at > ? AND id <> ?"),
                             {toMilliseconds(now), userId, toMilliseconds(now), except.value_or(0)});
}

void adopt(storage::Connection& connection, qint64 userId)
{
    connection.change(QStringLiteral("UPDATE sessions SET user_id = ? WHERE user_id IS NULL"), {userId});
}

qint64 removeEndedBefore(storage::Connection& connection, contract::Timestamp before)
{
    return connection.change(QStringLiteral("DELETE FROM sessions WHERE expires_at < ? OR revoked_at < ?"),
                             {toMilliseconds(before), toMilliseconds(before)});
}

} // namespace holdfast::authentication::sessions
