// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_event_throttle.h"

namespace holdfast::authentication {

int OfflineEventThrottle::admit(qint64 workstationId, int wanted, contract::Timestamp now)
{
    if (wanted <= 0) {
        return 0;
    }
    const std::lock_guard lock(m_mutex);
    if (now - m_began >= window || now < m_began) {
        m_began = now;
        m_taken.clear();
    }
    int& taken = m_taken[workstationId];
    const int admitted = std::min(wanted, m_most - taken);
    taken += admitted;
    return admitted;
}

} // namespace holdfast::authentication
