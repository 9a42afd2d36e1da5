// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_logon_throttle.h"
#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/gate.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// Online logons at workstations. Must live until the gate has answered everything. Safe from any thread.
class AgentLogons : public std::enable_shared_from_this<AgentLogons>
{
public:
    explicit AgentLogons(std::shared_ptr<AgentRoutes> agents)
        : m_agents(std::move(agents))
    { }

    void goOn(const std::shared_ptr<AgentCall>& call, contract::AgentLogon message,
              const AgentRoutes::Respond& respond);

private:
    using Awaits = LogonAttempts::Awaits;
    // What is submitted, and by whom.
    struct Turn
    {
        std::shared_ptr<AgentCall> call;
        QString method; // of the gate's event
        int refusedPins = 0;
        AgentRoutes::Respond respond;
    };

    void begin(const Turn& turn, contract::AgentLogon message);
    void resume(Turn turn, contract::AgentLogon message);
    void settle(const Turn& turn, const Outcome& outcome);
    // Nothing: too many are open.
    [[nodiscard]] std::optional<QString> keep(const Turn& turn, Awaits awaits, const Outcome& outcome);
    // False: it was answered that the workstation must wait.
    [[nodiscard]] bool admits(const Turn& turn);

    std::shared_ptr<AgentRoutes> m_agents;
    AgentLogonThrottle m_throttle;
};

} // namespace holdfast::authentication
