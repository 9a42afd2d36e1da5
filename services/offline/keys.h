// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

// The keys of services and workstations: Ed25519 (RFC 8032) signs, X25519 (RFC 7748) agrees. libsodium does
// the work. See docs/offline-format.md.
namespace holdfast::offline {

struct KeyPair
{
    QByteArray publicKey; // 32 bytes
    contract::Secret privateKey {}; // Ed25519: 64 bytes, X25519: 32
};

[[nodiscard]] KeyPair makeSigningKey();
[[nodiscard]] KeyPair makeAgreementKey();
// From 32 secret bytes: the same bytes give the same key.
[[nodiscard]] KeyPair signingKeyOf(const contract::Secret& seed);
[[nodiscard]] KeyPair agreementKeyOf(const contract::Secret& seed);

[[nodiscard]] QByteArray sign(const contract::Secret& privateKey, QByteArrayView message); // 64 bytes
[[nodiscard]] bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

// To a workstation's agreement key (crypto_box_seal).
[[nodiscard]] QByteArray wrap(QByteArrayView publicKey, const contract::Secret& plain);
// Error: keys_not_for_this_workstation.
[[nodiscard]] contract::Result<contract::Secret> unwrap(const KeyPair& agreement, QByteArrayView wrapped);

// HKDF-SHA256 (RFC 5869) of the agreed X25519 secret. Either side computes the same. 32 bytes. Error:
// key_invalid.
[[nodiscard]] contract::Result<contract::Secret> agree(const contract::Secret& privateKey,
                                                       QByteArrayView otherPublicKey, QByteArrayView purpose);

// XChaCha20-Poly1305 with a random nonce: nonce (24), ciphertext, tag (16). `key` has 32 bytes.
[[nodiscard]] QByteArray seal(const contract::Secret& key, QByteArrayView plain, QByteArrayView identity);
// Error: seal_broken.
[[nodiscard]] contract::Result<contract::Secret> open(const contract::Secret& key, QByteArrayView sealed,
                                                      QByteArrayView identity);

} // namespace holdfast::offline
