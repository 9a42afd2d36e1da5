// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace holdfast::bench {

// Fills the database file of a service that does not run with `count` people in twenty domains, each with a token
// (whose seeds do not open: nobody logs on with them), through the repositories. Throws std::runtime_error.
void fillCrowd(const QString& databaseFile, int count);

} // namespace holdfast::bench
