// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QStringView>

#include <tl/expected.hpp>

namespace holdfast::otp {

// What is wrong with an encoded text, and where: the position of a character, from 1, or 0 where the text as
// a whole is too short or badly padded.
struct EncodingFault
{
    qsizetype position = 0;
};

// RFC 4648, section 4. White space, byte order marks and zero-width spaces, which copying by hand brings
// along, are passed over; padding may be missing.
[[nodiscard]] tl::expected<contract::Secret, EncodingFault> decodeBase64(QStringView text);

// Pairs of hexadecimal digits; white space, colons and dashes between them are passed over.
[[nodiscard]] tl::expected<contract::Secret, EncodingFault> decodeHex(QStringView text);

// RFC 4648, section 6; either case, padding may be missing. White space and dashes are passed over.
[[nodiscard]] tl::expected<contract::Secret, EncodingFault> decodeBase32(QStringView text);

} // namespace holdfast::otp
