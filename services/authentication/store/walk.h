// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>

namespace holdfast::authentication {

// How a window is read off an index: from the end that is nearer, for every row in front of an offset is walked.
struct Walk
{
    bool backwards = false; // the rows come in reverse
    qint64 offset = 0;
    qint64 limit = 0;
};

// `total`: how many rows match, where that is known.
[[nodiscard]] inline Walk walkOf(bool beforeKey, qint64 offset, qint64 limit, std::optional<qint64> total)
{
    if (beforeKey || !total || offset <= *total / 2) {
        return {beforeKey, offset, limit};
    }
    const qint64 rows = std::clamp(*total - offset, qint64 {0}, limit);
    return {true, std::max(qint64 {0}, *total - offset - rows), rows};
}

} // namespace holdfast::authentication
