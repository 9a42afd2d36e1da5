// SPDX-License-Identifier: Apache-2.0
#include "app/pam/line_buffer.h"

#include <cstring>

namespace holdfast::pam {

bool Line::make(const char* word, const char* text)
{
    wipe();
    const size_t wordLength = std::strlen(word);
    if (wordLength + 2 >= sizeof bytes) {
        return false;
    }
    std::memcpy(bytes, word, wordLength);
    length = wordLength;
    if (text != nullptr) {
        bytes[length++] = ' ';
        for (; *text != '\0'; ++text) {
            if (length + 4 > sizeof bytes) {
                wipe();
                return false;
            }
            if (*text == '\\' || *text == '\n') {
                bytes[length++] = '\\';
            }
            bytes[length++] = *text == '\n' ? 'n' : *text;
        }
    }
    bytes[length++] = '\n';
    bytes[length] = '\0';
    return true;
}

char* Line::textAfter(const char* word)
{
    const size_t wordLength = std::strlen(word);
    if (std::strncmp(bytes, word, wordLength) != 0 || bytes[wordLength] != ' ') {
        return nullptr;
    }
    char* const text = bytes + wordLength + 1;
    char* to = text;
    for (const char* from = text; *from != '\0'; ++from) {
        if (*from == '\\' && from[1] != '\0') {
            ++from;
            *to++ = *from == 'n' ? '\n' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return text;
}

bool Line::is(const char* text) const
{
    return std::strcmp(bytes, text) == 0;
}

void Line::wipe()
{
    explicit_bzero(bytes, sizeof bytes);
    length = 0;
}

} // namespace holdfast::pam
