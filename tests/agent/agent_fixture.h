// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/contact.h"
#include "services/agent/enrolment.h"
#include "tests/agent/fake_service.h"

#include <QTemporaryDir>

namespace holdfast::testing {

// Whoever sits at the prompt: answers in order, then gives up.
class ScriptedPerson final : public agent::Conversation
{
public:
    std::optional<contract::Secret> ask(const QString& prompt, agent::Echo echo) override;
    void tell(const QString& text) override { told << text; }
    void warn(const QString& text) override { warned << text; }

    QList<contract::Secret> answers;
    std::function<void()> whenAsked {}; // what happens meanwhile
    QStringList prompts;
    QStringList told;
    QStringList warned;
};

// A computer that is enrolled at a service of the test's own.
struct Computer
{
    explicit Computer(QString tcti = agent::noTcti);

    [[nodiscard]] agent::StateDirectory directory() const;
    [[nodiscard]] contract::Result<agent::Enrolment> enrol(bool replace = false);
    // Enrolled and open, as another process would have it; fails the test by a crash.
    [[nodiscard]] std::unique_ptr<agent::Installation> open() const;
    // Puts the maker's set there, as a logon would.
    void hold(agent::Installation& installation);
    [[nodiscard]] agent::Ledger ledger() const;
    [[nodiscard]] QList<contract::OfflineEvent> events() const;

    [[nodiscard]] agent::LogonOutcome logon(ScriptedPerson& person,
                                            const QString& userName = QStringLiteral("anna"));
    [[nodiscard]] agent::LogonOutcome logon(const contract::Secret& passcode);

    QTemporaryDir base;
    SetMaker maker;
    FakeService service;
    contract::ManualClock clock {atStep(firstStep + 10)};
    QString tcti;
    agent::Patience patience;
};

[[nodiscard]] contract::AgentContactAnswer emptyContact();
void commitOrDie(agent::OpenLedger& ledger);

} // namespace holdfast::testing
