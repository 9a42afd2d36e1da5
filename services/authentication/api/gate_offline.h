// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_call.h"
#include "services/authentication/store/offline_sets.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// What the gate does with logons that a workstation let in by itself: it records them, raises what is
// consumed, and tells where a step was used twice. A failure is an event and counts towards no lock: nothing
// is decided here any more. On the writer's thread, in one transaction with what it tells.
class OfflineSettlement
{
public:
    OfflineSettlement(const AgentCall& call, storage::Connection& connection)
        : m_call(call)
        , m_connection(connection)
    { }

    // `set`: that decided, of this workstation; null: none is known.
    void record(const contract::OfflineEvent& event, const OfflineSetRow* set);

private:
    void consume(const contract::OfflineEvent& event, const OfflineSetRow& set, contract::Event& recorded);
    [[nodiscard]] contract::Event told(const char* key, contract::EventResult result,
                                       const contract::OfflineEvent& event, const OfflineSetRow* set) const;

    const AgentCall& m_call;
    storage::Connection& m_connection;
};

} // namespace holdfast::authentication
