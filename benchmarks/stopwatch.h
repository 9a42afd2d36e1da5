// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

namespace holdfast::bench {

// Since it was made: the time, and how much of the processors a virtual machine's host gave to others.
class Stopwatch
{
public:
    Stopwatch();
    [[nodiscard]] double seconds() const;
    [[nodiscard]] double stolenPercent() const; // of all processor time; 0 where the kernel does not tell

private:
    struct Ticks
    {
        qint64 all = 0;
        qint64 stolen = 0;
    };
    static Ticks ticks();

    std::chrono::steady_clock::time_point m_begin;
    Ticks m_ticks;
};

} // namespace holdfast::bench
