// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/agent/fake_service.h"
#include "tests/support/process.h"

#include <functional>

namespace holdfast::testing {

// What the application of a PAM stack says and hears.
struct Application
{
    QList<QByteArray> answers;
    QList<QByteArray> heard;
    bool givesUp = false;
    QByteArray earlier {}; // what an earlier module asked for
    std::function<void()> whenAsked {}; // what happens meanwhile
};

// A PAM stack with pam_holdfast.so in it, and the agent of a computer that is enrolled at a service of the
// test's own.
class PamStack
{
public:
    // Sets are good for the real day: the programs have the real clock.
    PamStack();
    // A computer of its own for each test. False: the enrolment failed.
    [[nodiscard]] bool enrol();
    [[nodiscard]] FakeService& service() { return *m_service; }
    [[nodiscard]] QByteArray passcode() const; // that is right now

    // Runs a verb of the agent.
    [[nodiscard]] ToolResult agent(const QStringList& arguments, const QByteArray& input = {}) const;
    [[nodiscard]] ToolResult logon(const QByteArray& typed) const;
    // From then on data is held, and nobody answers any more.
    [[nodiscard]] bool signInOnline();
    [[nodiscard]] bool signInOnlineAndGoAway();

    // The line of the module, with `more` of options.
    void write(const QString& more, const QString& program = programPath("holdfast-agent")) const;
    // The same, with a script in the agent's place.
    void writeWithScript(const QByteArray& script) const;
    // In this process, which no module may leave changed.
    [[nodiscard]] int authenticate(Application& application) const;
    [[nodiscard]] ToolResult pamtester(const QByteArray& input) const;

    [[nodiscard]] QString path(const QString& name) const { return m_base->filePath(name); }

private:
    [[nodiscard]] QString directory() const { return path(QStringLiteral("pam.d")); }
    SetMaker m_maker;
    qint64 m_step = 0;
    std::unique_ptr<QTemporaryDir> m_base {};
    std::unique_ptr<FakeService> m_service {};
};

} // namespace holdfast::testing
