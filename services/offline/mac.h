// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

namespace holdfast::offline {

inline constexpr qsizetype keySize = 32;

// libsodium picks its faster code when it is initialised. Safe to call again, from any thread.
void requireSodium();

// HMAC-SHA256 (RFC 2104): 32 bytes.
[[nodiscard]] contract::Secret macOf(QByteArrayView key, QByteArrayView text);
// HKDF-SHA256 (RFC 5869) without salt: 32 bytes.
[[nodiscard]] contract::Secret derivedKey(QByteArrayView secret, QByteArrayView purpose);
// SHA-256 in hexadecimal.
[[nodiscard]] QByteArray digestText(QByteArrayView bytes);

} // namespace holdfast::offline
