// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/code.h"

#include <optional>

// PINPad style: the app adds the PIN to the tokencode digit by digit, modulo 10 and without carry, both
// aligned at their right ends. The digits left of the PIN stay as they are. Of a PIN longer than the code
// only the last digits count, so PINs of such tokens should be at most as long as their code.
namespace holdfast::otp {

// What the app shows. `pin` is digits; throws std::invalid_argument otherwise.
[[nodiscard]] Code mixPin(const Code& code, QByteArrayView pin);

// The PIN of `pinLength` digits that turns `code` into `passcode`, whatever it is; whether it is the token's
// is for the caller to say. Nothing if the lengths differ, the passcode is not all digits, the PIN would be
// longer than the code, or a digit that no such PIN touches differs.
[[nodiscard]] std::optional<contract::Secret> pinMixedInto(QByteArrayView passcode, const Code& code,
                                                           int pinLength);

// Whether the digits that a PIN of `pinLength` does not touch are alike: the cheap first filter over the time
// steps. With a PIN as long as the code it is always true.
[[nodiscard]] bool untouchedDigitsEqual(QByteArrayView passcode, const Code& code, int pinLength);

} // namespace holdfast::otp
