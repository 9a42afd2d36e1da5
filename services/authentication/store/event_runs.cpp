// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/event_runs.h"

namespace holdfast::authentication::event_runs {

namespace {

constexpr qint64 hourInMilliseconds = 3'600'000;

std::optional<qint64> numberOf(storage::Connection& connection, const QString& sql, qint64 value)
{
    auto rows = connection.select(sql, {value});
    return rows.next() ? rows.optionalInteger(0) : std::nullopt;
}

} // namespace

qint64 hourOf(contract::Timestamp at)
{
    return contract::toMilliseconds(at) / hourInMilliseconds;
}

contract::Timestamp startOf(qint64 hour)
{
    return contract::fromMilliseconds(hour * hourInMilliseconds);
}

std::optional<qint64> latestHour(storage::Connection& connection, contract::Timestamp notAfter)
{
    return numberOf(connection, QStringLiteral("SELECT MAX(hour) FROM event_runs WHERE hour <= ?"),
                    hourOf(notAfter));
}

qint64 lastHour(storage::Connection& connection)
{
    auto rows =
        connection.select(QStringLiteral("SELECT hour FROM event_runs ORDER BY first_sequence DESC LIMIT 1"));
    return rows.next() ? rows.integer(0) : -1;
}

void begin(storage::Connection& connection, qint64 sequence, qint64 hour)
{
    connection.change(QStringLiteral("INSERT INTO event_runs (first_sequence, hour) VALUES (?, ?)"),
                      {sequence, hour});
}

Span spanOf(storage::Connection& connection, std::optional<contract::Timestamp> from,
            std::optional<contract::Timestamp> to)
{
    constexpr qint64 beyondAll = std::numeric_limits<qint64>::max();
    Span span;
    if (from) {
        span.first =
            numberOf(connection, QStringLiteral("SELECT MIN(first_sequence) FROM event_runs WHERE hour >= ?"),
                     hourOf(*from))
                .value_or(beyondAll);
    }
    if (to) {
        const auto last =
            numberOf(connection, QStringLiteral("SELECT MAX(first_sequence) FROM event_runs WHERE hour <= ?"),
                     hourOf(*to));
        span.end = last
            ? numberOf(connection,
                       QStringLiteral("SELECT MIN(first_sequence) FROM event_runs WHERE first_sequence > ?"),
                       *last)
            : 0;
    }
    return span;
}

} // namespace holdfast::authentication::event_runs
