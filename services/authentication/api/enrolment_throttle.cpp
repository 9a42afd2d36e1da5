// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/enrolment_throttle.h"

namespace holdfast::authentication {

namespace {

constexpr std::chrono::seconds refusedCodeInterval {10};

} // namespace

bool EnrolmentThrottle::admits(const QString& address, contract::Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    beginAnew(now);
    return m_inAll < mostInAll && m_ofAddress.value(address) < mostOfAddress;
}

bool EnrolmentThrottle::countWrong(const QString& address, contract::Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    beginAnew(now);
    ++m_inAll;
    ++m_ofAddress[address];
    if (now < m_nextEvent) {
        return false;
    }
    m_nextEvent = now + refusedCodeInterval;
    return true;
}

void EnrolmentThrottle::beginAnew(contract::Timestamp now)
{
    if (now - m_began < window && now >= m_began) {
        return;
    }
    m_began = now;
    m_inAll = 0;
    m_ofAddress.clear();
}

} // namespace holdfast::authentication
