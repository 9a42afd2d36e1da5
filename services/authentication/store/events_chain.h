// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/security/key_ring.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// A row of `events` as it is linked: what is stored, not what it means.
struct EventRow
{
    qint64 sequence = 0;
    qint64 at = 0;
    std::optional<qint64> domainId {};
    // log, key, result, reason, actor, actor_id, user_id, user_name, domain, token_serial, method, client,
    // client_address, detail
    std::array<QString, 14> texts {};
    QByteArray mac {};
};

// The end of the chain as the writer knows it; kept with its connection.
struct EventChainEnd
{
    qint64 sequence = 0;
    QByteArray mac; // empty before the first event
    qint64 hour = -1; // of the last run in `event_runs`; -1: none
};

// HMAC-SHA256 over the link before and an encoding of every column in which no two rows look alike (each text
// with its length before it).
[[nodiscard]] QByteArray linkOf(const security::KeyRing& keys, QByteArrayView linkBefore,
                                const EventRow& row);

[[nodiscard]] EventChainEnd readChainEnd(storage::Connection& connection);

// The columns of EventRow in the order in which rowFrom() reads them.
[[nodiscard]] QString eventColumns();
[[nodiscard]] EventRow rowFrom(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
