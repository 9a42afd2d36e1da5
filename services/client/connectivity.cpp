// SPDX-License-Identifier: Apache-2.0
#include "services/client/connectivity.h"

namespace holdfast::client {

namespace {
using namespace std::chrono_literals;
constexpr auto firstBackOff = 500ms;
constexpr auto lastBackOff = 15000ms;
} // namespace

Connectivity::Connectivity(QObject* parent)
    : QObject(parent)
    , m_backOff(firstBackOff)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connectivity::probe);
}

std::chrono::milliseconds Connectivity::untilNextProbe() const
{
    return m_timer.isActive() ? m_timer.remainingTimeAsDuration() : 0ms;
}

void Connectivity::lost(const QString& reason)
{
    const bool probing = m_state == State::Retrying;
    if (m_state == State::Ok) {
        m_backOff = firstBackOff;
    } else if (probing) {
        m_backOff = std::min<std::chrono::milliseconds>(m_backOff * 2, lastBackOff);
    }
    if (!m_timer.isActive()) {
        m_timer.start(m_backOff);
    }
    become(State::Lost, reason);
}

void Connectivity::answered()
{
    if (m_state == State::Ok) {
        return;
    }
    m_timer.stop();
    become(State::Ok, {});
    Q_EMIT restored();
}

void Connectivity::retryNow()
{
    if (m_state == State::Lost) {
        m_timer.stop();
        probe();
    }
}

void Connectivity::probe()
{
    if (!m_probe) {
        return;
    }
    become(State::Retrying, m_reason);
    m_probe();
}

void Connectivity::become(State state, const QString& reason)
{
    if (m_state == state && m_reason == reason) {
        return;
    }
    m_state = state;
    m_reason = reason;
    Q_EMIT stateChanged();
}

} // namespace holdfast::client
