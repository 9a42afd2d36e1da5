// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token.h"
#include "services/otp/code.h"

namespace holdfast::otp {

// RFC 4226 for SHA-1; RFC 6238 extends it to SHA-256 and SHA-512. 4 to 10 digits: the tenth is only ever 0, 1
// or 2, for the truncated value has 31 bits. About a microsecond; allocates nothing; safe from any thread.
// Throws std::invalid_argument for an empty key or digits out of range: callers check what they stored.
[[nodiscard]] Code hotp(QByteArrayView key, quint64 counter, int digits,
                        contract::HashAlgorithm algorithm = contract::HashAlgorithm::Sha1);

// RFC 6238: T = floor(time / X), with T0 = 0. Intervals are at least a second, times not before 1970.
[[nodiscard]] qint64 stepAt(contract::Timestamp time, int intervalSeconds);
[[nodiscard]] contract::Timestamp stepStart(qint64 step, int intervalSeconds);

} // namespace holdfast::otp
