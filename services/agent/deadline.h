// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace holdfast::agent {

// What several waits may take together.
class Deadline
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit Deadline(Milliseconds patience)
        : m_end(std::chrono::steady_clock::now() + patience)
    { }
    [[nodiscard]] Milliseconds left() const
    {
        const auto left = std::chrono::duration_cast<Milliseconds>(m_end - std::chrono::steady_clock::now());
        return std::max(left, Milliseconds(0));
    }
    [[nodiscard]] Milliseconds atMost(Milliseconds patience) const { return std::min(patience, left()); }
    [[nodiscard]] bool isOver() const { return left() == Milliseconds(0); }

private:
    std::chrono::steady_clock::time_point m_end;
};

} // namespace holdfast::agent
