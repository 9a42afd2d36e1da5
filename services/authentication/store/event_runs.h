// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

#include <optional>

namespace holdfast::authentication {

// When events were written, told in a row for each run of events of the same hour (UTC) instead of an index
// over all of them, which would cost every authentication. A clock that is set back begins a run as well.
namespace event_runs {

[[nodiscard]] qint64 hourOf(contract::Timestamp at);
[[nodiscard]] contract::Timestamp startOf(qint64 hour);

// The hour of the newest run; -1: there is none. On the writer's connection.
[[nodiscard]] qint64 lastHour(storage::Connection& connection);
// The latest hour that has events and is not after this moment.
[[nodiscard]] std::optional<qint64> latestHour(storage::Connection& connection, contract::Timestamp notAfter);
// The event `sequence` is the first of a run.
void begin(storage::Connection& connection, qint64 sequence, qint64 hour);

// Every event of [from, to) is in [first, end); others may be, so the time is still to be compared.
struct Span
{
    std::optional<qint64> first {}; // sequence
    std::optional<qint64> end {}; // sequence, exclusive
};
[[nodiscard]] Span spanOf(storage::Connection& connection, std::optional<contract::Timestamp> from,
                          std::optional<contract::Timestamp> to);

} // namespace event_runs
} // namespace holdfast::authentication
