// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/conversation.h"
#include "services/agent/installation.h"
#include "services/agent/service_link.h"
#include "services/offline/offline_verifier.h"

namespace holdfast::agent {

// How long each part may take at most.
struct Patience
{
    std::chrono::milliseconds find {2000}; // to learn whether the service is in reach
    std::chrono::milliseconds logon {10000}; // for its decision
    std::chrono::milliseconds download {6000}; // for the offline data afterwards
    std::chrono::milliseconds contact {3000}; // for telling what happened meanwhile
};

enum class LogonOutcome
{
    Accepted,
    Refused,
    Unavailable, // nobody can decide: no service, and no data for the person
    Cancelled
};

struct LogonRequest
{
    QString userName;
    std::optional<contract::Secret> passcode {}; // typed already, for an earlier prompt
    QString prompt {}; // in place of ours
};

// One sign-in: with the service where it is in reach, with the data of this computer where it is not, also
// where the service falls away in the middle.
class Logon
{
public:
    Logon(Installation& installation, const offline::OfflineVerifier& verifier, Conversation& conversation,
          Patience patience = {}, Resolver resolver = resolveName);
    [[nodiscard]] LogonOutcome run(LogonRequest request);
    // By challenge and response, without looking for the service.
    [[nodiscard]] LogonOutcome challenge(const QString& userName);

private:
    Installation& m_installation;
    const offline::OfflineVerifier& m_verifier;
    Conversation& m_conversation;
    Patience m_patience;
    Resolver m_resolver;
};

} // namespace holdfast::agent
