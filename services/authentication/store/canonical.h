// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace holdfast::authentication {

// The form in which names are compared and kept in `*_key` columns: NFKC (Unicode Annex 15), case folded,
// without spaces at the ends. Two names that canonicalise alike are the same name.
[[nodiscard]] QString canonicalName(const QString& name);

} // namespace holdfast::authentication
