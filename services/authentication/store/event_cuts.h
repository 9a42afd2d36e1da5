// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/events.h"
#include "services/storage/database.h"

#include <atomic>

// Retention: the oldest events are removed, and a sealed record of each removal keeps the chain provable:
// what is left begins with the link that the record holds.
namespace holdfast::authentication {

struct EventCut
{
    qint64 id = 0;
    qint64 first = 0; // sequence of the first removed event
    qint64 through = 0; // and of the last; first - 1 when nothing is removed yet
    QByteArray link; // of the last removed event; empty when none ever was
    contract::Timestamp olderThan {};
    QString by; // who had it removed, or "system" for the policy
    contract::Timestamp at {};
    QByteArray seal;
};

// For how long events are kept.
struct EventKeeping
{
    int keepDays = 0; // 0: for ever
};

namespace event_cuts {

[[nodiscard]] std::vector<EventCut> list(storage::Connection& connection); // in order
[[nodiscard]] bool isSealed(const security::KeyRing& keys, const EventCut& cut);

[[nodiscard]] EventKeeping keeping(storage::Connection& connection);
void setKeeping(storage::Connection& connection, const EventKeeping& keeping);
// Midnight (UTC) before which events are too old; nothing: they are kept for ever.
[[nodiscard]] std::optional<contract::Timestamp> dueBefore(const EventKeeping& keeping,
                                                           contract::Timestamp now);
// The same by what is kept, and by a clock that the log bears out: removal cannot be undone, so that a clock
// that jumped ahead is not believed before events of a day were written by it.
[[nodiscard]] std::optional<contract::Timestamp> dueBefore(storage::Connection& connection,
                                                           contract::Timestamp now);

struct Request
{
    contract::Timestamp olderThan;
    QString by = QStringLiteral("system");
    contract::Timestamp now;
};
// Removes the events before the first one that is not older, in batches of their own transactions, so that
// nobody waits for it; tells it in an event first. A link that does not fit is evidence: the removal stops
// before it, and tells so once. Returns how many were removed. Error: event_chain_broken.
[[nodiscard]] contract::Result<qint64> remove(storage::Database& database, const security::KeyRing& keys,
                                              const EventLog& log, const Request& request,
                                              const std::atomic<bool>& stop);

} // namespace event_cuts
} // namespace holdfast::authentication
