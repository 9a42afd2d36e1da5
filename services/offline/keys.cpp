// SPDX-License-Identifier: Apache-2.0
#include "services/offline/keys.h"

#include "services/offline/mac.h"
#include "services/offline/wiped_bytes.h"
#include "services/security/random.h"

#include <sodium.h>
#include <stdexcept>

namespace holdfast::offline {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr qsizetype sealNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype sealTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void requireKeySize(qsizetype size, qsizetype wanted)
{
    if (size != wanted) {
        throw std::invalid_argument("a key of the wrong size");
    }
}

contract::Unexpected setSealBroken()
{
    return failure(ErrorKind::Internal, QStringLiteral("seal_broken"),
                   QStringLiteral("Sealed data does not open: it was changed, or sealed under another key."));
}

} // namespace

KeyPair makeSigningKey()
{
    return signingKeyOf(security::randomSecret(crypto_sign_SEEDBYTES));
}

KeyPair makeAgreementKey()
{
    return agreementKeyOf(security::randomSecret(crypto_box_SEEDBYTES));
}

KeyPair signingKeyOf(const Secret& seed)
{
    requireSodium();
    requireKeySize(seed.size(), crypto_sign_SEEDBYTES);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    WipedBytes privateKey(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(bytesOf(publicKey), privateKey.data(), bytesOf(seed.reveal()));
    return {publicKey, privateKey.secret()};
}

KeyPair agreementKeyOf(const Secret& seed)
{
    requireSodium();
    requireKeySize(seed.size(), crypto_box_SEEDBYTES);
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    WipedBytes privateKey(crypto_box_SECRETKEYBYTES);
    crypto_box_seed_keypair(bytesOf(publicKey), privateKey.data(), bytesOf(seed.reveal()));
    return {publicKey, privateKey.secret()};
}

QByteArray sign(const Secret& privateKey, QByteArrayView message)
{
    requireSodium();
    requireKeySize(privateKey.size(), crypto_sign_SECRETKEYBYTES);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(message),
                         static_cast<unsigned long long>(message.size()), bytesOf(privateKey.reveal()));
    return signature;
}

bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    requireSodium();
    // libsodium refuses keys of low order and signatures with a second form.
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(bytesOf(signature), bytesOf(message),
                                       static_cast<unsigned long long>(message.size()), bytesOf(publicKey))
        == 0;
}

QByteArray wrap(QByteArrayView publicKey, const Secret& plain)
{
    requireSodium();
    requireKeySize(publicKey.size(), crypto_box_PUBLICKEYBYTES);
    QByteArray wrapped(plain.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    if (crypto_box_seal(bytesOf(wrapped), bytesOf(plain.reveal()),
                        static_cast<unsigned long long>(plain.size()), bytesOf(publicKey))
        != 0) {
        throw std::invalid_argument("a public key of low order");
    }
    return wrapped;
}

Result<Secret> unwrap(const KeyPair& agreement, QByteArrayView wrapped)
{
    requireSodium();
    requireKeySize(agreement.publicKey.size(), crypto_box_PUBLICKEYBYTES);
    requireKeySize(agreement.privateKey.size(), crypto_box_SECRETKEYBYTES);
    const auto overhead = static_cast<qsizetype>(crypto_box_SEALBYTES);
    WipedBytes plain(std::max<qsizetype>(wrapped.size() - overhead, 0));
    if (wrapped.size() < overhead
        || crypto_box_seal_open(plain.data(), bytesOf(wrapped),
                                static_cast<unsigned long long>(wrapped.size()), bytesOf(agreement.publicKey),
                                bytesOf(agreement.privateKey.reveal()))
            != 0) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("keys_not_for_this_workstation"),
                       QStringLiteral("The keys were not wrapped for this workstation."));
    }
    return plain.secret();
}

Result<Secret> agree(const Secret& privateKey, QByteArrayView otherPublicKey, QByteArrayView purpose)
{
    requireSodium();
    requireKeySize(privateKey.size(), crypto_scalarmult_SCALARBYTES);
    WipedBytes shared(crypto_scalarmult_BYTES);
    // With a point of low order the result would be zero whatever the private key; libsodium says so.
    if (otherPublicKey.size() != crypto_scalarmult_BYTES
        || crypto_scalarmult(shared.data(), bytesOf(privateKey.reveal()), bytesOf(otherPublicKey)) != 0) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("key_invalid"),
                       QStringLiteral("This is no public key for X25519."));
    }
    return derivedKey(shared.view(), purpose);
}

QByteArray seal(const Secret& key, QByteArrayView plain, QByteArrayView identity)
{
    requireKeySize(key.size(), keySize);
    QByteArray sealed = security::randomBytes(sealNonce);
    sealed.resize(sealNonce + plain.size() + sealTag);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(sealed) + sealNonce, nullptr, bytesOf(plain), static_cast<unsigned long long>(plain.size()),
        bytesOf(identity), static_cast<unsigned long long>(identity.size()), nullptr, bytesOf(sealed),
        bytesOf(key.reveal()));
    return sealed;
}

Result<Secret> open(const Secret& key, QByteArrayView sealed, QByteArrayView identity)
{
    requireSodium();
    requireKeySize(key.size(), keySize);
    if (sealed.size() < sealNonce + sealTag) {
        return setSealBroken();
    }
    WipedBytes plain(sealed.size() - sealNonce - sealTag);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain.data(), nullptr, nullptr, bytesOf(sealed) + sealNonce,
            static_cast<unsigned long long>(sealed.size() - sealNonce), bytesOf(identity),
            static_cast<unsigned long long>(identity.size()), bytesOf(sealed), bytesOf(key.reveal()))
        != 0) {
        return setSealBroken();
    }
    return plain.secret();
}

} // namespace holdfast::offline
