// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/caller.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// The permissions and the rank of roles, predefined and custom, as they are at this moment. A custom role
// that is gone permits nothing.
[[nodiscard]] std::vector<HeldRole> heldRoles(storage::Connection& connection,
                                              const std::vector<contract::RoleAssignment>& assignments);
// Nothing when there is no such role.
[[nodiscard]] std::optional<HeldRole> heldRole(storage::Connection& connection,
                                               const contract::RoleAssignment& assignment);
// Of a person; empty for somebody without administration.
[[nodiscard]] std::vector<HeldRole> rolesHeldBy(storage::Connection& connection, qint64 userId);

} // namespace holdfast::authentication
