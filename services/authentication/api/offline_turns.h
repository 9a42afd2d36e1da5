// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QSet>

#include <memory>
#include <mutex>

namespace holdfast::authentication {

// The service makes as many sets as it can already, or one for this workstation: 429, with Retry-After.
inline const QString offlineBusyCode = QStringLiteral("offline_busy");
inline constexpr auto offlineBusySeconds = "1";
[[nodiscard]] contract::Unexpected offlineBusy();

// Who may make a set now. Nobody waits in here: whoever finds no room is told to come again. Safe from any
// thread.
class OfflineTurns
{
public:
    explicit OfflineTurns(int mostAtOnce)
        : m_most(mostAtOnce)
    { }
    OfflineTurns(const OfflineTurns&) = delete;
    OfflineTurns& operator=(const OfflineTurns&) = delete;

    // A workstation's; ends when it is destroyed.
    class Turn
    {
    public:
        Turn(OfflineTurns& turns, qint64 workstationId)
            : m_turns(turns)
            , m_workstationId(workstationId)
        { }
        ~Turn();
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        OfflineTurns& m_turns;
        qint64 m_workstationId;
    };
    [[nodiscard]] std::unique_ptr<Turn> begin(qint64 workstationId); // null: it has one

    // To compute in; ends when it is destroyed.
    class Room
    {
    public:
        explicit Room(OfflineTurns& turns)
            : m_turns(turns)
        { }
        ~Room();
        Room(const Room&) = delete;
        Room& operator=(const Room&) = delete;

    private:
        OfflineTurns& m_turns;
    };
    [[nodiscard]] std::unique_ptr<Room> takeRoom(); // null: there is none

private:
    const int m_most;
    std::mutex m_mutex;
    QSet<qint64> m_workstations;
    int m_working = 0;
};

} // namespace holdfast::authentication
