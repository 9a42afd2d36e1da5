// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

namespace holdfast::otp {

// One URI: otpauth://totp/Issuer:account?secret=...&issuer=...&algorithm=SHA1&digits=6&period=30, or hotp
// with counter=... ("Key Uri Format" of Google Authenticator). An additional parameter `serial` is read too.
// `position` is the line.
[[nodiscard]] TokenRecord readOtpauthUri(int position, const QString& uri);

// The URI of a token for a QR code. The seed is in it.
[[nodiscard]] contract::Secret otpauthUri(const ParsedToken& token, const QString& account);

} // namespace holdfast::otp
