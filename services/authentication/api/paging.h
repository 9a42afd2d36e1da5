// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/contract/page.h"

#include <QJsonArray>

namespace holdfast::authentication {

// What a caller asks of a list. At most one of after, before and at.
struct PageRequest
{
    int limit = 100; // 1 to 500
    // The key of the row to go on from, as the handler gave it to `cursorOf`.
    std::optional<QJsonArray> after;
    std::optional<QJsonArray> before;
    std::optional<double> at; // 0 to 1
    bool total = false;
};

// Cursors are opaque: base64url of the key (JSON scalars), of a tag that binds them to the operation and to
// the sort order, and of a keyed hash, so that one that was not given out, or belongs to another list or
// order, is a 400 `invalid_cursor`. `order` is the list's sort in words, such as "-name".
[[nodiscard]] contract::Result<PageRequest> pageRequest(const Call& call, const QString& order);
[[nodiscard]] QString cursorOf(const Call& call, const QString& order, const QJsonArray& key);

// The parameters that every list takes.
[[nodiscard]] std::vector<QueryParameter> pagingParameters();

} // namespace holdfast::authentication
