// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/hands.h"

namespace holdfast::workstation {

// What `holdfastd demonstrate` wrote beside its data. Error: hands_missing.
[[nodiscard]] contract::Result<demonstration::Hands> readHandsFile(const QString& path);

} // namespace holdfast::workstation
