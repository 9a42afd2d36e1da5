// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agent/pam_protocol.h"

#include <cstddef>

namespace holdfast::pam {

// A line of the protocol, of bounded length, wiped when it goes: it may hold a passcode.
class Line
{
public:
    Line() = default;
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() { wipe(); }

    // WORD and the escaped text, ended. False: it is too long.
    bool make(const char* word, const char* text);
    // Turns the text after WORD into what it stands for, in place; null where the line begins otherwise.
    char* textAfter(const char* word);
    [[nodiscard]] bool is(const char* text) const;
    void wipe();

    char bytes[HOLDFAST_PAM_LINE] {};
    size_t length = 0;
};

} // namespace holdfast::pam
