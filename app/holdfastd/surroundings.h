// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/data_directory.h"
#include "app/holdfastd/options.h"
#include "services/authentication/api/surroundings.h"

namespace holdfast::daemon {

// Started now.
[[nodiscard]] authentication::Surroundings surroundingsOf(const DataDirectory& directory,
                                                          const Options& options);

} // namespace holdfast::daemon
