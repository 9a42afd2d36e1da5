// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/security/key_ring.h"

namespace holdfast::security {

// PINs and passwords. Argon2id (RFC 9106; libsodium, 7 MiB and 5 passes: about 14 ms of one core) over
// HMAC-SHA256 under a key that is not in the database. Blocks that long: never on the writer's or an I/O
// thread; never inside a transaction. `identity` binds the hash to its row (a token's serial, "password:" and
// a user id).
[[nodiscard]] QByteArray hashPin(const KeyRing& keys, const contract::Secret& pin, QByteArrayView identity);
[[nodiscard]] bool verifyPin(const KeyRing& keys, const contract::Secret& pin, QByteArrayView identity,
                             const QByteArray& hash);
// The version of the keys that a hash, or its first eight bytes, was made under; 0: no hash.
[[nodiscard]] int pinKeyVersion(QByteArrayView hash);

// A short keyed tag (16 bits) that picks, of the few PINs a mixed passcode may hold, the one worth a slow
// hash. Under the current version, like a hash that is made with it.
[[nodiscard]] quint16 pinTag(const KeyRing& keys, const contract::Secret& pin, QByteArrayView identity);
// Whether a PIN has the tag that was made with `hash`, whatever the version.
[[nodiscard]] bool pinTagFits(const KeyRing& keys, const contract::Secret& pin, QByteArrayView identity,
                              QByteArrayView hash, quint16 tag);

} // namespace holdfast::security
