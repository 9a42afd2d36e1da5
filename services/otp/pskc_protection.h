// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/token_file.h"
#include "services/otp/xml_tree.h"

namespace holdfast::otp {

// How the values of a PSKC file are encrypted and authenticated (RFC 6030, section 6), and the keys for it.
//
// Encryption: AES-CBC with 128, 192 or 256 bits (XML Encryption), under a pre-shared key or under one that
// PBKDF2 (RFC 8018) makes of a passphrase. CBC does not notice changes, so every encrypted value must have
// its ValueMAC: HMAC over the cipher text, its initialisation vector included.
class PskcProtection
{
public:
    // PBKDF2 is the one thing here that a file can make slow: at this count, about four seconds.
    static constexpr qint64 maxIterations = 10'000'000;

    explicit PskcProtection(const TokenFileKeys& keys)
        : m_given(keys)
    { }

    // The container's elements, in the order of the file: EncryptionKey stands before MACMethod.
    [[nodiscard]] std::optional<ImportFault> takeEncryptionKey(const XmlElement& element);
    [[nodiscard]] std::optional<ImportFault> takeMacMethod(const XmlElement& element);

    // The bytes of an element that holds an EncryptedValue and a ValueMAC.
    [[nodiscard]] tl::expected<contract::Secret, ImportFault> open(const XmlElement& value);

    // True if the fault is the same for every record: the key is missing or unfit, not the record.
    [[nodiscard]] static bool concernsWholeFile(const ImportFault& fault);

private:
    [[nodiscard]] std::optional<ImportFault> deriveKey(const XmlElement& derivedKey);
    [[nodiscard]] std::optional<ImportFault> requireKey();
    [[nodiscard]] tl::expected<contract::Secret, ImportFault> decrypt(const XmlElement& encrypted,
                                                                      const contract::Secret& cipher) const;
    [[nodiscard]] ImportFault wrongKey() const;

    TokenFileKeys m_given;
    bool m_fromPassphrase = false;
    contract::Secret m_key; // of the encryption; empty until there is one
    QByteArray m_macDigest; // OpenSSL's name; empty without MACMethod
    contract::Secret m_macKey;
};

} // namespace holdfast::otp
