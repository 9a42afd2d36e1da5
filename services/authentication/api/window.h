// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/paging.h"

namespace holdfast::authentication {

// Where the window of a PageRequest's `at` begins, among `total` rows; the last page is a full one.
[[nodiscard]] inline qint64 offsetAt(double at, qint64 total, int limit)
{
    const auto wanted = static_cast<qint64>(at * static_cast<double>(total));
    return std::clamp(wanted, qint64 {0}, std::max(qint64 {0}, total - limit));
}

// Makes a page of `rows`, which hold one more than `limit` when there is more in the direction of reading.
// toItem: const Row& -> Item; cursor: const Row& -> QString.
template <class Item, class Row, class ToItem, class Cursor>
contract::Page<Item> pageOf(std::vector<Row> rows, const PageRequest& request, qint64 offset, ToItem toItem,
                            Cursor cursor)
{
    const bool more = rows.size() > static_cast<std::size_t>(request.limit);
    if (more) {
        rows.erase(request.before ? rows.begin() : rows.end() - 1);
    }
    contract::Page<Item> page;
    for (const Row& row : rows) {
        page.items.push_back(toItem(row));
    }
    const bool follows = request.before ? true : more;
    const bool precedes = request.before ? more : request.after || offset > 0;
    if (follows && !rows.empty()) {
        page.next = cursor(rows.back());
    }
    if (precedes && !rows.empty()) {
        page.previous = cursor(rows.front());
    }
    if (request.at) {
        page.offset = offset;
    }
    return page;
}

} // namespace holdfast::authentication
