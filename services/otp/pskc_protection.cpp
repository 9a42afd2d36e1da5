// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_protection.h"

#include "services/otp/base64.h"
#include "services/otp/pskc_crypto.h"
#include "services/otp/record_checks.h"

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxSaltBytes = 1024;
constexpr qsizetype minMacKeyBytes = 16;

ImportFault unsupported(const QString& what)
{
    return {
        u"encryption_not_supported"_s, u"The file uses %1, which cannot be read here."_s.arg(what),
        u"Ask for it with AES-CBC under a pre-shared key or a passphrase, with HMAC-SHA1 or HMAC-SHA256."_s};
}

ImportFault incomplete(const QString& what)
{
    return {u"encryption_incomplete"_s,
            u"The file's description of its encryption has no usable %1."_s.arg(what),
            u"Ask for the file again; the program that made it left this out."_s};
}

tl::expected<contract::Secret, ImportFault> cipherOf(const XmlElement& encrypted)
{
    const XmlElement* value = encrypted.descendant({u"CipherData", u"CipherValue"});
    if (!value) {
        return tl::make_unexpected(incomplete(u"CipherValue"_s));
    }
    auto cipher = decodeBase64(value->text);
    if (!cipher) {
        return tl::make_unexpected(base64Fault(u"A CipherValue"_s, cipher.error()));
    }
    return std::move(*cipher);
}

} // namespace

std::optional<ImportFault> PskcProtection::takeEncryptionKey(const XmlElement& element)
{
    if (const XmlElement* derived = element.child(u"DerivedKey")) {
        return deriveKey(*derived);
    }
    if (element.child(u"X509Data") || element.child(u"KeyValue") || element.child(u"EncryptedKey")) {
        return unsupported(u"encryption to a certificate"_s);
    }
    return std::nullopt; // names a pre-shared key; it is asked for when a value needs it
}

std::optional<ImportFault> PskcProtection::deriveKey(const XmlElement& derivedKey)
{
    const XmlElement* method = derivedKey.child(u"KeyDerivationMethod");
    const XmlElement* parameters = method ? method->child(u"PBKDF2-params") : nullptr;
    if (!method || !method->attribute(u"Algorithm").value_or(QString()).endsWith(u"#pbkdf2")) {
        return unsupported(u"a key derivation other than PBKDF2"_s);
    }
    const XmlElement* salt = parameters ? parameters->descendant({u"Salt", u"Specified"}) : nullptr;
    if (!salt) {
        return incomplete(u"salt"_s);
    }
    const auto saltBytes = decodeBase64(salt->text);
    if (!saltBytes) {
        return base64Fault(u"The salt"_s, saltBytes.error());
    }
    bool isNumber = false;
    const qint64 iterations = parameters->childText(u"IterationCount").toLongLong(&isNumber);
    if (saltBytes->isEmpty() || saltBytes->size() > maxSaltBytes || !isNumber || iterations < 1) {
        return incomplete(saltBytes->isEmpty() ? u"salt"_s : u"IterationCount"_s);
    }
    if (iterations > maxIterations) {
        return ImportFault {
            u"too_many_iterations"_s,
            u"The file asks for %1 rounds of PBKDF2; at most %2 are done here."_s.arg(iterations)
                .arg(maxIterations),
            u"Ask for the file with fewer rounds and a longer passphrase."_s};
    }
    const QString keyLength = parameters->childText(u"KeyLength");
    const int keyBytes = keyLength.isEmpty() ? 16 : keyLength.toInt();
    if (keyBytes != 16 && keyBytes != 24 && keyBytes != 32) {
        return incomplete(u"KeyLength"_s);
    }
    const XmlElement* prf = parameters->child(u"PRF");
    const auto prfAlgorithm = prf ? prf->attribute(u"Algorithm") : std::nullopt;
    const QByteArray digest = prfAlgorithm ? digestOfHmac(*prfAlgorithm) : QByteArrayLiteral("SHA1");
    if (digest.isEmpty()) {
        return unsupported(u"a pseudo-random function other than HMAC with SHA"_s);
    }
    m_fromPassphrase = true;
    if (!m_given.passphrase || m_given.passphrase->isEmpty()) {
        return ImportFault {u"passphrase_required"_s, u"The file is encrypted under a passphrase."_s,
                            u"Enter the passphrase that came with the file."_s};
    }
    m_key = pbkdf2(digest, *m_given.passphrase, *saltBytes, static_cast<int>(iterations), keyBytes);
    return std::nullopt;
}

std::optional<ImportFault> PskcProtection::requireKey()
{
    if (m_key.isEmpty() && m_given.key) {
        m_key = *m_given.key;
    }
    if (m_key.isEmpty()) {
        return ImportFault {u"key_required"_s,
                            u"The file is encrypted under a key that was agreed beforehand."_s,
                            u"Enter that key, in hexadecimal digits."_s};
    }
    return std::nullopt;
}

std::optional<ImportFault> PskcProtection::takeMacMethod(const XmlElement& element)
{
    m_macDigest = digestOfHmac(element.attribute(u"Algorithm").value_or(QString()));
    if (m_macDigest.isEmpty()) {
        return unsupported(u"a MAC other than HMAC with SHA"_s);
    }
    const XmlElement* macKey = element.child(u"MACKey");
    if (!macKey) {
        return std::nullopt; // the encryption key serves (RFC 6030, 6.1.1)
    }
    if (auto fault = requireKey()) {
        return fault;
    }
    const auto cipher = cipherOf(*macKey);
    if (!cipher) {
        return cipher.error();
    }
    auto key = decrypt(*macKey, *cipher);
    if (!key) {
        return key.error();
    }
    if (key->size() < minMacKeyBytes) {
        return wrongKey();
    }
    m_macKey = std::move(*key);
    return std::nullopt;
}

tl::expected<contract::Secret, ImportFault> PskcProtection::open(const XmlElement& value)
{
    if (auto fault = requireKey()) {
        return tl::make_unexpected(std::move(*fault));
    }
    const XmlElement* mac = value.child(u"ValueMAC");
    if (!mac || m_macDigest.isEmpty()) {
        return tl::make_unexpected(ImportFault {
            u"mac_missing"_s,
            mac ? u"The file has no MACMethod, so nothing shows that its values are unchanged."_s
                : u"An encrypted value has no ValueMAC, so nothing shows that it is unchanged."_s,
            u"Ask for the file with MACs; RFC 6030 requires them with this encryption."_s});
    }
    const auto cipher = cipherOf(*value.child(u"EncryptedValue"));
    if (!cipher) {
        return tl::make_unexpected(cipher.error());
    }
    const auto expected = decodeBase64(mac->text);
    if (!expected) {
        return tl::make_unexpected(base64Fault(u"A ValueMAC"_s, expected.error()));
    }
    const contract::Secret& macKey = m_macKey.isEmpty() ? m_key : m_macKey;
    if (!hmac(m_macDigest, macKey, *cipher).equals(expected->reveal())) {
        return tl::make_unexpected(ImportFault {
            u"mac_mismatch"_s,
            u"The record's MAC does not match: the record was changed, or the %1 is not the right one."_s.arg(
                m_fromPassphrase ? u"passphrase"_s : u"key"_s),
            u"If all records say so, check the %1. Otherwise ask for the file again."_s.arg(
                m_fromPassphrase ? u"passphrase"_s : u"key"_s)});
    }
    return decrypt(*value.child(u"EncryptedValue"), *cipher);
}

tl::expected<contract::Secret, ImportFault> PskcProtection::decrypt(const XmlElement& encrypted,
                                                                    const contract::Secret& cipher) const
{
    const XmlElement* method = encrypted.child(u"EncryptionMethod");
    if (!method) {
        return tl::make_unexpected(incomplete(u"EncryptionMethod"_s));
    }
    const int keyBytes = keyBytesOfAesCbc(method->attribute(u"Algorithm").value_or(QString()));
    if (keyBytes == 0) {
        return tl::make_unexpected(unsupported(u"an encryption other than AES-CBC"_s));
    }
    if (m_key.size() != keyBytes) {
        return tl::make_unexpected(ImportFault {
            u"key_length_wrong"_s,
            u"The file's encryption takes a key of %1 bytes; this one has %2."_s.arg(keyBytes).arg(
                m_key.size()),
            u"Enter the whole key: %1 hexadecimal digits."_s.arg(2 * keyBytes)});
    }
    auto plain = decryptAesCbc(m_key, cipher);
    if (!plain) {
        return tl::make_unexpected(wrongKey());
    }
    return std::move(*plain);
}

ImportFault PskcProtection::wrongKey() const
{
    if (m_fromPassphrase) {
        return {u"wrong_passphrase"_s, u"The passphrase does not open the file."_s,
                u"Type the passphrase again; upper and lower case count."_s};
    }
    return {u"wrong_key"_s, u"The key does not open the file."_s,
            u"Check the key against what its sender gave you."_s};
}

bool PskcProtection::concernsWholeFile(const ImportFault& fault)
{
    return fault.code == u"key_required" || fault.code == u"passphrase_required" || fault.code == u"wrong_key"
        || fault.code == u"wrong_passphrase" || fault.code == u"key_length_wrong";
}

} // namespace holdfast::otp
