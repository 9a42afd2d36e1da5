// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate.h"

#include <QHash>

#include <map>
#include <mutex>

namespace holdfast::authentication {

// Logons at workstations that wait for what the person is asked next, in memory, bounded in number and time.
// PINs may lie in them. Safe from any thread.
class LogonAttempts
{
public:
    static constexpr std::chrono::minutes life {5};
    static constexpr std::size_t most = 20'000;
    static constexpr int mostOfWorkstation = 50;

    enum class Awaits
    {
        NextTokencode,
        NewPin
    };
    struct Attempt
    {
        qint64 workstationId = 0;
        Awaits awaits {};
        Continuation continuation {};
        int refusedPins = 0;
        contract::Timestamp expires {};
    };

    // Its identifier. Nothing: too many are open.
    [[nodiscard]] std::optional<QString> keep(Attempt attempt, contract::Timestamp now);
    // Nothing: unknown, over, of another workstation, or it awaits something else. It is taken out, so that
    // one answer is looked at once.
    [[nodiscard]] std::optional<Attempt> take(const QString& id, qint64 workstationId, Awaits awaits,
                                              contract::Timestamp now);
    // Ends those whose time is over; to be called now and then.
    void dropOld(contract::Timestamp now);
    [[nodiscard]] std::size_t size();

private:
    void dropOldLocked(contract::Timestamp now);
    void closedOne(qint64 workstationId);

    std::mutex m_mutex;
    std::map<QString, Attempt> m_attempts;
    QHash<qint64, int> m_openOf; // by workstation
};

} // namespace holdfast::authentication
