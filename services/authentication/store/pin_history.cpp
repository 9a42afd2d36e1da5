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

void forget(storage::Connection& connection, qint64 tokenId)
{
    connection.change(QStringLiteral("DELETE FROM pin_history WHERE token_id = ?"), {tokenId});
}

} // namespace holdfast::authentication::pin_history
