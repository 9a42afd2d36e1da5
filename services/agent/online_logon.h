// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/logon.h"

namespace holdfast::agent {

// What was used here without the service is told first. Then the service decides; next tokencode and new PIN
// are asked for. After a success the person's offline data is fetched; that of others is the refill's.
class OnlineLogon
{
public:
    OnlineLogon(Installation& installation, ServiceLink& link, Conversation& conversation,
                const Patience& patience, QString help);
    // Empty: the service fell away, and nothing was decided.
    [[nodiscard]] std::optional<LogonOutcome> run(const QString& userName, const contract::Secret& passcode);

private:
    // Empty: go on.
    [[nodiscard]] std::optional<LogonOutcome> tellFirst();
    [[nodiscard]] std::optional<LogonOutcome> refusedBy(const contract::Error& error);
    void succeeded(const QString& userName, const contract::AgentLogonAnswer& answer);

    Installation& m_installation;
    ServiceLink& m_link;
    Conversation& m_conversation;
    const Patience& m_patience;
    QString m_help; // whom to ask
};

} // namespace holdfast::agent
