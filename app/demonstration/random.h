// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cmath>
#include <vector>

namespace holdfast::demonstration {

// The same sequence on every machine (SplitMix64, Steele and others 2014): the demonstration is the same
// organisation each time. Not for anything secret.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    { }
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    // 0 to n - 1
    int below(int n) { return static_cast<int>(next() % static_cast<quint64>(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    double unit() { return static_cast<double>(next() >> 11U) / 9007199254740992.0; }
    bool chance(double probability) { return unit() < probability; }
    // Around 0, most within 1 (the sum of three).
    double around() { return (unit() + unit() + unit() - 1.5) * 1.4; }
    template <class List>
    const auto& pick(const List& list)
    {
        return list[static_cast<size_t>(below(static_cast<int>(std::size(list))))];
    }

private:
    quint64 m_state;
};

} // namespace holdfast::demonstration
