// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_call.h"
#include "services/authentication/api/offline_refusals.h"
#include "services/authentication/api/offline_turns.h"
#include "services/authentication/domain/facts.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

// For whom a set is to be made.
struct OfflineOrder
{
    qint64 userId = 0;
    qint64 tokenId = 0;
    bool afterLogon = false; // else a refill, without the PIN
    contract::Secret pin {}; // that a logon has shown to be right; empty: none was typed
    contract::Timestamp logonAt {};
    QString renews {}; // of a refill: the set that the workstation holds
};

// A download that is refused, as an event and as the answer.
struct OfflineRefusal
{
    const AttemptFacts* person = nullptr; // null: not known
    QString serial {};
    QString reason {};
    QString sentence {};
    QStringList causes {}; // every one of them, the first included
};

// Makes offline sets on the worker's thread that asks for one: first everything is read, then it is computed
// outside any transaction, then it is kept with its event, if nothing has changed meanwhile. Nobody waits in
// here, for signing in must not wait for sets: whoever finds no room is told to come again. Safe from any
// thread.
class OfflineIssuer
{
public:
    explicit OfflineIssuer(int mostAtOnce);

    // One set at a time for each workstation.
    [[nodiscard]] std::unique_ptr<OfflineTurns::Turn> begin(qint64 workstationId)
    {
        return m_turns.begin(workstationId);
    }
    // With a turn of the call's workstation. Errors, each but the last with the event
    // OFFLINE_DATA_DOWNLOAD_FAILED: the reasons of domain/offline_reasons.h and domain/reasons.h as code
    // (Forbidden), logon_needed, changed_meanwhile (Conflict), offline_busy (TooManyRequests).
    [[nodiscard]] contract::Result<contract::AgentSet> issue(const AgentCall& call,
                                                             const OfflineOrder& order);

    // `afterLogon`: else the event is told once an hour, however often the workstation asks.
    [[nodiscard]] contract::Unexpected refuse(const AgentCall& call, const OfflineRefusal& refusal,
                                              bool afterLogon);

private:
    OfflineTurns m_turns;
    OfflineRefusals m_refusals;
};

} // namespace holdfast::authentication
