// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace holdfast::authentication {

// The filter line of every list: terms with spaces between, all of which must hold.
//     filter = term *( SP term )
//     term   = [ "-" ] [ name ":" ] value        name: a field of the list; without one: free text
//     value  = word / DQUOTE *any DQUOTE         \" and \\ inside quotes
// Example: status:locked domain:/Sales -name:test* "van Dyke". A leading "-" negates. What a value means (a
// trailing * for a prefix, a path for its subtree) is the field's own business.
struct FilterTerm
{
    bool negated = false;
    QString field; // empty: free text
    QString value; // without quotes, trimmed
    qsizetype position = 0; // of its first character, from 0
};

// Refuses fields that are not in `fields`, empty values, an open quote and more than 20 terms. Error:
// InvalidRequest `invalid_filter` whose field path is "filter" and whose sentence names the position from 1.
[[nodiscard]] contract::Result<QList<FilterTerm>> parseFilter(const QString& filter,
                                                              const QStringList& fields);
// The free texts that must stand in a row.
[[nodiscard]] QStringList wordsOf(const QList<FilterTerm>& terms);
[[nodiscard]] contract::Unexpected filterFault(const FilterTerm& term, const QString& sentence);

} // namespace holdfast::authentication
