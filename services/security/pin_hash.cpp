// SPDX-License-Identifier: Apache-2.0
#include "services/security/pin_hash.h"

#include <sodium.h>

namespace holdfast::security {

using contract::Secret;

namespace {

// The strength that OWASP names for 7 MiB. The key outside the database is
// what protects a four-digit PIN; this adds cost.
constexpr unsigned long long passes = 5;
constexpr size_t memory = 7UL * 1024 * 1024;

// In front of what libsodium makes stands the version of the key, from the second on: "k2$argon2id$...".
constexpr char versionMark = 'k';

// Identity and PIN are told apart by the length in front. Empty: the ring holds no such version.
Secret keyed(const KeyRing& keys, int version, Purpose purpose, const Secret& pin, QByteArrayView identity)
{
    QByteArray message;
    message.reserve(8 + identity.size() + pin.size());
    message.append(QByteArray::number(identity.size())).append(':');
    message.append(identity.data(), identity.size());
    message.append(pin.reveal().data(), pin.size());
    const std::optional<Mac> mac = keys.macUnder(version, purpose, message);
    sodium_memzero(message.data(), static_cast<size_t>(message.size()));
    return mac ? Secret(QByteArrayView(reinterpret_cast<const char*>(mac->data()),
                                       static_cast<qsizetype>(mac->size())))
               : Secret();
}

std::optional<quint16> tagUnder(const KeyRing& keys, int version, const Secret& pin, QByteArrayView identity)
{
    const Secret tag = keyed(keys, version, Purpose::PinTag, pin, identity);
    if (tag.isEmpty()) {
        return std::nullopt;
    }
    const auto byte = [&](qsizetype i) {
        return static_cast<quint16>(static_cast<unsigned char>(tag.reveal()[i]));
    };
    return static_cast<quint16>((byte(0) << 8U) | byte(1));
}

} // namespace

QByteArray hashPin(const KeyRing& keys, const Secret& pin, QByteArrayView identity)
{
    const int version = keys.currentVersion();
    const Secret input = keyed(keys, version, Purpose::PinPepper, pin, identity);
    std::array<char, crypto_pwhash_STRBYTES> text {};
    if (crypto_pwhash_argon2id_str(text.data(), input.reveal().data(),
                                   static_cast<unsigned long long>(input.size()), passes, memory)
        != 0) {
        throw std::bad_alloc();
    }
    return (version > 1 ? versionMark + QByteArray::number(version) : QByteArray()) + QByteArray(text.data());
}

bool verifyPin(const KeyRing& keys, const Secret& pin, QByteArrayView identity, const QByteArray& hash)
{
    const Secret input = keyed(keys, pinKeyVersion(hash), Purpose::PinPepper, pin, identity);
    const qsizetype start = hash.indexOf('$');
    return !input.isEmpty() && start >= 0
        && crypto_pwhash_argon2id_str_verify(hash.constData() + start, input.reveal().data(),
                                             static_cast<unsigned long long>(input.size()))
        == 0;
}

int pinKeyVersion(QByteArrayView hash)
{
    if (hash.startsWith('$')) {
        return 1;
    }
    const qsizetype end = hash.indexOf('$');
    return end > 1 && hash.front() == versionMark ? hash.sliced(1, end - 1).toByteArray().toInt() : 0;
}

quint16 pinTag(const KeyRing& keys, const Secret& pin, QByteArrayView identity)
{
    return *tagUnder(keys, keys.currentVersion(), pin, identity);
}

bool pinTagFits(const KeyRing& keys, const Secret& pin, QByteArrayView identity, QByteArrayView hash,
                quint16 tag)
{
    return tagUnder(keys, pinKeyVersion(hash), pin, identity) == tag;
}

} // namespace holdfast::security
