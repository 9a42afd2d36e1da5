// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

#include <vector>

// Hashes of PINs that a token had, for the policy that refuses them.
namespace holdfast::authentication::pin_history {

// The token's present PIN, if it has one that is about to be changed or cleared. At most 24 are kept.
void keep(storage::Connection& connection, qint64 tokenId, contract::Timestamp now);
struct EarlierPin
{
    QByteArray hash;
    QString serial; // of the token that it was made for
    contract::Timestamp endedAt {};
};
// The PINs before the present one, latest first.
[[nodiscard]] std::vector<EarlierPin> latest(storage::Connection& connection, qint64 tokenId, int limit);
// The present PIN was taken over by another token: those before it follow.
void takeAlong(storage::Connection& connection, qint64 fromId, qint64 toId);
// Another person will have the token.
void forget(storage::Connection& connection, qint64 tokenId);
// All of them, and back again in the order of latest(), where forget() was for the same person after all.
[[nodiscard]] std::vector<EarlierPin> all(storage::Connection& connection, qint64 tokenId);
void putBack(storage::Connection& connection, qint64 tokenId, const std::vector<EarlierPin>& pins);

} // namespace holdfast::authentication::pin_history
