// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_call.h"
#include "services/authentication/domain/facts.h"
#include "services/contract/agent.h"

#include <condition_variable>
#include <mutex>

namespace holdfast::authentication {

// For whom a set is to be made.
struct OfflineOrder
{
    qint64 userId = 0;
    qint64 tokenId = 0;
    bool afterLogon = false; // else a refill, without the PIN
    contract::Secret pin {}; // that a logon has shown to be right; empty: none was typed
    contract::Timestamp logonAt {};
};

// Makes offline sets on the worker's thread that asks for one: first everything is read, then it is computed
// outside any transaction, then it is kept with its event, if nothing has changed meanwhile. Safe from any
// thread.
class OfflineIssuer
{
public:
    explicit OfflineIssuer(int mostAtOnce);

    // Errors, each with the event OFFLINE_DATA_DOWNLOAD_FAILED: the reasons of domain/offline_reasons.h and
    // domain/reasons.h as code (Forbidden), logon_needed, changed_meanwhile (Conflict), too_many_requests.
    [[nodiscard]] contract::Result<contract::AgentSet> issue(const AgentCall& call,
                                                             const OfflineOrder& order);

private:
    // Signing in must not wait for sets: only so many are computed at once.
    class Turn;
    const int m_most;
    std::mutex m_mutex;
    std::condition_variable m_free;
    int m_working = 0;
};

// A download that was refused, as an event and as the answer. `person`: null where it is not known.
[[nodiscard]] contract::Unexpected refuseDownload(const AgentCall& call, const AttemptFacts* person,
                                                  const QString& serial, const QString& reason,
                                                  const QString& sentence);

} // namespace holdfast::authentication
