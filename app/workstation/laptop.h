// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/network.h"
#include "app/workstation/prompt.h"
#include "app/workstation/world_clock.h"
#include "services/agent/logon.h"
#include "services/agent/report.h"

#include <QThread>

namespace holdfast::workstation {

// What the laptop holds, and what happened there without the service, the latest first.
struct LaptopView
{
    agent::AgentStatus status {};
    std::vector<contract::OfflineEvent> events {};

    // The data of a person that ends last.
    [[nodiscard]] const agent::StatusSet* setOf(const QString& userName) const;
};

// The agent of one computer, at work on a thread of its own: it blocks. One thing after the other; answers
// come on the thread of this object.
class Laptop final : public QObject
{
    Q_OBJECT
public:
    Laptop(const QString& stateDirectory, const WorldClock& clock, const Network& network,
           QObject* parent = nullptr);
    ~Laptop() override;

    [[nodiscard]] const LaptopView& view() const { return m_view; }
    // Whether it was looked at yet.
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] bool isBusy() const { return m_jobs > 0; }
    [[nodiscard]] Prompt& prompt() { return m_prompt; }

    void look();
    void enrol(contract::Secret code);
    // What is asked and told meanwhile goes through prompt().
    void signIn(const QString& userName);
    void refill();
    void check(const QString& userName);
    // A disk that lost bits: one byte in the middle of each set.
    void damage();

Q_SIGNALS:
    void viewChanged();
    void busyChanged(bool busy);
    void enrolmentEnded(const QString& fault); // empty: it is enrolled
    void signInEnded(holdfast::agent::LogonOutcome outcome);
    void refillEnded(bool well, const QString& words);
    void checkEnded(const std::vector<holdfast::agent::CheckLine>& lines);
    void damageEnded(int sets);

private:
    // `work` on the agent's thread, `done` with its result on this one.
    template <class Work, class Done>
    void run(Work work, Done done);
    void begin();
    void end();

    agent::StateDirectory m_directory;
    const WorldClock& m_clock;
    const Network& m_network;
    Prompt m_prompt;
    LaptopView m_view;
    bool m_known = false;
    int m_jobs = 0;
    QThread m_thread;
    QObject m_worker; // lives on it
};

} // namespace holdfast::workstation
