// SPDX-License-Identifier: Apache-2.0
#include "services/http/connection_limiter.h"

namespace holdfast::http {

bool ConnectionLimiter::admit(const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    if (m_total >= m_limit || m_counts.value(address) >= m_limitPerAddress) {
        ++m_refused;
        return false;
    }
    ++m_total;
    ++m_counts[address];
    return true;
}

void ConnectionLimiter::release(const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    --m_total;
    if (const auto found = m_counts.find(address); found != m_counts.end() && --*found == 0) {
        m_counts.erase(found);
    }
}

quint64 ConnectionLimiter::refused() const
{
    const std::lock_guard lock(m_mutex);
    return m_refused;
}

} // namespace holdfast::http
