// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/emergency_text.h"

#include "services/security/random.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>

namespace holdfast::authentication {

namespace {

bool isSeparator(char character)
{
    return character == ' ' || character == '-';
}

char upper(char character)
{
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

QByteArray macOf(const security::KeyRing& keys, qint64 userId, QByteArrayView normalised)
{
    QByteArray text = QByteArray::number(userId) + ':';
    text.append(normalised);
    const QByteArray mac = keys.macBytes(security::Purpose::EmergencyCode, text);
    OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()));
    return mac;
}

} // namespace

QByteArray emergencyCodeMac(const security::KeyRing& keys, qint64 userId, const contract::Secret& code)
{
    const QByteArrayView typed = code.reveal();
    QByteArray normalised;
    for (const char character : typed) {
        if (!isSeparator(character)) {
            normalised.append(upper(character));
        }
    }
    const QByteArray mac = macOf(keys, userId, normalised);
    OPENSSL_cleanse(normalised.data(), static_cast<size_t>(normalised.size()));
    return mac;
}

std::optional<EmergencyReading> readEmergencyCode(const contract::Secret& typed)
{
    const QByteArrayView text = typed.reveal();
    std::array<char, emergencyCodeLength> code {};
    qsizetype at = text.size();
    for (size_t missing = code.size(); missing > 0;) {
        if (at == 0) {
            return std::nullopt;
        }
        const char character = upper(text.at(--at));
        if (isSeparator(character)) {
            continue;
        }
        const QByteArrayView alphabet = security::readableAlphabet;
        if (std::find(alphabet.begin(), alphabet.end(), character) == alphabet.end()) {
            return std::nullopt;
        }
        code[--missing] = character;
    }
    while (at > 0 && isSeparator(text.at(at - 1))) {
        --at;
    }
    EmergencyReading reading {contract::Secret(text.first(at)),
                              contract::Secret(QByteArrayView(code.data(), emergencyCodeLength))};
    OPENSSL_cleanse(code.data(), code.size());
    return reading;
}

} // namespace holdfast::authentication
