// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QString>

namespace holdfast::security {

// From libsodium's generator (the kernel's). Safe from any thread.
[[nodiscard]] QByteArray randomBytes(qsizetype count);
[[nodiscard]] contract::Secret randomSecret(qsizetype bytes);
// URL-safe base64 without padding: 22 characters for 16 bytes.
[[nodiscard]] QString randomIdentifier(qsizetype bytes = 16);
[[nodiscard]] contract::Secret randomToken(qsizetype bytes = 32); // as text, the same alphabet
// `length` characters of `alphabet`, each equally likely.
[[nodiscard]] contract::Secret randomText(qsizetype length, QByteArrayView alphabet);
// For codes that are read out: no 0/O, 1/I/L, no vowels that make words.
inline constexpr QByteArrayView readableAlphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

} // namespace holdfast::security
