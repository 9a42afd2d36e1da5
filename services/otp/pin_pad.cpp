// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pin_pad.h"

#include <algorithm>
#include <stdexcept>

namespace holdfast::otp {

namespace {

bool allDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Code mixPin(const Code& code, QByteArrayView pin)
{
    if (!allDigits(pin)) {
        throw std::invalid_argument("a PIN that is mixed in is all digits");
    }
    std::array<char, maxDigits> mixed {};
    const QByteArrayView plain = code.view();
    std::copy(plain.begin(), plain.end(), mixed.begin());
    for (qsizetype fromRight = 0; fromRight < std::min(pin.size(), plain.size()); ++fromRight) {
        char& digit = mixed.at(static_cast<size_t>(plain.size() - 1 - fromRight));
        digit = static_cast<char>('0' + (digit - '0' + pin[pin.size() - 1 - fromRight] - '0') % 10);
    }
    return Code(QByteArrayView(mixed.data(), plain.size()));
}

std::optional<contract::Secret> pinMixedInto(QByteArrayView passcode, const Code& code, int pinLength)
{
    if (pinLength < 1 || !allDigits(passcode) || !untouchedDigitsEqual(passcode, code, pinLength)) {
        return std::nullopt;
    }
    std::array<char, maxDigits> pin {};
    const qsizetype untouched = code.length() - pinLength;
    for (qsizetype i = 0; i < pinLength; ++i) {
        pin.at(static_cast<size_t>(i)) =
            static_cast<char>('0' + (10 + passcode[untouched + i] - code.view()[untouched + i]) % 10);
    }
    return contract::Secret(QByteArrayView(pin.data(), pinLength));
}

bool untouchedDigitsEqual(QByteArrayView passcode, const Code& code, int pinLength)
{
    const qsizetype untouched = code.length() - pinLength;
    return pinLength >= 0 && untouched >= 0 && passcode.size() == code.length()
        && contract::constantTimeEquals(passcode.first(untouched), code.view().first(untouched));
}

} // namespace holdfast::otp
