// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/overview.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

// The search over everything. `domains` restricts; nothing does not. At most `limit` hits, the best first.
namespace holdfast::authentication::search {

// Every word of `text` begins a word of the logon name, the shown name or the e-mail address. Best is who has
// the logon name; then whose logon name begins with it.
[[nodiscard]] std::vector<contract::SearchHit> people(storage::Connection& connection, const QString& text,
                                                      const std::optional<std::vector<qint64>>& domains,
                                                      int limit);
// The serial number begins with `text`, in whatever case it was typed.
[[nodiscard]] std::vector<contract::SearchHit> tokens(storage::Connection& connection, const QString& text,
                                                      const std::optional<std::vector<qint64>>& domains,
                                                      int limit);

} // namespace holdfast::authentication::search
