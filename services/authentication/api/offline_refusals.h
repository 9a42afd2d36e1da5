// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace holdfast::authentication {

// Refusals that a workstation brings about as often as it asks, with no logon behind them: each that is told
// is a line of the event log for good. One and the same is told once within the window, and the next one
// tells how many there were. Bounded; safe from any thread.
class OfflineRefusals
{
public:
    static constexpr std::chrono::hours window {1};
    static constexpr qsizetype mostKept = 10'000;

    // How many were passed over since the last one that was told; nothing: this one is passed over too.
    [[nodiscard]] std::optional<int> tell(qint64 workstationId, const QString& serial, const QString& reason,
                                          contract::Timestamp now);

private:
    struct Told
    {
        contract::Timestamp at {};
        int passedOver = 0;
    };
    std::mutex m_mutex;
    QHash<QString, Told> m_told;
};

} // namespace holdfast::authentication
