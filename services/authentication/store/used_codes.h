// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/security/key_ring.h"
#include "services/storage/connection.h"

// What was consumed of tokens that are gone for good, so that none of their codes is right once more when
// they are imported anew. A token is its number, its kind and its seed; of the seed a keyed hash is kept.
namespace holdfast::authentication::used_codes {

struct Token
{
    QString serial;
    QString kind;
    QByteArrayView seed;
};

// Up to `lastStep`; never less than what is kept already. Nothing where nothing was consumed.
void keep(storage::Connection& connection, const security::KeyRing& keys, const Token& token,
          qint64 lastStep);
// -1: nothing is known.
[[nodiscard]] qint64 lastStep(storage::Connection& connection, const security::KeyRing& keys,
                              const Token& token);

} // namespace holdfast::authentication::used_codes
