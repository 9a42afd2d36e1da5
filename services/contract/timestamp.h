// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <chrono>

namespace holdfast::contract {

// A moment in UTC, to the millisecond. On the wire RFC 3339 ("2026-06-01T07:12:03.000Z"), in storage
// milliseconds since 1970.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] QString toRfc3339(Timestamp at);
// Accepts any RFC 3339 offset; refuses times without one, and years outside 1970 to 9999.
[[nodiscard]] Result<Timestamp> fromRfc3339(const QString& text);

[[nodiscard]] inline qint64 toMilliseconds(Timestamp at)
{
    return at.time_since_epoch().count();
}
[[nodiscard]] inline Timestamp fromMilliseconds(qint64 since1970)
{
    return Timestamp(std::chrono::milliseconds(since1970));
}

// Time is a seam: nothing below app/ asks the system for the time by itself.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;
};

// For tests and for the demonstration's past: stands still until moved. Safe to move from another thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp start)
        : m_now(start.time_since_epoch().count())
    { }
    [[nodiscard]] Timestamp now() const override { return fromMilliseconds(m_now.load()); }
    void set(Timestamp at) { m_now = toMilliseconds(at); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now;
};

} // namespace holdfast::contract
