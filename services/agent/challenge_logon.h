// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/conversation.h"
#include "services/agent/installation.h"
#include "services/agent/logon.h"

namespace holdfast::agent {

inline constexpr int challengeTriesAnHour = 5; // of one person

// A challenge that the person reads out, and the help desk's response. The first response uses the challenge
// up, right or wrong, and counts as a try before it is looked at. A person has one open challenge at a time.
class ChallengeLogon
{
public:
    ChallengeLogon(Installation& installation, Conversation& conversation)
        : m_installation(installation)
        , m_conversation(conversation)
    { }
    [[nodiscard]] LogonOutcome run(const QString& userName);

private:
    [[nodiscard]] contract::Result<QString> begin(const QString& name);
    [[nodiscard]] contract::Result<bool> answer(const QString& challenge, const QString& name,
                                                const contract::Secret& response);
    [[nodiscard]] LogonOutcome refuse(const contract::Error& error);

    Installation& m_installation;
    Conversation& m_conversation;
    QString m_help {};
};

} // namespace holdfast::agent
