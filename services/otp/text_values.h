// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

// Values that otpauth URIs and CSV files write in words. Each answers nothing when all is well.
namespace holdfast::otp {

// "totp", "OATH-HOTP", ... into `token.kind`.
[[nodiscard]] std::optional<ImportFault> takeKind(const QString& text, ParsedToken& token);
// "SHA1", "HmacSHA256", "sha-512", ... Empty: SHA-1.
[[nodiscard]] std::optional<ImportFault> takeAlgorithm(const QString& text, ParsedToken& token);
// Whole numbers; empty: what is usual. Checks them.
[[nodiscard]] std::optional<ImportFault> takeDigits(const QString& text, ParsedToken& token);
[[nodiscard]] std::optional<ImportFault> takePeriod(const QString& text,
                                                    ParsedToken& token); // after the kind
[[nodiscard]] std::optional<ImportFault> takeCounter(const QString& text, ParsedToken& token); // likewise
enum class SecretEncoding
{
    Hex,
    Base32
};
[[nodiscard]] std::optional<ImportFault> takeSecret(const QString& text, SecretEncoding encoding,
                                                    ParsedToken& token);

// A serial number for a token that has none: the same for the same token, another for another one, and told
// in a remark. A short secret does not go into it, so that it cannot be found by trying.
void makeUpSerial(const QString& label, ParsedToken& token);

} // namespace holdfast::otp
