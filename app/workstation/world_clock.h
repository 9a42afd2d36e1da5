// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <atomic>

namespace holdfast::workstation {

// The time at the laptop: the system's, and so much later or earlier. Safe from any thread.
class WorldClock final : public contract::Clock
{
public:
    [[nodiscard]] contract::Timestamp now() const override;
    // A token that is carried along lives through the days as well, but nobody sets its clock back.
    [[nodiscard]] contract::Timestamp tokenNow() const;
    [[nodiscard]] std::chrono::milliseconds ahead() const
    {
        return std::chrono::milliseconds(m_ahead.load());
    }
    void setAhead(std::chrono::milliseconds ahead) { m_ahead = ahead.count(); }

private:
    contract::SystemClock m_system;
    std::atomic<qint64> m_ahead {0};
};

} // namespace holdfast::workstation
