// SPDX-License-Identifier: Apache-2.0
#include "services/security/random.h"

#include <sodium.h>

namespace holdfast::security {

using contract::Secret;

QByteArray randomBytes(qsizetype count)
{
    // Safe to call again; the first call opens the kernel's generator.
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium cannot be initialised");
    }
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return bytes;
}

Secret randomSecret(qsizetype bytes)
{
    QByteArray raw = randomBytes(bytes);
    Secret secret {QByteArrayView(raw)};
    sodium_memzero(raw.data(), static_cast<size_t>(raw.size()));
    return secret;
}

QString randomIdentifier(qsizetype bytes)
{
    return QString::fromLatin1(
        randomBytes(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Secret randomToken(qsizetype bytes)
{
    QByteArray text =
        randomBytes(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    Secret secret {QByteArrayView(text)};
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    return secret;
}

Secret randomText(qsizetype length, QByteArrayView alphabet)
{
    (void)randomBytes(1); // initialises the library
    QByteArray text(length, '\0');
    for (char& c : text) {
        c = alphabet[static_cast<qsizetype>(randombytes_uniform(static_cast<uint32_t>(alphabet.size())))];
    }
    Secret secret {QByteArrayView(text)};
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    return secret;
}

} // namespace holdfast::security
