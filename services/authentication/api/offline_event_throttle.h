// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QHash>

#include <mutex>

namespace holdfast::authentication {

// What workstations tell, counted for each of them within a minute. Events: each is a line of the event log
// for good, and a workstation in strange hands can make up any number; those beyond the limit wait at the
// workstation, and what one can hold of them is taken at once. Contacts: each is written down beside the
// logons. Bounded; safe from any thread.
class OfflineEventThrottle
{
public:
    static constexpr std::chrono::minutes window {1};
    static constexpr int mostOfWorkstation = 1000;
    static constexpr int mostContacts = 120; // one with each logon of a computer that hundreds share

    explicit OfflineEventThrottle(int most = mostOfWorkstation)
        : m_most(most)
    { }

    // How many of so many are taken now.
    [[nodiscard]] int admit(qint64 workstationId, int wanted, contract::Timestamp now);

private:
    const int m_most;
    std::mutex m_mutex;
    QHash<qint64, int> m_taken; // of workstations that told something within the window
    contract::Timestamp m_began {};
};

} // namespace holdfast::authentication
