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

// Identity and PIN are told apart by the length in front.
Secret keyed(const KeyRing& keys, Purpose purpose, const Secret& pin, QByteArrayView identity)
{
    QByteArray message;
    message.reserve(8 + identity.size() + pin.size());
    message.append(QByteArray::number(identity.size())).append(':');
    message.append(identity.data(), identity.size());
    message.append(pin.reveal().data(), pin.size());
    const Mac mac = keys.mac(purpose, message);
    sodium_memzero(message.data(), static_cast<size_t>(message.size()));
    return Secret(
        QByteArrayView(reinterpret_cast<const char*>(mac.data()), static_cast<qsizetype>(mac.size())));
}

} // namespace

QByteArray hashPin(const KeyRing& keys, const Secret& pin, QByteArrayView identity)
{
    const Secret input = keyed(keys, Purpose::PinPepper, pin, identity);
    std::array<char, crypto_pwhash_STRBYTES> text {};
    if (crypto_pwhash_argon2id_str(text.data(), input.reveal().data(),
                                   static_cast<unsigned long long>(input.size()), passes, memory)
        != 0) {
        throw std::bad_alloc();
    }
    return QByteArray(text.data());
}

bool verifyPin(const KeyRing& keys, const Secret& pin, QByteArrayView identity, const QByteArray& hash)
{
    const Secret input = keyed(keys, Purpose::PinPepper, pin, identity);
    return crypto_pwhash_argon2id_str_verify(hash.constData(), input.reveal().data(),
                                             static_cast<unsigned long long>(input.size()))
        == 0;
}

quint16 pinTag(const KeyRing& keys, const Secret& pin, QByteArrayView identity)
{
    const Secret tag = keyed(keys, Purpose::PinTag, pin, identity);
    const auto byte = [&](qsizetype i) {
        return static_cast<quint16>(static_cast<unsigned char>(tag.reveal()[i]));
    };
    return static_cast<quint16>((byte(0) << 8U) | byte(1));
}

} // namespace holdfast::security
