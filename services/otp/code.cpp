// SPDX-License-Identifier: Apache-2.0
#include "services/otp/code.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace holdfast::otp {

Code::Code(QByteArrayView digits)
{
    if (digits.size() <= maxDigits) {
        m_length = static_cast<int>(digits.size());
        std::copy(digits.begin(), digits.end(), m_characters.begin());
    }
}

Code::~Code()
{
    OPENSSL_cleanse(m_characters.data(), m_characters.size());
}

Code Code::ofNumber(quint64 value, int digits)
{
    Code code;
    code.m_length = std::clamp(digits, 0, maxDigits);
    for (auto place = static_cast<size_t>(code.m_length); place > 0; --place) {
        code.m_characters[place - 1] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return code;
}

} // namespace holdfast::otp
