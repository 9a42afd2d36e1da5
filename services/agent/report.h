// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/installation.h"
#include "services/agent/logon.h"

namespace holdfast::agent {

struct StatusSet
{
    QString setId;
    QString userName;
    QString tokenSerial;
    contract::Timestamp expiresAt {};
    double daysLeft {};
    int failures {};
    QString state; // good, expired (or all codes of a counter used), missing, damaged, unreadable
    std::optional<int> verifyMilliseconds;
    contract::SetAdvice advice {};

    static constexpr auto typeName = "AgentStatusSet";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("setId", &StatusSet::setId, "Which."), field("userName", &StatusSet::userName, "Whose."),
            field("tokenSerial", &StatusSet::tokenSerial, "Of which token."),
            field("expiresAt", &StatusSet::expiresAt, "When it ends."),
            field("daysLeft", &StatusSet::daysLeft, "By this computer's clock or the mark."),
            field("failures", &StatusSet::failures, "That count now."),
            field("state", &StatusSet::state, "good, expired, missing, damaged or unreadable."),
            field("verifyMilliseconds", &StatusSet::verifyMilliseconds, "What the last check took."),
            field("advice", &StatusSet::advice, "Of the last contact."));
    }
};

// What `holdfast-agent status` tells.
struct AgentStatus
{
    bool enrolled {};
    QString problem; // why it is not usable; a stable code
    QString sentence;
    QString workstationId;
    QString name;
    QString domain;
    QString service;
    std::optional<contract::KeyProtection> keyProtection;
    std::vector<StatusSet> sets;
    int eventsWaiting {};
    bool challengesAllowed {};
    std::optional<contract::Timestamp> lastContactAt;
    QString lastContactProblem;
    qint64 clockOffsetMilliseconds {};

    static constexpr auto typeName = "AgentStatus";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("enrolled", &AgentStatus::enrolled, "And its keys open."),
            field("problem", &AgentStatus::problem, "Why not; stable."),
            field("sentence", &AgentStatus::sentence, "The same in words."),
            field("workstationId", &AgentStatus::workstationId, "As the service knows it."),
            field("name", &AgentStatus::name, "In the console."),
            field("domain", &AgentStatus::domain, "Security domain."),
            field("service", &AgentStatus::service, "Its URL."),
            field("keyProtection", &AgentStatus::keyProtection, "file or tpm."),
            field("sets", &AgentStatus::sets, "What is held."),
            field("eventsWaiting", &AgentStatus::eventsWaiting, "For the next contact."),
            field("challengesAllowed", &AgentStatus::challengesAllowed, "As of the last contact."),
            field("lastContactAt", &AgentStatus::lastContactAt, "When it succeeded."),
            field("lastContactProblem", &AgentStatus::lastContactProblem, "Why the last one did not."),
            field("clockOffsetMilliseconds", &AgentStatus::clockOffsetMilliseconds,
                  "The service's clock less this computer's."));
    }
};

[[nodiscard]] AgentStatus statusOf(const StateDirectory& directory, const contract::Clock& clock);

// What would happen at a sign-in now, check by check, the first that fails deciding. `userName` may be empty:
// of everybody who has data here.
struct CheckLine
{
    bool good {};
    QString name; // stable
    QString sentence;
};
[[nodiscard]] std::vector<CheckLine> checkNow(const StateDirectory& directory, const contract::Clock& clock,
                                              const QString& userName, const Patience& patience = {},
                                              const Resolver& resolver = resolveName);

} // namespace holdfast::agent
