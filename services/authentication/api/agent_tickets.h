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

// Tickets in memory, each good for one set, within two minutes, at the workstation of the logon. A restart
// ends them. Of a ticket's text only a hash is kept. Safe from any thread.
class LogonTickets
{
public:
    static constexpr std::chrono::minutes life {2};
    static constexpr std::size_t most = 20'000; // then the oldest goes

    // 256 random bits, as text.
    [[nodiscard]] QString issue(LogonTicket ticket);
    // Nothing: unknown, used, over, or of another workstation. It stays good until it is used up, so that
    // what could not be made can be asked for again.
    [[nodiscard]] std::optional<LogonTicket> find(const QString& text, qint64 workstationId,
                                                  contract::Timestamp now);
    void useUp(const QString& text);
    // Ends those whose time is over, with the PINs in them; to be called now and then.
    void dropOld(contract::Timestamp now);
    [[nodiscard]] std::size_t size();

private:
    void dropOldLocked(contract::Timestamp now);

    std::mutex m_mutex;
    std::map<QByteArray, LogonTicket> m_tickets; // by hash
    std::deque<QByteArray> m_order; // by age; may name tickets that were taken
};

} // namespace holdfast::authentication
