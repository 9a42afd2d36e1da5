// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/permission_table.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Role;

namespace {

constexpr std::array superAdministrator {
    Permission::ViewUsers,          Permission::EditUsers,          Permission::DeleteUsers,
    Permission::EnableUsers,        Permission::UnlockUsers,        Permission::ViewTokens,
    Permission::EditTokens,         Permission::ImportTokens,       Permission::AssignTokens,
    Permission::EnableTokens,       Permission::DeleteTokens,       Permission::ClearPins,
    Permission::ResyncTokens,       Permission::MarkTokensLost,     Permission::IssueEmergencyCodes,
    Permission::ViewEmergencyCodes, Permission::VerifyCallers,      Permission::OverruleEmergencyQuota,
    Permission::ViewPolicies,       Permission::EditPolicies,       Permission::ViewDomains,
    Permission::EditDomains,        Permission::ViewEvents,         Permission::RunReports,
    Permission::ViewAdministrators, Permission::EditAdministrators, Permission::ManageApiClients,
    Permission::ViewMetrics,        Permission::ExportTokens,       Permission::ManageService,
};

constexpr std::array helpDesk {
    Permission::ViewUsers,           Permission::EnableUsers,        Permission::UnlockUsers,
    Permission::ViewTokens,          Permission::AssignTokens,       Permission::EnableTokens,
    Permission::ClearPins,           Permission::ResyncTokens,       Permission::MarkTokensLost,
    Permission::IssueEmergencyCodes, Permission::ViewEmergencyCodes, Permission::ViewPolicies,
    Permission::ViewDomains,         Permission::ViewEvents,         Permission::VerifyCallers,
};

constexpr std::array auditor {
    Permission::ViewUsers,    Permission::ViewTokens,  Permission::ViewEmergencyCodes,
    Permission::ViewPolicies, Permission::ViewDomains, Permission::ViewEvents,
    Permission::RunReports,   Permission::ViewMetrics, Permission::ViewAdministrators,
};

struct Row
{
    Role role;
    int rank;
    std::span<const Permission> permissions;
};

constexpr std::array table {
    Row {Role::SuperAdministrator, 3, superAdministrator},
    Row {Role::HelpDesk, 2, helpDesk},
    Row {Role::Auditor, 1, auditor},
};

const Row& rowOf(Role role)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.role == role; });
    Q_ASSERT(found != table.end());
    return *found;
}

} // namespace

std::span<const Permission> permissionsOf(Role role)
{
    return rowOf(role).permissions;
}

int rankOf(Role role)
{
    return rowOf(role).rank;
}

} // namespace holdfast::authentication
