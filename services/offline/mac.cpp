// SPDX-License-Identifier: Apache-2.0
#include "services/offline/mac.h"

#include "services/offline/wiped_bytes.h"

#include <sodium.h>
#include <stdexcept>

namespace holdfast::offline {

using contract::Secret;

WipedBytes::WipedBytes(qsizetype size)
    : m_bytes(size, '\0')
{ }

WipedBytes::~WipedBytes()
{
    sodium_memzero(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
}

void requireSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium cannot be initialised");
    }
}

Secret macOf(QByteArrayView key, QByteArrayView text)
{
    requireSodium();
    crypto_auth_hmacsha256_state state;
    WipedBytes mac(crypto_auth_hmacsha256_BYTES);
    crypto_auth_hmacsha256_init(&state, bytesOf(key), static_cast<size_t>(key.size()));
    crypto_auth_hmacsha256_update(&state, bytesOf(text), static_cast<unsigned long long>(text.size()));
    crypto_auth_hmacsha256_final(&state, mac.data());
    sodium_memzero(&state, sizeof state);
    return mac.secret();
}

Secret derivedKey(QByteArrayView secret, QByteArrayView purpose)
{
    const Secret extracted = macOf(QByteArray(keySize, '\0'), secret);
    return macOf(extracted.reveal(), purpose.toByteArray() + '\x01');
}

QByteArray digestText(QByteArrayView bytes)
{
    QByteArray digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytesOf(digest), bytesOf(bytes), static_cast<unsigned long long>(bytes.size()));
    return digest.toHex();
}

} // namespace holdfast::offline
