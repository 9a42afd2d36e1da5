// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/world_clock.h"

namespace holdfast::workstation {

contract::Timestamp WorldClock::now() const
{
    return m_system.now() + ahead();
}

contract::Timestamp WorldClock::tokenNow() const
{
    return m_system.now() + std::max(ahead(), std::chrono::milliseconds(0));
}

} // namespace holdfast::workstation
