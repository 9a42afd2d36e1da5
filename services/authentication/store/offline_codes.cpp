// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_codes.h"

namespace holdfast::authentication::offlineCodes {

using contract::Timestamp;
using contract::toMilliseconds;
using security::KeyRing;
using security::Purpose;
using storage::Connection;

namespace {

QByteArray pinKeyIdentity(qint64 tokenId)
{
    return "offline-pin:" + QByteArray::number(tokenId);
}

QByteArray codeIdentity(const Place& place, const QString& replaces)
{
    return "offline-code:" + QByteArray::number(place.userId) + ':' + QByteArray::number(place.tokenId) + ':'
        + QByteArray::number(place.workstationId) + ':' + replaces.toUtf8();
}

} // namespace

void keepPinKey(Connection& connection, const KeyRing& keys, qint64 tokenId, const PinKey& key)
{
    connection.change(QStringLiteral("DELETE FROM offline_pin_keys WHERE token_id = ?"), {tokenId});
    connection.change(
        QStringLiteral("INSERT INTO offline_pin_keys (token_id, salt, pin_key, pin_length, pin_set_at)"
                       " VALUES (?, ?, ?, ?, ?)"),
        {tokenId, key.salt, keys.seal(Purpose::SealOffline, key.key.reveal(), pinKeyIdentity(tokenId)),
         key.pinLength, key.pinSetAt});
}

std::optional<PinKey> pinKeyOf(Connection& connection, const KeyRing& keys, qint64 tokenId, qint64 pinSetAt)
{
    auto rows =
        connection.select(QStringLiteral("SELECT salt, pin_key, pin_length FROM offline_pin_keys"
                                         " WHERE token_id = ? AND pin_set_at = ? AND pin_key IS NOT NULL"),
                          {tokenId, pinSetAt});
    if (!rows.next()) {
        return std::nullopt;
    }
    auto key = keys.open(Purpose::SealOffline, rows.bytes(1), pinKeyIdentity(tokenId));
    if (!key) {
        return std::nullopt;
    }
    return PinKey {rows.bytes(0), std::move(*key), static_cast<int>(rows.integer(2)), pinSetAt};
}

bool hasPinKey(Connection& connection, qint64 tokenId, qint64 pinSetAt)
{
    auto rows = connection.select(QStringLiteral("SELECT 1 FROM offline_pin_keys WHERE token_id = ?"
                                                 " AND pin_set_at = ? AND pin_key IS NOT NULL"),
                                  {tokenId, pinSetAt});
    return rows.next();
}

void keepPinLength(Connection& connection, qint64 tokenId, int length, qint64 pinSetAt)
{
    if (pinLengthOf(connection, tokenId, pinSetAt) == length) {
        return;
    }
    connection.change(QStringLiteral("DELETE FROM offline_pin_keys WHERE token_id = ?"), {tokenId});
    connection.change(
        QStringLiteral("INSERT INTO offline_pin_keys (token_id, pin_length, pin_set_at) VALUES (?, ?, ?)"),
        {tokenId, length, pinSetAt});
}

std::optional<int> pinLengthOf(Connection& connection, qint64 tokenId, qint64 pinSetAt)
{
    auto rows = connection.select(
        QStringLiteral("SELECT pin_length FROM offline_pin_keys WHERE token_id = ? AND pin_set_at = ?"),
        {tokenId, pinSetAt});
    return rows.next() ? std::optional(static_cast<int>(rows.integer(0))) : std::nullopt;
}

std::vector<Code> of(Connection& connection, const Place& place, const KeyRing* keys)
{
    std::vector<Code> codes;
    auto rows = connection.select(
        QStringLiteral(
            "SELECT id, replaces, letters, made_at, expires_at,"
            " held_at IS NOT NULL AND last_set_id >= COALESCE((SELECT MAX(s.id) FROM offline_sets s"
            " WHERE s.workstation_id = ? AND s.user_id = ? AND s.token_id = ?"
            " AND (s.replaced_by IS NULL OR s.replaced_by > s.id)), 0)," // without those that never arrived
            " read_at, read_by, code, first_set_id, last_set_id FROM offline_codes WHERE workstation_id = ? "
            "AND user_id = ?"
            " AND token_id = ? ORDER BY id DESC"),
        {place.workstationId, place.userId, place.tokenId, place.workstationId, place.userId, place.tokenId});
    while (rows.next()) {
        Code code;
        code.id = rows.integer(0);
        code.replaces = contract::enumValue<contract::CodeReplaces>(rows.text(1))
                            .value_or(contract::CodeReplaces::Passcode);
        code.letters = rows.boolean(2);
        code.madeAt = contract::fromMilliseconds(rows.integer(3));
        code.expiresAt = contract::fromMilliseconds(rows.integer(4));
        code.held = rows.boolean(5);
        if (!rows.isNull(6)) {
            code.readAt = contract::fromMilliseconds(rows.integer(6));
        }
        code.readBy = rows.text(7);
        code.firstSet = rows.integer(9);
        code.lastSet = rows.integer(10);
        if (keys) {
            auto text = keys->open(Purpose::SealOffline, rows.bytes(8), codeIdentity(place, rows.text(1)));
            code.text = text ? std::move(*text) : contract::Secret();
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

void keep(Connection& connection, const KeyRing& keys, const Place& place, qint64 setId,
          const std::vector<Code>& codes)
{
    for (const Code& code : codes) {
        // One that was forgotten while the set was made is in the set all the same.
        if (code.id != 0
            && connection.change(QStringLiteral("UPDATE offline_codes SET last_set_id = ? WHERE id = ?"),
                                 {setId, code.id})
                == 1) {
            continue;
        }
        const QString replaces = contract::enumName(code.replaces);
        connection.insert(
            QStringLiteral("INSERT INTO offline_codes (user_id, token_id, workstation_id, replaces, letters,"
                           " code, made_at, expires_at, first_set_id, last_set_id)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {place.userId, place.tokenId, place.workstationId, replaces, code.letters ? 1 : 0,
             keys.seal(Purpose::SealOffline, code.text.reveal(), codeIdentity(place, replaces)),
             toMilliseconds(code.madeAt), toMilliseconds(code.expiresAt), setId, setId});
    }
}

void forgetHeld(Connection& connection, const Place& place)
{
    connection.change(QStringLiteral("UPDATE offline_codes SET held_at = NULL WHERE workstation_id = ?"
                                     " AND user_id = ? AND token_id = ?"),
                      {place.workstationId, place.userId, place.tokenId});
}

bool markRead(Connection& connection, qint64 codeId, const QString& by, Timestamp now)
{
    return connection.change(
               QStringLiteral(
                   "UPDATE offline_codes SET read_at = ?, read_by = ? WHERE id = ? AND read_at IS NULL"),
               {toMilliseconds(now), by, codeId})
        == 1;
}

} // namespace holdfast::authentication::offlineCodes
