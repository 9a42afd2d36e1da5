// SPDX-License-Identifier: Apache-2.0
#include "services/contract/canonical_name.h"

#include <algorithm>

namespace holdfast::contract {

QString canonicalName(const QString& name)
{
    const auto plain = [](QChar c) {
        return c.unicode() < 0x80;
    };
    if (std::all_of(name.cbegin(), name.cend(), plain)) {
        return name.trimmed().toLower(); // what the rest comes to for ASCII, without its cost
    }
    // Folding may undo the normal form, hence once more.
    return name.normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC)
        .trimmed();
}

} // namespace holdfast::contract
