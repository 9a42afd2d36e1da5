// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QString>

#include <array>
#include <memory>

struct evp_mac_ctx_st;

namespace holdfast::security {

// What a key is for. Each has a key of its own, derived from the ring's master key by HKDF-SHA256 (RFC 5869).
enum class Purpose
{
    SealSeed, // token seeds at rest
    SealAnswer, // kept answers of idempotent requests
    PinPepper, // the keyed hash below Argon2id
    PinTag, // short tags of PINs that an app mixes in
    EmergencyCode, // stored hashes of emergency codes
    LookupToken, // stored hashes of session tokens and API keys
    EventChain, // links of the event log
    EventHead, // the head record outside the database
    CallerAnswer, // stored hashes of answers to the help desk's questions
};
inline constexpr int purposeCount = 9;

using Mac = std::array<unsigned char, 32>;

// The service's keys. Kept apart from the data, in `keyring.json` of a 0700 folder (file 0600), or handed
// over by the console from the keychain. Immutable once loaded: safe from any thread.
class KeyRing
{
public:
    static KeyRing generate();
    // Errors: keys_missing, keys_damaged, keys_readable_by_others.
    static contract::Result<KeyRing> load(const QString& directory);
    static contract::Result<KeyRing> fromMasterKey(const contract::Secret& master); // 32 bytes
    // Writes and syncs; refuses (keys_present) to replace a ring.
    [[nodiscard]] contract::Result<void> save(const QString& directory) const;

    // HMAC-SHA256 under the purpose's key. About a microsecond for short data.
    [[nodiscard]] Mac mac(Purpose purpose, QByteArrayView data) const;
    [[nodiscard]] QByteArray macBytes(Purpose purpose, QByteArrayView data) const;

    // AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. `identity` is bound as associated data: what
    // was sealed for one row does not open in another. Layout: version (1), nonce (12), ciphertext, tag (16).
    [[nodiscard]] QByteArray seal(Purpose purpose, QByteArrayView plain, QByteArrayView identity) const;
    // Error: seal_broken.
    [[nodiscard]] contract::Result<contract::Secret> open(Purpose purpose, QByteArrayView sealed,
                                                          QByteArrayView identity) const;

private:
    explicit KeyRing(contract::Secret master);
    [[nodiscard]] QByteArrayView key(Purpose purpose) const;
    contract::Secret m_master;
    std::array<contract::Secret, purposeCount> m_keys;
    // HMAC contexts that have their key already: a copy costs less than half of a start from the key.
    std::array<std::shared_ptr<evp_mac_ctx_st>, purposeCount> m_macs;
};

} // namespace holdfast::security
