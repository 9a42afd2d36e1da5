// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/event.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

namespace holdfast::authentication {

// Writes events, each linked to the one before it by a keyed hash (HMAC-SHA256 over the link before and every
// column), so that events_audit.h finds any change, removal or reordering. Stateless but for the keys: the
// head of the chain stays with the writer's connection.
class EventLog
{
public:
    explicit EventLog(const security::KeyRing& keys)
        : m_keys(keys)
    { }
    // On the writer's thread, in the transaction of what the event tells. Fills `sequence`; `sentence` is not
    // stored. `domain` is a path; its id is looked up.
    void append(storage::Connection& connection, contract::Event& event) const;
    void append(storage::Connection& connection, contract::Event&& event) const { append(connection, event); }

private:
    const security::KeyRing& m_keys;
};

// Which events. What is empty does not restrict.
struct EventQuery
{
    std::optional<contract::EventLog> log {};
    std::optional<qint64> userId {};
    QString tokenSerial {};
    QString key {};
    std::optional<contract::EventResult> result {};
    std::optional<contract::Timestamp> from {}; // inclusive
    std::optional<contract::Timestamp> to {}; // exclusive
    QString
        text {}; // part of the user's or actor's name, the serial, key, reason or client, regardless of case
    std::optional<std::vector<qint64>> domains {}; // scope: events of these domains only
    std::optional<qint64> after {}; // sequence, exclusive
    std::optional<qint64> before {}; // sequence, exclusive
    bool newestFirst = false;
    int limit = 100;
};

namespace events {

// With sentences.
[[nodiscard]] std::vector<contract::Event> page(storage::Connection& connection, const EventQuery& query);
// `after`, `before` and `limit` do not count.
[[nodiscard]] qint64 count(storage::Connection& connection, const EventQuery& query);
// Of every domain, by the order in which events were written: cheap even in a log of millions.
struct LogonCounts
{
    qint64 successes = 0;
    qint64 failures = 0;
};
[[nodiscard]] LogonCounts countLogonsSince(storage::Connection& connection, contract::Timestamp since);
// 0: none.
[[nodiscard]] qint64 lastSequence(storage::Connection& connection);

} // namespace events
} // namespace holdfast::authentication
