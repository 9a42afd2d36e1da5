// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/conversation.h"

namespace holdfast::agent_program {

// Whoever sits at the terminal, or a script that writes a line for each question to standard input.
class Terminal final : public agent::Conversation
{
public:
    std::optional<contract::Secret> ask(const QString& prompt, agent::Echo echo) override;
    void tell(const QString& text) override;
    void warn(const QString& text) override;
};

// UTF-8 in which nothing commands the terminal: names and sentences come from others.
[[nodiscard]] QByteArray forTerminal(const QString& text);
// A line of standard input without its end; empty where it ended, or the line is longer than a secret may be.
[[nodiscard]] std::optional<contract::Secret> readSecretLine();

} // namespace holdfast::agent_program
