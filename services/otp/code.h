// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <array>

namespace holdfast::otp {

inline constexpr int minDigits = 4;
inline constexpr int maxDigits = 10;

// A tokencode: decimal digits as text, on the stack, wiped when it goes. Leading zeroes count.
class Code
{
public:
    Code() = default;
    explicit Code(QByteArrayView digits); // at most maxDigits characters; empty when there are more
    Code(const Code&) = default;
    Code& operator=(const Code&) = default;
    ~Code();

    [[nodiscard]] QByteArrayView view() const { return {m_characters.data(), m_length}; }
    [[nodiscard]] int length() const { return m_length; }

    // In time that depends on the lengths alone.
    [[nodiscard]] bool equals(QByteArrayView other) const
    {
        return contract::constantTimeEquals(view(), other);
    }

    // The lowest `digits` decimal digits of `value`.
    static Code ofNumber(quint64 value, int digits);

private:
    std::array<char, maxDigits> m_characters {};
    int m_length = 0;
};

} // namespace holdfast::otp
