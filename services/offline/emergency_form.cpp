// SPDX-License-Identifier: Apache-2.0
#include "services/offline/emergency_form.h"

#include "services/offline/wiped_bytes.h"

namespace holdfast::offline {

using contract::Secret;

namespace {

bool separatesGroups(char character)
{
    return character == ' ' || character == '-';
}

unsigned char capital(char character)
{
    return static_cast<unsigned char>(character >= 'a' && character <= 'z' ? character - 'a' + 'A'
                                                                           : character);
}

} // namespace

Secret emergencyForm(const Secret& code)
{
    WipedBytes form(code.size());
    qsizetype length = 0;
    for (const char character : code.reveal()) {
        if (!separatesGroups(character)) {
            form.data()[length++] = capital(character);
        }
    }
    return Secret(form.view().first(length));
}

std::optional<EmergencySplit> splitEmergency(const Secret& typed, int length)
{
    const QByteArrayView text = typed.reveal();
    WipedBytes code(length);
    qsizetype at = text.size();
    for (qsizetype missing = length; missing > 0;) {
        if (at == 0) {
            return std::nullopt;
        }
        const char character = text.at(--at);
        if (!separatesGroups(character)) {
            code.data()[--missing] = capital(character);
        }
    }
    while (at > 0 && separatesGroups(text.at(at - 1))) {
        --at;
    }
    return EmergencySplit {Secret(text.first(at)), code.secret()};
}

} // namespace holdfast::offline
