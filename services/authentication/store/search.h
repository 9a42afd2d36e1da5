// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/overview.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

// The search over everything. `domains` restricts; nothing does not. At most `limit` hits, the best first.
namespace holdfast::authentication::search {

// Best is who has the logon name; then whose logon name begins with it; then those of whose logon name, shown
// name or e-mail address words begin with every word of `text`; then whoever has every word anywhere in these
// or in the telephone number.
[[nodiscard]] std::vector<contract::SearchHit> people(storage::Connection& connection, const QString& text,
                                                      const std::optional<std::vector<qint64>>& domains,
                                                      int limit);
// The serial number holds `text`, in whatever case it was typed; first those that begin with it.
[[nodiscard]] std::vector<contract::SearchHit> tokens(storage::Connection& connection, const QString& text,
                                                      const std::optional<std::vector<qint64>>& domains,
                                                      int limit);
// Whoever has these tokens.
[[nodiscard]] std::vector<contract::SearchHit> holders(storage::Connection& connection,
                                                       const QStringList& serials,
                                                       const std::optional<std::vector<qint64>>& domains);

} // namespace holdfast::authentication::search
