// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/conversation.h"

#include <QObject>

#include <condition_variable>
#include <mutex>

namespace holdfast::workstation {

// Carries the agent's questions from its thread to the screen and the answers back. The signals are emitted
// on the agent's thread.
class Prompt final : public QObject, public agent::Conversation
{
    Q_OBJECT
public:
    // Blocks the agent's thread until somebody answers or gives up.
    [[nodiscard]] std::optional<contract::Secret> ask(const QString& prompt, agent::Echo echo) override;
    void tell(const QString& text) override { Q_EMIT told(text); }
    void warn(const QString& text) override { Q_EMIT warned(text); }

    void answer(contract::Secret text);
    void giveUp();
    // For good: every question from now on is given up at once.
    void close();

Q_SIGNALS:
    void asked(const QString& prompt, bool hidden);
    void told(const QString& text);
    void warned(const QString& text);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<contract::Secret> m_answer;
    bool m_waiting = false;
    bool m_gaveUp = false;
    bool m_closed = false;
};

} // namespace holdfast::workstation
