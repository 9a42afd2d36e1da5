// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <optional>

// The primitives under PSKC's protection, on OpenSSL.
namespace holdfast::otp {

// `cipher` starts with the initialisation vector; XML Encryption's padding (its last byte counts it) is taken
// off. Nothing if the lengths do not fit or the padding is none. Check a MAC before calling it.
[[nodiscard]] std::optional<contract::Secret> decryptAesCbc(const contract::Secret& key,
                                                            const contract::Secret& cipher);

// The other way: a random initialisation vector before the cipher text. Throws std::runtime_error.
[[nodiscard]] contract::Secret encryptAesCbc(const contract::Secret& key, QByteArrayView plain);

// `digest` is OpenSSL's name, such as "SHA1".
[[nodiscard]] contract::Secret hmac(const QByteArray& digest, const contract::Secret& key,
                                    const contract::Secret& data);

[[nodiscard]] contract::Secret pbkdf2(const QByteArray& digest, const contract::Secret& passphrase,
                                      const contract::Secret& salt, int iterations, int keyBytes);

// OpenSSL's name of the hash in an HMAC's URI of XML Signature, PKCS #5 or RFC 6931; empty if unknown.
[[nodiscard]] QByteArray digestOfHmac(QStringView algorithm);

// Bytes of the key of an AES-CBC algorithm's URI of XML Encryption; 0 if unknown.
[[nodiscard]] int keyBytesOfAesCbc(QStringView algorithm);

} // namespace holdfast::otp
