// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// The answer of every list: {"items":[...],"next":"...","previous":"...","total":1234,"offset":200}.
// A query says `limit` (1 to 500, 100 by default) and at most one of `after` (a page's `next`), `before` (a
// page's `previous`) and `at` (0 to 1: the share of the rows that come first; for a dragged scroll bar).
// `total=true` asks for `total`. Items are in the list's order whichever of them is used.
template <class T>
struct Page
{
    std::vector<T> items;
    std::optional<QString> next; // absent: nothing follows
    std::optional<QString> previous; // absent: nothing comes before
    std::optional<qint64> total; // rows that match the filter, where asked for
    std::optional<qint64> offset; // with `at`: rows before the first item, as far as the service knows
};

} // namespace holdfast::contract
