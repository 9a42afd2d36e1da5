// SPDX-License-Identifier: Apache-2.0
#include "services/security/key_ring.h"

#include "services/security/key_file.h"
#include "services/security/key_text.h"
#include "services/security/random.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace holdfast::security {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr qsizetype masterSize = 32;
constexpr qsizetype nonceSize = 12;
constexpr qsizetype tagSize = 16;

// What tells the keys apart (the `info` of RFC 5869). Never change one: what it protects would be lost.
constexpr std::array<QByteArrayView, purposeCount> purposeNames {
    "holdfast seal seed v1",        "holdfast seal answer v1",  "holdfast pin pepper v1",
    "holdfast pin tag v1",          "holdfast emergency v1",    "holdfast lookup v1",
    "holdfast event chain v1",      "holdfast event head v1",   "holdfast caller answer v1",
    "holdfast used codes v1",       "holdfast enrolment v1",    "holdfast offline signing v1",
    "holdfast offline agreement v1", "holdfast seal offline v1",
};

struct CipherDeleter
{
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, CipherDeleter>;

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

[[noreturn]] void broken(const char* what)
{
    throw std::runtime_error(std::string("OpenSSL failed: ") + what);
}

Secret derive(const Secret& master, QByteArrayView info)
{
    std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), EVP_PKEY_CTX_free);
    QByteArray key(masterSize, '\0');
    size_t size = static_cast<size_t>(key.size());
    if (!context || EVP_PKEY_derive_init(context.get()) <= 0
        || EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) <= 0
        || EVP_PKEY_CTX_set1_hkdf_key(context.get(), bytesOf(master.reveal()),
                                      static_cast<int>(master.size()))
            <= 0
        || EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytesOf(info), static_cast<int>(info.size())) <= 0
        || EVP_PKEY_derive(context.get(), bytesOf(key), &size) <= 0) {
        broken("HKDF");
    }
    Secret secret {QByteArrayView(key)};
    OPENSSL_cleanse(key.data(), static_cast<size_t>(key.size()));
    return secret;
}

struct MacDeleter
{
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using MacContext = std::unique_ptr<EVP_MAC_CTX, MacDeleter>;

MacContext keyedMac(const Secret& key)
{
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                                 EVP_MAC_free);
    MacContext context(hmac ? EVP_MAC_CTX_new(hmac.get()) : nullptr);
    std::array<char, 7> digest {"SHA256"};
    const std::array parameters {OSSL_PARAM_construct_utf8_string("digest", digest.data(), 0),
                                 OSSL_PARAM_construct_end()};
    if (!context
        || EVP_MAC_init(context.get(), bytesOf(key.reveal()), static_cast<size_t>(key.size()),
                        parameters.data())
            != 1) {
        broken("HMAC");
    }
    return context;
}

// Fetched once: looking it up costs as much as opening a seed.
const EVP_CIPHER* aesGcm()
{
    static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return cipher;
}

contract::Unexpected sealBroken()
{
    return failure(
        ErrorKind::Internal, QStringLiteral("seal_broken"),
        QStringLiteral("Sealed data does not open: it was changed, moved to another row, or sealed under "
                       "another key."));
}

Mac macWith(EVP_MAC_CTX* keyed, QByteArrayView data)
{
    const MacContext context(EVP_MAC_CTX_dup(keyed));
    Mac result;
    size_t size = 0;
    if (!context || EVP_MAC_update(context.get(), bytesOf(data), static_cast<size_t>(data.size())) != 1
        || EVP_MAC_final(context.get(), result.data(), &size, result.size()) != 1 || size != result.size()) {
        broken("HMAC");
    }
    return result;
}

} // namespace

KeyRing::Version::Version(int n, Secret key)
    : number(n)
    , master(std::move(key))
{
    for (size_t i = 0; i < keys.size(); ++i) {
        keys[i] = derive(master, purposeNames[i]);
        macs[i] = keyedMac(keys[i]);
    }
}

KeyRing::KeyRing(Versions versions)
    : m_versions(std::move(versions))
{ }

KeyRing KeyRing::generate()
{
    return KeyRing(Versions {std::make_shared<const Version>(1, randomSecret(masterSize))});
}

Result<KeyRing> KeyRing::fromMasterKey(const Secret& master)
{
    if (master.size() != masterSize) {
        return failure(ErrorKind::Internal, QStringLiteral("keys_damaged"),
                       QStringLiteral("The master key must have 32 bytes."));
    }
    return KeyRing(Versions {std::make_shared<const Version>(1, master)});
}

Result<KeyRing> KeyRing::fromText(const Secret& text)
{
    const auto read = parseKeyText(text);
    if (!read) {
        return contract::Unexpected(read.error());
    }
    Versions versions;
    for (const NumberedKey& key : *read) {
        versions.push_back(std::make_shared<const Version>(key.number, key.key));
    }
    return KeyRing(std::move(versions));
}

Secret KeyRing::toText() const
{
    std::vector<NumberedKey> keys;
    for (const auto& version : m_versions) {
        keys.push_back({version->number, version->master});
    }
    return keyText(keys);
}

Result<KeyRing> KeyRing::load(const QString& directory)
{
    return readKeyFile(directory).and_then([](const Secret& text) { return fromText(text); });
}

Result<void> KeyRing::save(const QString& directory) const
{
    return writeKeyFile(directory, toText());
}

Result<void> KeyRing::replace(const QString& directory) const
{
    return replaceKeyFile(directory, toText());
}

std::vector<int> KeyRing::versions() const
{
    std::vector<int> numbers;
    for (const auto& version : m_versions) {
        numbers.push_back(version->number);
    }
    return numbers;
}

Result<KeyRing> KeyRing::withNewVersion() const
{
    if (currentVersion() == latestVersion) {
        return failure(ErrorKind::Conflict, QStringLiteral("keys_exhausted"),
                       QStringLiteral("These keys were rotated as often as they can be."));
    }
    Versions versions = m_versions;
    versions.push_back(std::make_shared<const Version>(currentVersion() + 1, randomSecret(masterSize)));
    return KeyRing(std::move(versions));
}

KeyRing KeyRing::withOnly(const std::vector<int>& used) const
{
    Versions versions;
    for (const auto& version : m_versions) {
        if (version->number == 1 || version == m_versions.back()
            || std::find(used.begin(), used.end(), version->number) != used.end()) {
            versions.push_back(version);
        }
    }
    return KeyRing(std::move(versions));
}

int KeyRing::versionOf(QByteArrayView sealed)
{
    return sealed.size() > nonceSize + tagSize ? static_cast<unsigned char>(sealed.front()) : 0;
}

const KeyRing::Version* KeyRing::find(int number) const
{
    for (const auto& version : m_versions) {
        if (version->number == number) {
            return version.get();
        }
    }
    return nullptr;
}

Mac KeyRing::mac(Purpose purpose, QByteArrayView data) const
{
    return macWith(m_versions.front()->macs[static_cast<size_t>(purpose)].get(), data);
}

std::optional<Mac> KeyRing::macUnder(int version, Purpose purpose, QByteArrayView data) const
{
    const Version* found = find(version);
    return found ? std::optional(macWith(found->macs[static_cast<size_t>(purpose)].get(), data))
                 : std::nullopt;
}

QByteArray KeyRing::macBytes(Purpose purpose, QByteArrayView data) const
{
    const Mac result = mac(purpose, data);
    return QByteArray(reinterpret_cast<const char*>(result.data()), static_cast<qsizetype>(result.size()));
}

QByteArray KeyRing::seal(Purpose purpose, QByteArrayView plain, QByteArrayView identity) const
{
    const QByteArray nonce = randomBytes(nonceSize);
    QByteArray sealed(1 + nonceSize + plain.size() + tagSize, '\0');
    const Version& current = *m_versions.back();
    sealed[0] = static_cast<char>(current.number);
    std::copy(nonce.begin(), nonce.end(), sealed.begin() + 1);
    unsigned char* out = bytesOf(sealed) + 1 + nonceSize;
    int written = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const QByteArrayView key = current.keys[static_cast<size_t>(purpose)].reveal();
    if (!cipher || EVP_EncryptInit_ex(cipher.get(), aesGcm(), nullptr, bytesOf(key), bytesOf(nonce)) != 1
        || EVP_EncryptUpdate(cipher.get(), nullptr, &written, bytesOf(identity),
                             static_cast<int>(identity.size()))
            != 1
        || EVP_EncryptUpdate(cipher.get(), out, &written, bytesOf(plain), static_cast<int>(plain.size())) != 1
        || EVP_EncryptFinal_ex(cipher.get(), out + written, &written) != 1
        || EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, out + plain.size()) != 1) {
        broken("AES-GCM");
    }
    return sealed;
}

Result<Secret> KeyRing::open(Purpose purpose, QByteArrayView sealed, QByteArrayView identity) const
{
    const qsizetype size = sealed.size() - 1 - nonceSize - tagSize;
    const Version* version = size < 0 ? nullptr : find(versionOf(sealed));
    if (!version) {
        return sealBroken();
    }
    const QByteArrayView key = version->keys[static_cast<size_t>(purpose)].reveal();
    const unsigned char* nonce = bytesOf(sealed) + 1;
    const unsigned char* body = nonce + nonceSize;
    QByteArray tag(reinterpret_cast<const char*>(body + size), tagSize);
    QByteArray plain(size, '\0');
    int written = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new());
    const bool opened = cipher
        && EVP_DecryptInit_ex(cipher.get(), aesGcm(), nullptr, bytesOf(key), nonce) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &written, bytesOf(identity),
                             static_cast<int>(identity.size()))
            == 1
        && EVP_DecryptUpdate(cipher.get(), bytesOf(plain), &written, body, static_cast<int>(size)) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytesOf(plain) + written, &written) == 1;
    Secret secret;
    if (opened) {
        secret = Secret(QByteArrayView(plain));
    }
    OPENSSL_cleanse(plain.data(), static_cast<size_t>(plain.size()));
    if (!opened) {
        return sealBroken();
    }
    return secret;
}

} // namespace holdfast::security
