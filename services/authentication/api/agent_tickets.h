// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "services/contract/timestamp.h"

#include <QByteArray>

#include <deque>
#include <map>
#include <mutex>
#include <optional>

namespace holdfast::authentication {

// What an online logon at a workstation leaves behind, so that offline data can be made for it.
struct LogonTicket
{
    qint64 userId = 0;
    qint64 tokenId = 0;
    qint64 workstationId = 0;
    qint64 step = -1; // that the logon consumed
    contract::Secret pin {}; // that was right, or was just chosen; empty: none was typed
    contract::Timestamp at {};
};

// Tickets in memory, each good once, within two minutes, at the workstation of the logon. A restart ends
// them. Of a ticket's text only a hash is kept. Safe from any thread.
class LogonTickets
{
public:
    static constexpr std::chrono::minutes life {2};
    static constexpr std::size_t most = 20'000; // then the oldest goes

    // 256 random bits, as text.
    [[nodiscard]] QString issue(LogonTicket ticket);
    // Nothing: unknown, used, over, or of another workstation.
    [[nodiscard]] std::optional<LogonTicket> take(const QString& text, qint64 workstationId,
                                                  contract::Timestamp now);

private:
    void dropOld(contract::Timestamp now);

    std::mutex m_mutex;
    std::map<QByteArray, LogonTicket> m_tickets; // by hash
    std::deque<QByteArray> m_order; // by age; may name tickets that were taken
};

} // namespace holdfast::authentication
