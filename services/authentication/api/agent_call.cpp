// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_call.h"

#include "services/authentication/store/events.h"

namespace holdfast::authentication {

contract::Event AgentCall::event(const char* key, contract::EventLog log) const
{
    contract::Event event;
    event.at = m_now;
    event.log = log;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Success;
    event.actor = m_workstation.name;
    event.client = m_workstation.name;
    event.domain = m_workstation.domain;
    event.clientAddress = clientAddress();
    event.detail.insert(QStringLiteral("workstation"), m_workstation.name);
    event.detail.insert(QStringLiteral("workstationId"), QString::number(m_workstation.id));
    return event;
}

void AgentCall::record(storage::Connection& connection, contract::Event event) const
{
    m_context->events.append(connection, event);
}

} // namespace holdfast::authentication
