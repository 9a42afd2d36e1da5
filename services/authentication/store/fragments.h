// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

#include <QStringList>

#include <optional>
#include <vector>

// What fragments are looked for in: for people names, e-mail addresses and numbers; for tokens the serial
// number, the notes and what their holder is found by. All in canonical form, numbers without what separates
// their digits. An index of every three characters (SQLite FTS5, tokenizer trigram) finds them.
namespace holdfast::authentication::fragments {

enum class Of
{
    People,
    Tokens
};

inline constexpr qsizetype shortest = 3; // characters; fewer than that everybody has

// Replaces what was kept for the person.
void index(storage::Connection& connection, qint64 userId, const QStringList& texts);
// Brings the index up to what changed in this transaction.
void carryOver(storage::Connection& connection);

[[nodiscard]] bool isLongEnough(Of which, const QString& word); // in the form that is looked for
// For MATCH on the index: every word. All must be long enough.
[[nodiscard]] QString matching(const QStringList& words);
// For LIKE ... ESCAPE '\\': anything that holds the text.
[[nodiscard]] QString holding(const QString& text);

// A condition on rows of a list whose own id is `u.id` (People) or `t.id` (Tokens).
struct Condition
{
    QString sql;
    QVariantList values;
};
[[nodiscard]] QString indexOf(Of which); // the table
// All that hold every word.
[[nodiscard]] Condition found(Of which, const QStringList& words);
// Looks at one row: for a list that is walked in its order.
[[nodiscard]] Condition held(Of which, const QStringList& words);
// Those that hold every word, while they are few; of many, nothing: the first page is then reached sooner by
// walking than by sorting all.
[[nodiscard]] std::optional<Condition> fewHolding(storage::Connection& connection, Of which,
                                                  const QStringList& words);

// People in whose texts every word of `text` stands somewhere, at most `limit`, in no particular order. Where
// no word is long enough, nobody.
[[nodiscard]] std::vector<qint64> people(storage::Connection& connection, const QString& text,
                                         const std::optional<std::vector<qint64>>& domains, int limit);

} // namespace holdfast::authentication::fragments
