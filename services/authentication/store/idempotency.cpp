// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/idempotency.h"

namespace holdfast::authentication::idempotency {

using contract::toMilliseconds;

namespace {

QByteArray macOf(const security::KeyRing& keys, QByteArrayView data)
{
    return keys.macBytes(security::Purpose::LookupToken, data);
}

QByteArray identity(const QString& actor, const QByteArray& keyMac)
{
    return QByteArrayLiteral("answer:") + actor.toUtf8() + ':' + keyMac.toHex();
}

} // namespace

std::optional<IdempotentAnswer> find(storage::Connection& connection, const security::KeyRing& keys,
                                     const QString& actor, const QString& key, QByteArrayView requestBody)
{
    const QByteArray keyMac = macOf(keys, key.toUtf8());
    auto rows = connection.select(
        QStringLiteral("SELECT route, body_mac, status, answer, holds_secret, created_at FROM idempotency "
                       "WHERE actor = ? AND key_mac = ?"),
        {actor, keyMac});
    if (!rows.next()) {
        return std::nullopt;
    }
    IdempotentAnswer found;
    found.route = rows.text(0);
    found.sameBody = contract::constantTimeEquals(rows.bytes(1), macOf(keys, requestBody));
    found.status = static_cast<int>(rows.integer(2));
    found.holdsSecret = rows.boolean(4);
    found.createdAt = contract::fromMilliseconds(rows.integer(5));
    if (!rows.isNull(3)) {
        auto answer = keys.open(security::Purpose::SealAnswer, rows.bytes(3), identity(actor, keyMac));
        if (!answer) {
            throw storage::StorageError("A kept answer in the database does not open with these keys.");
        }
        found.answer = std::move(*answer);
    }
    return found;
}

void keep(storage::Connection& connection, const security::KeyRing& keys, const QString& actor,
          const QString& key, QByteArrayView requestBody, const IdempotentAnswer& answer)
{
    const QByteArray keyMac = macOf(keys, key.toUtf8());
    const QVariant sealed = answer.answer.isEmpty()
        ? QVariant()
        : QVariant(keys.seal(security::Purpose::SealAnswer, answer.answer.reveal(), identity(actor, keyMac)));
    connection.insert(
        QStringLiteral("INSERT INTO idempotency (actor, key_mac, route, body_mac, status, answer, "
                       "holds_secret, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {actor, keyMac, answer.route, macOf(keys, requestBody), answer.status, sealed, answer.holdsSecret,
         toMilliseconds(answer.createdAt)});
}

void expire(storage::Connection& connection, contract::Timestamp secretsBefore, contract::Timestamp before)
{
    connection.change(QStringLiteral("UPDATE idempotency SET answer = NULL WHERE holds_secret = 1 "
                                     "AND created_at < ? AND answer IS NOT NULL"),
                      {toMilliseconds(secretsBefore)});
    connection.change(QStringLiteral("DELETE FROM idempotency WHERE created_at < ?"),
                      {toMilliseconds(before)});
}

} // namespace holdfast::authentication::idempotency
