// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/conversation.h"
#include "services/agent/deadline.h"
#include "services/agent/installation.h"
#include "services/agent/service_link.h"
#include "services/offline/offline_verifier.h"

namespace holdfast::agent {

// How long each part may take at most.
struct Patience
{
    // To learn whether the service is in reach: the prompt comes within two seconds altogether.
    std::chrono::milliseconds find {1600};
    std::chrono::milliseconds logon {10000}; // for its decision
    std::chrono::milliseconds download {6000}; // for the offline data afterwards
    std::chrono::milliseconds contact {3000}; // for telling what happened meanwhile
    std::chrono::milliseconds settle {10000}; // for all that follows an acceptance, the two above included
};

// From an answer at the prompt to the next word of the agent.
[[nodiscard]] constexpr std::chrono::milliseconds longestSilence(const Patience& patience)
{
    return patience.contact + patience.logon + patience.settle;
}

enum class LogonOutcome
{
    Accepted,
    Refused,
    Unavailable, // nobody can decide: no service, and no data for the person
    Cancelled
};

// What it comes to where this computer's own state stands in the way. Only a computer that cannot decide
// anything leaves it to something else; what somebody at a prompt can bring about, such as a lock that is
// held or a full disk, refuses.
[[nodiscard]] LogonOutcome outcomeOf(const contract::Error& error);

struct LogonRequest
{
    QString userName;
    std::optional<contract::Secret> passcode {}; // typed already, for an earlier prompt
    QString prompt {}; // in place of ours
    bool asksAgain = false; // where that passcode is refused, or can be none
    Deadline untilPrompt {promptLockPatience}; // opening, the lock and the service together
};

// Whether the end of a text could be a code of a token, or an emergency code: a password seldom ends like
// that.
[[nodiscard]] bool couldBePasscode(const contract::Secret& text);

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
    struct Standing;
    // Without the spaces around it; empty, and told, where it can be nobody's.
    [[nodiscard]] QString nameIn(const QString& typed);
    [[nodiscard]] contract::Result<Standing> look(const QString& name, const Deadline& untilPrompt);
    [[nodiscard]] LogonOutcome withoutData(const QString& name, const Standing& standing,
                                           const Reachability& found);
    [[nodiscard]] LogonOutcome decide(const QString& name, contract::Secret passcode,
                                      const Standing& standing);
    [[nodiscard]] LogonOutcome challengeOf(const QString& name);

    Installation& m_installation;
    const offline::OfflineVerifier& m_verifier;
    Conversation& m_conversation;
    Patience m_patience;
    Resolver m_resolver;
};

} // namespace holdfast::agent
