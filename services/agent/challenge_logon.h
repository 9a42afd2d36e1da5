// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/conversation.h"
#include "services/agent/installation.h"
#include "services/agent/logon.h"

namespace holdfast::agent {

inline constexpr int challengesAnHour = 5;

// A challenge that the person reads out, and the help desk's response. The first response uses the challenge
// up, right or wrong, before it is looked at.
class ChallengeLogon
{
public:
    ChallengeLogon(Installation& installation, Conversation& conversation)
        : m_installation(installation)
        , m_conversation(conversation)
    { }
    [[nodiscard]] LogonOutcome run(const QString& userName);

private:
    [[nodiscard]] contract::Result<QString> begin(const QString& userName);
    [[nodiscard]] contract::Result<bool> answer(const QString& challenge, const QString& userName,
                                                const contract::Secret& response);

    Installation& m_installation;
    Conversation& m_conversation;
};

} // namespace holdfast::agent
