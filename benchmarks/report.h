// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "benchmarks/load.h"
#include "benchmarks/stopwatch.h"

#include <cstdio>

namespace holdfast::bench {

// What one measurement gathered.
struct Measurement
{
    Latencies latencies;
    qint64 succeeded = 0;
    qint64 refused = 0; // answered, but not as hoped
    qint64 broken = 0; // no answer, or no 200
    double seconds = 0;
    double stolenPercent = 0;
    QByteArray firstRefusal; // the body, to see why

    void take(const Stopwatch& stopwatch)
    {
        seconds = stopwatch.seconds();
        stolenPercent = stopwatch.stolenPercent();
    }
    [[nodiscard]] double rate() const { return seconds > 0 ? static_cast<double>(succeeded) / seconds : 0; }
};

// A time and what it may be; true: it is within. Numbers of a loaded machine say nothing.
inline bool printAgainstGoal(const char* title, double milliseconds, double goal)
{
    const bool within = milliseconds <= goal;
    std::printf("%-62s %9.1f ms   goal %7.0f ms   %s\n", title, milliseconds, goal,
                within ? "met" : "MISSED");
    std::fflush(stdout);
    return within;
}

inline void print(const char* title, const Measurement& measured)
{
    std::printf("%-46s %9.0f/s   p50 %7.2f ms   p95 %7.2f ms   p99 %7.2f ms   refused %lld   errors %lld\n",
                title, measured.rate(), measured.latencies.percentileMs(50),
                measured.latencies.percentileMs(95), measured.latencies.percentileMs(99),
                static_cast<long long>(measured.refused), static_cast<long long>(measured.broken));
    if (!measured.firstRefusal.isEmpty()) {
        std::printf("    refused first: %s\n", measured.firstRefusal.constData());
    }
    if (measured.stolenPercent >= 1) {
        std::printf("    the host gave %.0f %% of the processors to other machines meanwhile\n",
                    measured.stolenPercent);
    }
    std::fflush(stdout);
}

} // namespace holdfast::bench
