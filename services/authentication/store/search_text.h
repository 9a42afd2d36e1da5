// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

#include <QStringList>

#include <optional>
#include <vector>

// What fragments of names and numbers are looked for in: a line for each person, in canonical form, numbers
// without what separates their digits.
namespace holdfast::authentication::search {

// Replaces what was kept for the person.
void index(storage::Connection& connection, qint64 userId, const QStringList& texts);
// People in whose line every word of `text` stands somewhere, at most `limit`, in no particular order.
// Fragments of less than three characters find nobody: everybody has them.
[[nodiscard]] std::vector<qint64> withFragments(storage::Connection& connection, const QString& text,
                                                const std::optional<std::vector<qint64>>& domains, int limit);
// For LIKE ... ESCAPE '\': anything that holds the text.
[[nodiscard]] QString holding(const QString& text);

inline constexpr qsizetype shortestFragment = 3;

} // namespace holdfast::authentication::search
