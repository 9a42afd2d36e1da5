// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

namespace holdfast::otp {

// Writes a PSKC file (RFC 6030) piece by piece: its secrets AES-256-CBC under a key that PBKDF2 with
// HMAC-SHA256 makes of a passphrase, each with an HMAC-SHA256. HOTP and TOTP only.
class PskcWriter
{
public:
    static constexpr int iterations = 600'000; // some tenths of a second

    // Makes the keys: takes that long.
    explicit PskcWriter(const contract::Secret& passphrase);

    [[nodiscard]] QByteArray begin() const;
    [[nodiscard]] QByteArray token(const ParsedToken& token) const;
    // A token that is missing in the file, for whoever reads it.
    [[nodiscard]] static QByteArray missing(const QString& serial);
    [[nodiscard]] static QByteArray end();

private:
    contract::Secret m_salt;
    contract::Secret m_key;
    contract::Secret m_macKey;
};

} // namespace holdfast::otp
