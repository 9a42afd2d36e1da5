// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/window.h"

namespace holdfast::authentication {

// A page of a list that is read whole because it stays small (domains, policies, administrators). `items` are
// in ascending order of `key`, a text that no two share.
template <class Item, class Key>
contract::Result<contract::Page<Item>> pageOfSmallList(const Call& call, std::vector<Item> items, Key key)
{
    const QString order = QStringLiteral("whole");
    const auto request = pageRequest(call, order);
    if (!request) {
        return contract::Unexpected(request.error());
    }
    const auto total = static_cast<qint64>(items.size());
    const auto limit = static_cast<qint64>(request->limit);
    qint64 first = 0;
    qint64 last = std::min(total, limit); // one behind
    const auto place = [&](const QJsonArray& cursor) {
        const QString wanted = cursor.at(0).toString();
        return std::count_if(items.begin(), items.end(),
                             [&](const Item& item) { return key(item) < wanted; });
    };
    if (request->after) {
        const QString wanted = request->after->at(0).toString();
        first = place(*request->after);
        first += first < total && key(items[static_cast<std::size_t>(first)]) == wanted ? 1 : 0;
        last = std::min(total, first + limit);
    } else if (request->before) {
        last = place(*request->before);
        first = std::max(qint64 {0}, last - limit);
    } else if (request->at) {
        first = offsetAt(*request->at, total, request->limit);
        last = std::min(total, first + limit);
    }
    contract::Page<Item> page;
    const auto cursor = [&](qint64 index) {
        return cursorOf(call, order, {key(items[static_cast<std::size_t>(index)])});
    };
    if (last < total && last > 0) {
        page.next = cursor(last - 1);
    }
    if (first > 0 && first < total) {
        page.previous = cursor(first);
    }
    if (request->at) {
        page.offset = first;
    }
    if (request->total) {
        page.total = total;
    }
    page.items.assign(std::make_move_iterator(items.begin() + first),
                      std::make_move_iterator(items.begin() + last));
    return page;
}

} // namespace holdfast::authentication
