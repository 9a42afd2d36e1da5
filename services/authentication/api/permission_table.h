// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/permission.h"

#include <array>
#include <span>

namespace holdfast::authentication {

// What each predefined role may do, as data. The one place.
[[nodiscard]] std::span<const contract::Permission> permissionsOf(contract::Role role);

// 1 looks, 2 helps a person at the telephone, 3 keeps people and tokens, 4 rules a domain, 5 rules the
// service.
[[nodiscard]] int rankOf(contract::Permission permission);

// Nobody acts on an account of higher rank than their own. A role ranks by its strongest permission; Super
// Administrators stand above whatever can be made of permissions. 0 is a person without a role.
[[nodiscard]] int rankOf(std::span<const contract::Permission> permissions);
[[nodiscard]] int rankOf(contract::Role role);

} // namespace holdfast::authentication
