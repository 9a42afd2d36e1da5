// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

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
    UsedCodes, // which token it was whose used codes are kept
    EnrolmentCode, // stored hashes of the codes that enrol workstations
    OfflineSigning, // the seed of the key that signs offline sets
    OfflineAgreement, // the seed of the key that agrees with workstations
    SealOffline, // keys of PINs and emergency codes for offline sets, at rest
};
inline constexpr int purposeCount = 14;

using Mac = std::array<unsigned char, 32>;

// The service's keys. Kept apart from the data, in `keyring.json` of a 0700 folder (file 0600), or handed
// over by the console from the keychain. Immutable once loaded: safe from any thread.
//
// Keys have versions. What is sealed, and PINs, are made under the current one and say under which; all else
// (event chain, look-ups, emergency codes) stays under version 1, which therefore is always there.
class KeyRing
{
public:
    static KeyRing generate();
    // Errors: keys_missing, keys_damaged, keys_readable_by_others.
    static contract::Result<KeyRing> load(const QString& directory);
    static contract::Result<KeyRing> fromMasterKey(const contract::Secret& master); // 32 bytes
    // What keyring.json holds: for a backup, which seals it. Error: keys_damaged.
    static contract::Result<KeyRing> fromText(const contract::Secret& text);
    [[nodiscard]] contract::Secret toText() const;
    // Writes and syncs; refuses (keys_present) to replace a ring.
    [[nodiscard]] contract::Result<void> save(const QString& directory) const;
    // Puts this ring in the place of the one there, atomically. Error: keys_not_written.
    [[nodiscard]] contract::Result<void> replace(const QString& directory) const;

    static constexpr int latestVersion = 255; // a version is one byte in what is sealed
    [[nodiscard]] int currentVersion() const { return m_versions.back()->number; }
    [[nodiscard]] std::vector<int> versions() const; // rising
    // A ring with one more version, which is the current one. Error: keys_exhausted.
    [[nodiscard]] contract::Result<KeyRing> withNewVersion() const;
    // Without the versions that `used` does not hold; the first and the current one always stay.
    [[nodiscard]] KeyRing withOnly(const std::vector<int>& used) const;
    // Under which version something was sealed; 0: nothing that seal() made.
    [[nodiscard]] static int versionOf(QByteArrayView sealed);

    // HMAC-SHA256 under the purpose's key. About a microsecond for short data.
    [[nodiscard]] Mac mac(Purpose purpose, QByteArrayView data) const;
    [[nodiscard]] QByteArray macBytes(Purpose purpose, QByteArrayView data) const;
    // Under the key of a version; none: the ring does not hold it (any more).
    [[nodiscard]] std::optional<Mac> macUnder(int version, Purpose purpose, QByteArrayView data) const;

    // AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. `identity` is bound as associated data: what
    // was sealed for one row does not open in another. Layout: key version (1), nonce (12), ciphertext, tag
    // (16).
    [[nodiscard]] QByteArray seal(Purpose purpose, QByteArrayView plain, QByteArrayView identity) const;
    // Error: seal_broken.
    [[nodiscard]] contract::Result<contract::Secret> open(Purpose purpose, QByteArrayView sealed,
                                                          QByteArrayView identity) const;

private:
    struct Version
    {
        Version(int n, contract::Secret key);
        int number;
        contract::Secret master;
        std::array<contract::Secret, purposeCount> keys;
        // HMAC contexts that have their key already: a copy costs less than half of a start from the key.
        std::array<std::shared_ptr<evp_mac_ctx_st>, purposeCount> macs;
    };
    using Versions = std::vector<std::shared_ptr<const Version>>; // rising; the first is number 1
    explicit KeyRing(Versions versions);
    [[nodiscard]] const Version* find(int number) const;
    Versions m_versions;
};

} // namespace holdfast::security
