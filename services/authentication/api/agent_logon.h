// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/gate.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// Online logons at workstations: what a person is asked after the passcode is held together between two
// requests of the same workstation, in memory, bounded in number and time. Safe from any thread; must live
// until the gate has answered everything.
class AgentLogons : public std::enable_shared_from_this<AgentLogons>
{
public:
    explicit AgentLogons(std::shared_ptr<AgentRoutes> agents)
        : m_agents(std::move(agents))
    { }

    void goOn(const std::shared_ptr<AgentCall>& call, contract::AgentLogon message,
              const AgentRoutes::Respond& respond);

private:
    enum class Awaits
    {
        NextTokencode,
        NewPin
    };
    struct Attempt
    {
        qint64 workstationId = 0;
        Awaits awaits {};
        Continuation continuation {};
        int refusedPins = 0;
        contract::Timestamp expires {};
    };
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
    // Nothing: unknown, over, of another workstation, or it awaits something else. It is taken out, so that
    // one answer is looked at once.
    [[nodiscard]] std::optional<Attempt> take(const QString& id, qint64 workstationId, Awaits awaits,
                                              contract::Timestamp now);
    // Nothing: too many are open.
    [[nodiscard]] std::optional<QString> keep(const Turn& turn, Awaits awaits, const Outcome& outcome);
    void dropExpired(contract::Timestamp now);

    std::shared_ptr<AgentRoutes> m_agents;
    std::mutex m_mutex;
    std::map<QString, Attempt> m_attempts;
    QHash<qint64, int> m_openOf; // by workstation
    contract::Timestamp m_nextSweep {};
};

} // namespace holdfast::authentication
