// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_logon_throttle.h"

#include "services/authentication/store/canonical.h"

namespace holdfast::authentication {

using contract::Timestamp;

AgentLogonThrottle::Admission AgentLogonThrottle::admit(qint64 workstationId, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    dropOld(now);
    Count& count = m_counts[workstationId];
    if (now - count.began >= window || now < count.began) {
        count = Count {.began = now, .underWay = count.underWay};
    }
    if (count.wrong + count.underWay < mostWrong && count.wrongOf.size() < mostNames) {
        ++count.underWay;
        return {.admitted = true};
    }
    // Where only those under way are too many, they are settled at once.
    const bool wrong = count.wrong >= mostWrong || count.wrongOf.size() >= mostNames;
    const auto left = std::chrono::ceil<std::chrono::seconds>(count.began + window - now);
    return {.wait = wrong ? left : std::chrono::seconds(1), .worthEvent = !std::exchange(count.told, true)};
}

void AgentLogonThrottle::settle(qint64 workstationId, const QString& name, Verdict verdict)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(workstationId);
    if (found == m_counts.end()) {
        return;
    }
    --found->underWay;
    const QString key = canonicalName(name);
    if (verdict == Verdict::Wrong) {
        ++found->wrong;
        ++found->wrongOf[key];
    } else if (verdict == Verdict::Right) {
        found->wrong -= found->wrongOf.take(key);
    }
}

void AgentLogonThrottle::dropOld(Timestamp now)
{
    if (now < m_nextSweep) {
        return;
    }
    m_nextSweep = now + window;
    m_counts.removeIf([&](const QHash<qint64, Count>::iterator entry) {
        return entry->underWay == 0 && now - entry->began >= window;
    });
}

} // namespace holdfast::authentication
