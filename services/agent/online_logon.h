// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/logon.h"

namespace holdfast::agent {

// The service decides; next tokencode and new PIN are asked for. After a success offline data is fetched and
// what waits is told.
class OnlineLogon
{
public:
    OnlineLogon(Installation& installation, ServiceLink& link, Conversation& conversation,
                const Patience& patience);
    // Empty: the service fell away, and nothing was decided.
    [[nodiscard]] std::optional<LogonOutcome> run(const QString& userName, const contract::Secret& passcode);

private:
    [[nodiscard]] std::optional<LogonOutcome> refusedBy(const contract::Error& error);
    void succeeded(const QString& userName, const contract::AgentLogonAnswer& answer);

    Installation& m_installation;
    ServiceLink& m_link;
    Conversation& m_conversation;
    const Patience& m_patience;
};

} // namespace holdfast::agent
