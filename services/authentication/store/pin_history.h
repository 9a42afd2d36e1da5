// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

// Hashes of PINs that a token had, for the policy that refuses them.
namespace holdfast::authentication::pin_history {

// The token's present PIN, if it has one that is about to be changed or cleared. At most 24 are kept.
void keep(storage::Connection& connection, qint64 tokenId, contract::Timestamp now);
// Another person will have the token.
void forget(storage::Connection& connection, qint64 tokenId);

} // namespace holdfast::authentication::pin_history
