// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/prompt.h"

namespace holdfast::workstation {

std::optional<contract::Secret> Prompt::ask(const QString& prompt, agent::Echo echo)
{
    {
        const std::lock_guard guard(m_mutex);
        m_answer.reset();
        m_gaveUp = false;
        m_waiting = true;
    }
    Q_EMIT asked(prompt, echo == agent::Echo::Hidden);
    std::unique_lock guard(m_mutex);
    m_changed.wait(guard, [this] { return m_answer.has_value() || m_gaveUp || m_closed; });
    m_waiting = false;
    return std::exchange(m_answer, std::nullopt);
}

void Prompt::answer(contract::Secret text)
{
    const std::lock_guard guard(m_mutex);
    if (m_waiting) {
        m_answer = std::move(text);
        m_changed.notify_all();
    }
}

void Prompt::giveUp()
{
    const std::lock_guard guard(m_mutex);
    if (m_waiting) {
        m_gaveUp = true;
        m_changed.notify_all();
    }
}

void Prompt::close()
{
    const std::lock_guard guard(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

} // namespace holdfast::workstation
