// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/security/key_ring.h"
#include "services/storage/database.h"

#include <map>

// Brings what is sealed under the current version of the keys. Seeds are resealed here; a PIN or password is
// hashed anew by the gate at its next right use, for nobody but its owner knows it.
namespace holdfast::authentication::key_rotation {

struct Use
{
    qint64 seeds = 0;
    qint64 pins = 0;
    qint64 passwords = 0;
    qint64 answers = 0; // kept answers of idempotent requests
    [[nodiscard]] bool any() const { return seeds + pins + passwords + answers > 0; }
};
// By version of the keys. Reads every token, and what of tokens is in the bin and in jobs.
[[nodiscard]] std::map<int, Use> uses(storage::Connection& connection);

struct Batch
{
    qint64 lastId = 0; // where the next one begins
    int read = 0; // 0: all are done
    int resealed = 0;
    int broken = 0; // do not open under any key; left as they are
};
// The seeds of up to `count` tokens after `afterId`. In one transaction.
[[nodiscard]] Batch reseal(storage::Connection& connection, const security::KeyRing& keys, qint64 afterId,
                           int count);
// The same of deleted tokens that are in the bin; `lastId` is of the bin.
[[nodiscard]] Batch resealBin(storage::Connection& connection, const security::KeyRing& keys, qint64 afterId,
                              int count);
// The same of what offline sets are made of: keys of PINs, `lastId` is of the token; and emergency codes.
[[nodiscard]] Batch resealOfflinePins(storage::Connection& connection, const security::KeyRing& keys,
                                      qint64 afterId, int count);
[[nodiscard]] Batch resealOfflineCodes(storage::Connection& connection, const security::KeyRing& keys,
                                       qint64 afterId, int count);
// A rotation is noted from its first batch to its end, so that one that was cut short goes on.
void begin(storage::Connection& connection, int version);
void end(storage::Connection& connection);
// The version that one under way brings everything to.
[[nodiscard]] std::optional<int> underWay(storage::Connection& connection);

} // namespace holdfast::authentication::key_rotation
