// SPDX-License-Identifier: Apache-2.0
#include "services/otp/base64.h"

#include <openssl/crypto.h>

namespace holdfast::otp {

namespace {

int base64Value(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= 'A' && u <= 'Z') {
        return u - 'A';
    }
    if (u >= 'a' && u <= 'z') {
        return u - 'a' + 26;
    }
    if (u >= '0' && u <= '9') {
        return u - '0' + 52;
    }
    return u == '+' ? 62 : u == '/' ? 63 : -1;
}

int base32Value(QChar c)
{
    const char16_t u = c.toUpper().unicode();
    if (u >= 'A' && u <= 'Z') {
        return u - 'A';
    }
    return u >= '2' && u <= '7' ? u - '2' + 26 : -1;
}

int hexValue(QChar c)
{
    const char16_t u = c.toLower().unicode();
    if (u >= '0' && u <= '9') {
        return u - '0';
    }
    return u >= 'a' && u <= 'f' ? u - 'a' + 10 : -1;
}

bool isInvisible(QChar c)
{
    return c.isSpace() || c == QChar(0xfeff) || c == QChar(0x200b);
}

// Gathers `bits` from each character. What is left over at the end must be less than a byte and zero: another
// text for the same bytes is more likely a slip than meant.
template <class Value>
tl::expected<contract::Secret, EncodingFault> decode(QStringView text, int bits, QStringView passedOver,
                                                     Value value)
{
    QByteArray bytes;
    bytes.reserve(text.size() * bits / 8 + 1); // never grown: no copy is left behind unwiped
    quint32 gathered = 0;
    int waiting = 0;
    bool padded = false;
    qsizetype characters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isInvisible(text[i]) || passedOver.contains(text[i])) {
            continue;
        }
        if (text[i] == u'=' && bits != 4 && characters > 0) {
            padded = true;
            continue;
        }
        const int digit = value(text[i]);
        if (digit < 0 || padded) {
            OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
            return tl::make_unexpected(EncodingFault {i + 1});
        }
        ++characters;
        gathered = (gathered << bits) | static_cast<quint32>(digit);
        waiting += bits;
        if (waiting >= 8) {
            waiting -= 8;
            bytes.append(static_cast<char>((gathered >> waiting) & 0xffU));
        }
    }
    contract::Secret secret {QByteArrayView(bytes)};
    OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    if (waiting >= bits || (gathered & ((1U << waiting) - 1)) != 0) {
        return tl::make_unexpected(EncodingFault {});
    }
    return secret;
}

} // namespace

tl::expected<contract::Secret, EncodingFault> decodeBase64(QStringView text)
{
    return decode(text, 6, u"", base64Value);
}

tl::expected<contract::Secret, EncodingFault> decodeHex(QStringView text)
{
    return decode(text, 4, u":-", hexValue);
}

tl::expected<contract::Secret, EncodingFault> decodeBase32(QStringView text)
{
    return decode(text, 5, u"-", base32Value);
}

} // namespace holdfast::otp
