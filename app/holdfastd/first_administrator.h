// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/store.h"

namespace holdfast::daemon {

// Super Administrator over everything, with a password; for `init`. Errors: those of users::create.
[[nodiscard]] contract::Result<void> makeFirstAdministrator(Store& store, const QString& name,
                                                            const contract::Secret& password);

} // namespace holdfast::daemon
