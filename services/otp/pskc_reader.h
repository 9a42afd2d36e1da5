// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/token_file.h"

namespace holdfast::otp {

// PSKC, the portable symmetric key container of RFC 6030: HOTP and TOTP keys, plain, or encrypted under a
// pre-shared key or a passphrase (pskc_protection.h). Signatures are not checked: without a certificate
// agreed beforehand they say nothing.
[[nodiscard]] TokenRecords readPskc(QByteArrayView file, const TokenFileKeys& keys);

} // namespace holdfast::otp
