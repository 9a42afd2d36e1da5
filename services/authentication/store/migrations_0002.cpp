// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// A successful authentication now writes into one index instead of four: the log and the outcome are indexed
// for what is rare, and the time by runs of events of the same hour.
constexpr auto script2 = R"(
CREATE TABLE event_runs (
    first_sequence {key},
    hour {bigint} NOT NULL
) {table};
INSERT INTO event_runs (first_sequence, hour)
    SELECT sequence, hour FROM (
        SELECT sequence, at / 3600000 AS hour, LAG(at / 3600000) OVER (ORDER BY sequence) AS hour_before
        FROM events) AS timed
    WHERE hour_before IS NULL OR hour_before <> hour;

DROP INDEX events_by_time;
DROP INDEX events_by_log;
DROP INDEX events_by_outcome;
CREATE INDEX events_by_log ON events (log, sequence) WHERE log <> 'authentication';
CREATE INDEX events_by_outcome ON events (result, sequence, log) WHERE result <> 'success';
)";

} // namespace

Migration eventRuns()
{
    return {2, QStringLiteral("event runs"), QString::fromLatin1(script2)};
}

} // namespace holdfast::authentication::detail
