// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/record_hash.h"

#include <optional>
#include <vector>

namespace holdfast::offline {

struct RecordOfStep
{
    qint64 step = 0;
    Record record {};
};

// The first of these, in their order, that fits the code. A long list, as a counter token has, is looked at
// by up to four threads. Blocks.
[[nodiscard]] std::optional<qint64> findStep(const RecordHash& hash,
                                             const std::vector<RecordOfStep>& candidates, QByteArrayView code,
                                             int hiddenBits);

} // namespace holdfast::offline
