// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_attempts.h"

#include "services/security/random.h"

namespace holdfast::authentication {

using contract::Timestamp;

std::optional<QString> LogonAttempts::keep(Attempt attempt, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    if (m_attempts.size() >= most) {
        dropOldLocked(now);
    }
    if (m_attempts.size() >= most || m_openOf.value(attempt.workstationId) >= mostOfWorkstation) {
        return std::nullopt;
    }
    attempt.expires = now + life;
    ++m_openOf[attempt.workstationId];
    QString id = security::randomIdentifier();
    m_attempts.emplace(id, std::move(attempt));
    return id;
}

std::optional<LogonAttempts::Attempt> LogonAttempts::take(const QString& id, qint64 workstationId,
                                                          Awaits awaits, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_attempts.find(id);
    if (found == m_attempts.end() || found->second.workstationId != workstationId
        || found->second.awaits != awaits) {
        return std::nullopt;
    }
    Attempt attempt = std::move(found->second);
    m_attempts.erase(found);
    closedOne(workstationId);
    return now < attempt.expires ? std::optional(std::move(attempt)) : std::nullopt;
}

void LogonAttempts::dropOld(Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    dropOldLocked(now);
}

std::size_t LogonAttempts::size()
{
    const std::lock_guard lock(m_mutex);
    return m_attempts.size();
}

void LogonAttempts::dropOldLocked(Timestamp now)
{
    std::erase_if(m_attempts, [&](const auto& entry) {
        const bool over = now >= entry.second.expires;
        if (over) {
            closedOne(entry.second.workstationId);
        }
        return over;
    });
}

void LogonAttempts::closedOne(qint64 workstationId)
{
    if (--m_openOf[workstationId] == 0) {
        m_openOf.remove(workstationId);
    }
}

} // namespace holdfast::authentication
