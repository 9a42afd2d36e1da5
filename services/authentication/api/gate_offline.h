// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_call.h"
#include "services/authentication/store/offline_steps.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// What the gate does with logons that a workstation let in by itself: it records them, raises what is
// consumed, and tells where a step was used twice. A failure is an event and counts towards no lock: nothing
// is decided here any more. What a workstation says is believed as far as it was given codes, and never
// further than a token can have come by now: nobody is kept out online by what a workstation made up. On the
// writer's thread, in one transaction with what it tells.
class OfflineSettlement
{
public:
    OfflineSettlement(const AgentCall& call, storage::Connection& connection)
        : m_call(call)
        , m_connection(connection)
    { }

    // `set`: that decided, of this workstation; null: none is known.
    void record(const contract::OfflineEvent& event, const OfflineSetRow* set);
    // The last step of a set that is held, up to the one that a token shows now. Events are not always told
    // (the policy may say so), and then this alone keeps what was used offline from being used online once
    // more. It is no logon that could be recorded, and no use that could be compared: the step of the logon
    // that brought the set may be meant.
    void raiseTo(const OfflineSetRow& set, qint64 step);

private:
    void recordEmergency(const contract::OfflineEvent& event, const OfflineSetRow& set,
                         contract::Event& recorded);
    void recordChallenge(const contract::OfflineEvent& event, contract::Event& recorded);
    void consume(const contract::OfflineEvent& event, const OfflineSetRow& set, contract::Event& recorded);
    void unmatched(const contract::OfflineEvent& event, const OfflineSetRow* set);
    [[nodiscard]] qint64 furthest(const OfflineSetRow& set, const offlineSteps::Mark& mark) const;
    [[nodiscard]] bool isNear(const OfflineSetRow& set, const offlineSteps::Mark& mark, qint64 step) const;
    [[nodiscard]] contract::Event told(const char* key, contract::EventResult result,
                                       const contract::OfflineEvent& event, const OfflineSetRow* set) const;

    const AgentCall& m_call;
    storage::Connection& m_connection;
};

} // namespace holdfast::authentication
