// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace holdfast::contract {

// The form in which people's names are compared, by the service and at workstations alike: NFKC (Unicode
// Annex 15), case folded, without spaces at the ends. Two names that canonicalise alike are the same name.
[[nodiscard]] QString canonicalName(const QString& name);

} // namespace holdfast::contract
