// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <optional>

namespace holdfast::views {

// What a job is made of: rows that were chosen, or all that a list shows.
struct BulkChoice
{
    std::optional<QStringList> ids {};
    std::optional<QString> filter {};
    int count = 0; // as far as the list knows
};

} // namespace holdfast::views
