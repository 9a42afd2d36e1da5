// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/enrolment_throttle.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace holdfast::authentication {

namespace {

constexpr std::chrono::seconds refusedCodeInterval {10};

// Whoever has one address of an IPv6 network has all of it.
QString networkOf(const QString& address)
{
    constexpr int network = 8; // bytes
    constexpr std::array<unsigned char, 12> ofIpv4 {0, 0, 0, 0, 0,    0,
                                                    0, 0, 0, 0, 0xff, 0xff}; // written as IPv6
    const QByteArray text = address.section(QLatin1Char('%'), 0, 0).toLatin1();
    in6_addr parsed {};
    if (inet_pton(AF_INET6, text.constData(), &parsed) != 1) {
        return address;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(&parsed), sizeof parsed);
    if (std::equal(ofIpv4.begin(), ofIpv4.end(), std::begin(parsed.s6_addr))) {
        std::array<char, INET_ADDRSTRLEN> written {};
        inet_ntop(AF_INET, bytes.constData() + ofIpv4.size(), written.data(), written.size());
        return QString::fromLatin1(written.data());
    }
    return QString::fromLatin1(bytes.first(network).toHex());
}

} // namespace

bool EnrolmentThrottle::admits(const QString& address, contract::Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    beginAnew(now);
    return m_ofAddress.value(networkOf(address)) < (m_inAll < mostInAll ? mostOfAddress : 1);
}

bool EnrolmentThrottle::countWrong(const QString& address, contract::Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    beginAnew(now);
    ++m_inAll;
    const QString network = networkOf(address);
    if (m_ofAddress.size() < mostAddresses || m_ofAddress.contains(network)) {
        ++m_ofAddress[network];
    }
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
