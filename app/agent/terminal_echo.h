// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace holdfast::agent_program {

// While it lives, the terminal at standard input, if it is one, does not show what is typed. A signal that
// ends or stops the program meanwhile (Ctrl+C, Ctrl+Z) finds the terminal as it was; once it goes on, nothing
// is shown again and the prompt is repeated. One at a time.
class HiddenEcho
{
public:
    explicit HiddenEcho(const QByteArray& prompt);
    HiddenEcho(const HiddenEcho&) = delete;
    HiddenEcho& operator=(const HiddenEcho&) = delete;
    ~HiddenEcho();

private:
    bool m_hidden = false;
};

} // namespace holdfast::agent_program
