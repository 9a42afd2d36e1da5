// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/mfa_attempts.h"

namespace holdfast::authentication {
class Metrics;
}

// The conversation of /mfa/v1_1, without HTTP.
namespace holdfast::authentication::mfa {

// Who calls.
struct Client
{
    qint64 id = 0;
    QString name;
    QString address;
};

// Holds attempts together: each message must answer the one before it, one credential is looked at at a time,
// and what a person is asked next follows from the gate's outcome. A message out of turn is answered with
// ERROR and consumes nothing. Safe from any thread; must live until the gate has answered everything.
class Engine : public std::enable_shared_from_this<Engine>
{
public:
    using Answer = std::function<void(const contract::AuthnResponse&)>; // once, from any thread

    Engine(Gate& gate, const contract::Clock& clock, Metrics& metrics, AttemptLimits limits = {});

    void initialize(const Client& client, contract::Initialize message, const Answer& answer);
    void verify(const Client& client, contract::Verify message, const Answer& answer);
    [[nodiscard]] contract::StatusResponse status(const Client& client, const contract::CheckStatus& message);
    [[nodiscard]] contract::AuthnResponse cancel(const Client& client, const contract::Cancel& message);

private:
    // A credential on its way to the gate.
    struct Turn
    {
        SharedAttempt attempt;
        QString methodId; // as the client spells it
        std::vector<contract::CredentialValidationResult> others; // of credentials that were not looked at
        std::optional<QString> messageId; // theirs
        Attempt::Expects expects {};
        Answer answer;
    };
    void submit(const std::shared_ptr<Turn>& turn, contract::Secret value);
    void settle(Turn& turn, const Outcome& outcome, bool failed);
    [[nodiscard]] contract::AuthnResponse reply(const std::shared_ptr<Turn>& turn, const Outcome& outcome,
                                                bool failed);

    Gate& m_gate;
    const contract::Clock& m_clock;
    Metrics& m_metrics;
    Attempts m_attempts;
};

} // namespace holdfast::authentication::mfa
