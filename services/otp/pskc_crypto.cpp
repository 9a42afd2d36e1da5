// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_crypto.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

namespace holdfast::otp {

namespace {

constexpr qsizetype blockBytes = 16;

struct CipherContextEnd
{
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char* bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

const EVP_CIPHER* cipherFor(qsizetype keyBytes)
{
    switch (keyBytes) {
    case 16:
        return EVP_aes_128_cbc();
    case 24:
        return EVP_aes_192_cbc();
    case 32:
        return EVP_aes_256_cbc();
    default:
        return nullptr;
    }
}

// The last part of a URI, after # or the last colon or slash, in lower case without dashes.
QString lastPart(QStringView uri)
{
    qsizetype start = uri.size();
    while (start > 0 && !QStringView(u"#:/").contains(uri[start - 1])) {
        --start;
    }
    return uri.sliced(start).toString().toLower().remove(u'-');
}

} // namespace

std::optional<contract::Secret> decryptAesCbc(const contract::Secret& key, const contract::Secret& cipher)
{
    const QByteArrayView bytes = cipher.reveal();
    const EVP_CIPHER* algorithm = cipherFor(key.size());
    if (!algorithm || bytes.size() < 2 * blockBytes || bytes.size() % blockBytes != 0) {
        return std::nullopt;
    }
    const std::unique_ptr<EVP_CIPHER_CTX, CipherContextEnd> context(EVP_CIPHER_CTX_new());
    const QByteArrayView body = bytes.sliced(blockBytes);
    std::vector<unsigned char> plain(static_cast<size_t>(body.size()) + blockBytes);
    int length = 0;
    int rest = 0;
    if (!context
        || EVP_DecryptInit_ex(context.get(), algorithm, nullptr, bytesOf(key.reveal()), bytesOf(bytes)) != 1
        || EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1
        || EVP_DecryptUpdate(context.get(), plain.data(), &length, bytesOf(body),
                             static_cast<int>(body.size()))
            != 1
        || EVP_DecryptFinal_ex(context.get(), plain.data() + length, &rest) != 1) {
        throw std::runtime_error("AES failed");
    }
    length += rest;
    const int padding = plain[static_cast<size_t>(length) - 1];
    std::optional<contract::Secret> result;
    if (padding >= 1 && padding <= blockBytes) {
        result.emplace(QByteArrayView(reinterpret_cast<const char*>(plain.data()), length - padding));
    }
    OPENSSL_cleanse(plain.data(), plain.size());
    return result;
}

contract::Secret encryptAesCbc(const contract::Secret& key, QByteArrayView plain)
{
    const EVP_CIPHER* algorithm = cipherFor(key.size());
    const std::unique_ptr<EVP_CIPHER_CTX, CipherContextEnd> context(EVP_CIPHER_CTX_new());
    std::vector<unsigned char> bytes(static_cast<size_t>(blockBytes + plain.size() + blockBytes));
    unsigned char* body = bytes.data() + blockBytes;
    int length = 0;
    int rest = 0;
    if (!algorithm || !context || RAND_bytes(bytes.data(), blockBytes) != 1
        || EVP_EncryptInit_ex(context.get(), algorithm, nullptr, bytesOf(key.reveal()), bytes.data()) != 1
        || EVP_EncryptUpdate(context.get(), body, &length, bytesOf(plain), static_cast<int>(plain.size()))
            != 1
        || EVP_EncryptFinal_ex(context.get(), body + length, &rest) != 1) {
        throw std::runtime_error("AES-CBC failed");
    }
    return contract::Secret(
        QByteArrayView(reinterpret_cast<const char*>(bytes.data()), blockBytes + length + rest));
}

contract::Secret hmac(const QByteArray& digest, const contract::Secret& key, const contract::Secret& data)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac {};
    unsigned int length = 0;
    if (!HMAC(EVP_get_digestbyname(digest.constData()), key.reveal().data(), static_cast<int>(key.size()),
              bytesOf(data.reveal()), static_cast<size_t>(data.size()), mac.data(), &length)) {
        throw std::runtime_error("HMAC failed");
    }
    return contract::Secret(QByteArrayView(reinterpret_cast<const char*>(mac.data()), length));
}

contract::Secret pbkdf2(const QByteArray& digest, const contract::Secret& passphrase,
                        const contract::Secret& salt, int iterations, int keyBytes)
{
    std::array<unsigned char, 32> key {};
    if (keyBytes < 1 || static_cast<size_t>(keyBytes) > key.size()
        || PKCS5_PBKDF2_HMAC(passphrase.reveal().data(), static_cast<int>(passphrase.size()),
                             bytesOf(salt.reveal()), static_cast<int>(salt.size()), iterations,
                             EVP_get_digestbyname(digest.constData()), keyBytes, key.data())
            != 1) {
        throw std::runtime_error("PBKDF2 failed");
    }
    contract::Secret result(QByteArrayView(reinterpret_cast<const char*>(key.data()), keyBytes));
    OPENSSL_cleanse(key.data(), key.size());
    return result;
}

QByteArray digestOfHmac(QStringView algorithm)
{
    const QString name = lastPart(algorithm);
    for (const auto* known : {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"}) {
        const QString digest = QString::fromLatin1(known).toLower();
        if (name == QStringLiteral("hmac") + digest || name == QStringLiteral("hmacwith") + digest) {
            return known;
        }
    }
    return {};
}

int keyBytesOfAesCbc(QStringView algorithm)
{
    const QString name = lastPart(algorithm);
    for (const int bits : {128, 192, 256}) {
        if (name == QStringLiteral("aes%1cbc").arg(bits)) {
            return bits / 8;
        }
    }
    return 0;
}

} // namespace holdfast::otp
