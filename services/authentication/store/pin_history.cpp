// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/pin_history.h"

namespace holdfast::authentication::pin_history {

namespace {

constexpr int mostKept = 24; // as many as a policy can refuse

} // namespace

void keep(storage::Connection& connection, qint64 tokenId, contract::Timestamp now)
{
    const qint64 added = connection.change(
        QStringLiteral("INSERT INTO pin_history (token_id, pin_hash, ended_at)"
                       " SELECT id, pin_hash, ? FROM tokens WHERE id = ? AND pin_hash IS NOT NULL"),
        {contract::toMilliseconds(now), tokenId});
    if (added > 0) {
        connection.change(QStringLiteral("DELETE FROM pin_history WHERE token_id = ? AND id NOT IN"
                                         " (SELECT id FROM pin_history WHERE token_id = ?"
                                         " ORDER BY id DESC LIMIT ?)"),
                          {tokenId, tokenId, mostKept});
    }
}

std::vector<EarlierPin> latest(storage::Connection& connection, qint64 tokenId, int limit)
{
    std::vector<EarlierPin> pins;
    auto rows = connection.select(
        QStringLiteral("SELECT h.pin_hash, CASE h.serial WHEN '' THEN t.serial ELSE h.serial END, h.ended_at"
                       " FROM pin_history h JOIN tokens t ON t.id = h.token_id WHERE h.token_id = ?"
                       " ORDER BY h.id DESC LIMIT ?"),
        {tokenId, limit});
    while (rows.next()) {
        pins.push_back({rows.bytes(0), rows.text(1), contract::fromMilliseconds(rows.integer(2))});
    }
    return pins;
}

void takeAlong(storage::Connection& connection, qint64 fromId, qint64 toId)
{
    connection.change(
        QStringLiteral("UPDATE pin_history SET token_id = ?, serial = CASE serial WHEN ''"
                       " THEN (SELECT serial FROM tokens WHERE id = ?) ELSE serial END WHERE token_id = ?"),
        {toId, fromId, fromId});
}

void forget(storage::Connection& connection, qint64 tokenId)
{
    connection.change(QStringLiteral("DELETE FROM pin_history WHERE token_id = ?"), {tokenId});
}

std::vector<EarlierPin> all(storage::Connection& connection, qint64 tokenId)
{
    return latest(connection, tokenId, mostKept);
}

void putBack(storage::Connection& connection, qint64 tokenId, const std::vector<EarlierPin>& pins)
{
    for (auto pin = pins.rbegin(); pin != pins.rend(); ++pin) {
        connection.change(
            QStringLiteral(
                "INSERT INTO pin_history (token_id, pin_hash, serial, ended_at) VALUES (?, ?, ?, ?)"),
            {tokenId, pin->hash, pin->serial, contract::toMilliseconds(pin->endedAt)});
    }
}

} // namespace holdfast::authentication::pin_history
