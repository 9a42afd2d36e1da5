// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_tickets.h"

#include "services/security/random.h"

#include <QCryptographicHash>

namespace holdfast::authentication {

namespace {

QByteArray ticketKey(QByteArrayView text)
{
    return QCryptographicHash::hash(text.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace

QString LogonTickets::issue(LogonTicket ticket)
{
    const contract::Secret text = security::randomToken();
    const QByteArray key = ticketKey(text.reveal());
    const std::lock_guard lock(m_mutex);
    dropOldLocked(ticket.at);
    m_tickets.insert_or_assign(key, std::move(ticket));
    m_order.push_back(key);
    return QString::fromLatin1(text.reveal());
}

std::optional<LogonTicket> LogonTickets::find(const QString& text, qint64 workstationId,
                                              contract::Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tickets.find(ticketKey(text.toUtf8()));
    if (found == m_tickets.end() || found->second.workstationId != workstationId) {
        return std::nullopt;
    }
    if (now - found->second.at >= life) {
        m_tickets.erase(found);
        return std::nullopt;
    }
    return found->second;
}

void LogonTickets::useUp(const QString& text)
{
    const std::lock_guard lock(m_mutex);
    m_tickets.erase(ticketKey(text.toUtf8()));
}

void LogonTickets::dropOld(contract::Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    dropOldLocked(now);
}

std::size_t LogonTickets::size()
{
    const std::lock_guard lock(m_mutex);
    return m_tickets.size();
}

void LogonTickets::dropOldLocked(contract::Timestamp now)
{
    while (!m_order.empty()) {
        const auto oldest = m_tickets.find(m_order.front());
        const bool over = oldest == m_tickets.end() || now - oldest->second.at >= life;
        if (!over && m_tickets.size() < most) {
            return;
        }
        if (oldest != m_tickets.end()) {
            m_tickets.erase(oldest);
        }
        m_order.pop_front();
    }
}

} // namespace holdfast::authentication
