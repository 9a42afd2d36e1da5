// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/held_roles.h"

#include "services/authentication/api/permission_table.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/roles.h"

namespace holdfast::authentication {

using contract::Role;
using contract::RoleAssignment;

std::optional<HeldRole> heldRole(storage::Connection& connection, const RoleAssignment& assignment)
{
    HeldRole held;
    static_cast<RoleAssignment&>(held) = assignment;
    if (const auto predefined = contract::enumValue<Role>(assignment.role)) {
        const auto permitted = permissionsOf(*predefined);
        held.permissions.assign(permitted.begin(), permitted.end());
        held.rank = rankOf(*predefined);
        held.title.reset();
        return held;
    }
    auto custom = roles::find(connection, assignment.role);
    if (!custom) {
        return std::nullopt;
    }
    held.title = custom->name;
    held.permissions = std::move(custom->permissions);
    held.rank = rankOf(held.permissions);
    return held;
}

std::vector<HeldRole> heldRoles(storage::Connection& connection,
                                const std::vector<RoleAssignment>& assignments)
{
    std::vector<HeldRole> all;
    for (const RoleAssignment& assignment : assignments) {
        if (auto held = heldRole(connection, assignment)) {
            all.push_back(std::move(*held));
        }
    }
    return all;
}

std::vector<HeldRole> rolesHeldBy(storage::Connection& connection, qint64 userId)
{
    const auto entry = administrators::find(connection, userId);
    return entry ? heldRoles(connection, entry->roles) : std::vector<HeldRole> {};
}

} // namespace holdfast::authentication
