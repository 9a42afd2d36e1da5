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

// How many rows there are, counted only where the request needs it.
template <class Count>
qint64 totalFor(const PageRequest& request, Count count)
{
    return request.total || request.at ? count() : 0;
}

// Places a window over a list by id.
template <class Window>
void place(Window& window, const PageRequest& request, qint64 total)
{
    window.limit = request.limit + 1;
    if (request.after) {
        window.after = request.after->at(0).toInteger();
    } else if (request.before) {
        window.before = request.before->at(0).toInteger();
    } else if (request.at) {
        window.offset = offsetAt(*request.at, total, request.limit);
    }
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
