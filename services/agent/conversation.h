// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QString>

#include <optional>

namespace holdfast::agent {

enum class Echo
{
    Hidden,
    Shown
};

// Whoever sits at the prompt.
class Conversation
{
public:
    Conversation() = default;
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;
    virtual ~Conversation() = default;

    // Empty: they gave up.
    [[nodiscard]] virtual std::optional<contract::Secret> ask(const QString& prompt, Echo echo) = 0;
    virtual void tell(const QString& text) = 0;
    // What went wrong, or soon will.
    virtual void warn(const QString& text) = 0;
};

} // namespace holdfast::agent
