// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/stopwatch.h"

#include <fstream>
#include <string>

namespace holdfast::bench {

Stopwatch::Stopwatch()
    : m_begin(std::chrono::steady_clock::now())
    , m_ticks(ticks())
{ }

double Stopwatch::seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

double Stopwatch::stolenPercent() const
{
    const Ticks now = ticks();
    const qint64 all = now.all - m_ticks.all;
    return all > 0 ? 100.0 * static_cast<double>(now.stolen - m_ticks.stolen) / static_cast<double>(all) : 0;
}

// proc(5): "cpu  user nice system idle iowait irq softirq steal ..."
Stopwatch::Ticks Stopwatch::ticks()
{
    std::ifstream source("/proc/stat");
    std::string label;
    source >> label;
    Ticks ticks;
    constexpr int stealColumn = 7;
    qint64 value = 0;
    for (int column = 0; column <= stealColumn && source >> value; ++column) {
        ticks.all += value;
        ticks.stolen = column == stealColumn ? value : 0;
    }
    return ticks;
}

} // namespace holdfast::bench
