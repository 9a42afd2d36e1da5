// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace holdfast::authentication {

// Wrong logons of each workstation, and of how many different names, within ten minutes: each counts towards
// the lock of a name that the workstation chooses, so that one workstation in strange hands could lock
// everybody out. Whoever then signs in right takes the own ones back. Those under way count as wrong. Bounded
// by the number of workstations; safe from any thread.
class AgentLogonThrottle
{
public:
    static constexpr std::chrono::minutes window {10};
    static constexpr int mostWrong = 60;
    static constexpr int mostNames = 30; // that were given with something wrong

    struct Admission
    {
        bool admitted = false; // then settle() must follow
        std::chrono::seconds wait {}; // until it is worth trying again
        bool worthEvent = false; // the first that is refused within the window
    };
    [[nodiscard]] Admission admit(qint64 workstationId, contract::Timestamp now);
    enum class Verdict
    {
        Right,
        Wrong,
        Undecided
    };
    void settle(qint64 workstationId, const QString& name, Verdict verdict);

private:
    struct Count
    {
        contract::Timestamp began {};
        QHash<QString, int> wrongOf; // by name
        int wrong = 0;
        int underWay = 0;
        bool told = false;
    };
    void dropOld(contract::Timestamp now);

    std::mutex m_mutex;
    QHash<qint64, Count> m_counts;
    contract::Timestamp m_nextSweep {};
};

} // namespace holdfast::authentication
