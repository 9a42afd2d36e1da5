// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/permission.h"

#include <array>
#include <span>

namespace holdfast::authentication {

// What each role may do, as data. The one place.
[[nodiscard]] std::span<const contract::Permission> permissionsOf(contract::Role role);

// Nobody acts on an account of higher rank than their own. 0 is a person without a role.
[[nodiscard]] int rankOf(contract::Role role);

} // namespace holdfast::authentication
