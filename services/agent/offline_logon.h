// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/logon.h"

namespace holdfast::agent {

// Whether there is something for the person to sign in with, without a network.
[[nodiscard]] bool holdsData(const Ledger& ledger, const QString& userName);
// And it has not ended.
[[nodiscard]] bool holdsCurrentData(const Ledger& ledger, const QString& userName, contract::Timestamp now);

// The data of this computer decides. Every failure is on the disk before a passcode is looked at.
class OfflineLogon
{
public:
    OfflineLogon(Installation& installation, const offline::OfflineVerifier& verifier,
                 Conversation& conversation)
        : m_installation(installation)
        , m_verifier(verifier)
        , m_conversation(conversation)
    { }
    // Empty: nothing was there that could decide. What was damaged is set aside, and told.
    [[nodiscard]] std::optional<LogonOutcome> run(const QString& userName, contract::Secret passcode);

private:
    struct Attempt;
    [[nodiscard]] contract::Result<Attempt> attempt(const QString& userName,
                                                    const contract::Secret& passcode);
    void succeeded(const Attempt& attempt);

    Installation& m_installation;
    const offline::OfflineVerifier& m_verifier;
    Conversation& m_conversation;
    QString m_help {};
};

} // namespace holdfast::agent
