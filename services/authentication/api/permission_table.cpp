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
    Permission::ViewMetrics,        Permission::EditRoles,          Permission::EditSettings,
    Permission::ExportTokens,       Permission::ManageService,      Permission::RunBulkJobs,
    Permission::OverruleBulkLimit,  Permission::UseBin,             Permission::EmptyBin,
    Permission::ViewWorkstations,   Permission::ManageWorkstations,
};

// Everything within a branch; nothing that is the whole service's.
constexpr std::array domainAdministrator {
    Permission::ViewUsers,           Permission::EditUsers,          Permission::DeleteUsers,
    Permission::EnableUsers,         Permission::UnlockUsers,        Permission::ViewTokens,
    Permission::EditTokens,          Permission::ImportTokens,       Permission::AssignTokens,
    Permission::EnableTokens,        Permission::DeleteTokens,       Permission::ClearPins,
    Permission::ResyncTokens,        Permission::MarkTokensLost,     Permission::IssueEmergencyCodes,
    Permission::ViewEmergencyCodes,  Permission::ViewPolicies,       Permission::ViewDomains,
    Permission::EditDomains,         Permission::ViewEvents,         Permission::RunReports,
    Permission::ViewAdministrators,  Permission::EditAdministrators, Permission::VerifyCallers,
    Permission::OverruleEmergencyQuota,
    Permission::RunBulkJobs,         Permission::UseBin,             Permission::EmptyBin,
    Permission::ViewWorkstations,    Permission::ManageWorkstations,
};

constexpr std::array tokenAdministrator {
    Permission::ViewUsers,    Permission::ViewTokens,         Permission::EditTokens,
    Permission::ImportTokens, Permission::AssignTokens,       Permission::EnableTokens,
    Permission::DeleteTokens, Permission::ClearPins,          Permission::ResyncTokens,
    Permission::MarkTokensLost, Permission::ViewEmergencyCodes, Permission::ViewPolicies,
    Permission::ViewDomains,  Permission::ViewEvents,         Permission::RunReports,
    Permission::RunBulkJobs,  Permission::UseBin,             Permission::ViewWorkstations,
};

// The help desk's seniors: they keep accounts too, and see how the desk does.
constexpr std::array privilegedHelpDesk {
    Permission::ViewUsers,           Permission::EditUsers,          Permission::EnableUsers,
    Permission::UnlockUsers,         Permission::ViewTokens,         Permission::EditTokens,
    Permission::AssignTokens,        Permission::EnableTokens,       Permission::ClearPins,
    Permission::ResyncTokens,        Permission::MarkTokensLost,     Permission::IssueEmergencyCodes,
    Permission::ViewEmergencyCodes,  Permission::ViewPolicies,       Permission::ViewDomains,
    Permission::ViewEvents,          Permission::RunReports,         Permission::VerifyCallers,
    Permission::OverruleEmergencyQuota,
    Permission::RunBulkJobs,         Permission::ViewWorkstations,   Permission::ManageWorkstations,
};

constexpr std::array helpDesk {
    Permission::ViewUsers,           Permission::EnableUsers,        Permission::UnlockUsers,
    Permission::ViewTokens,          Permission::AssignTokens,       Permission::EnableTokens,
    Permission::ClearPins,           Permission::ResyncTokens,       Permission::MarkTokensLost,
    Permission::IssueEmergencyCodes, Permission::ViewEmergencyCodes, Permission::ViewPolicies,
    Permission::ViewDomains,         Permission::ViewEvents,         Permission::VerifyCallers,
    Permission::ViewWorkstations,
};

constexpr std::array auditor {
    Permission::ViewUsers,    Permission::ViewTokens,  Permission::ViewEmergencyCodes,
    Permission::ViewPolicies, Permission::ViewDomains, Permission::ViewEvents,
    Permission::RunReports,   Permission::ViewMetrics, Permission::ViewAdministrators,
    Permission::ViewWorkstations,
};

struct Row
{
    Role role;
    std::span<const Permission> permissions;
};

constexpr std::array table {
    Row {Role::SuperAdministrator, superAdministrator}, Row {Role::DomainAdministrator, domainAdministrator},
    Row {Role::TokenAdministrator, tokenAdministrator}, Row {Role::PrivilegedHelpDesk, privilegedHelpDesk},
    Row {Role::HelpDesk, helpDesk},                     Row {Role::Auditor, auditor},
};

constexpr int aboveAllPermissions = 6;

} // namespace

std::span<const Permission> permissionsOf(Role role)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.role == role; });
    Q_ASSERT(found != table.end());
    return found->permissions;
}

int rankOf(Permission permission)
{
    switch (permission) {
    case Permission::ViewUsers:
    case Permission::ViewTokens:
    case Permission::ViewEmergencyCodes:
    case Permission::ViewPolicies:
    case Permission::ViewDomains:
    case Permission::ViewEvents:
    case Permission::RunReports:
    case Permission::ViewAdministrators:
    case Permission::ViewMetrics:
    case Permission::ViewWorkstations:
        return 1;
    case Permission::EnableUsers:
    case Permission::UnlockUsers:
    case Permission::AssignTokens:
    case Permission::EnableTokens:
    case Permission::ClearPins:
    case Permission::ResyncTokens:
    case Permission::MarkTokensLost:
    case Permission::IssueEmergencyCodes:
    case Permission::VerifyCallers:
        return 2;
    case Permission::EditUsers:
    case Permission::EditTokens:
    case Permission::ImportTokens:
    case Permission::DeleteTokens:
    case Permission::OverruleEmergencyQuota:
    case Permission::RunBulkJobs:
    case Permission::UseBin:
    case Permission::ManageWorkstations:
        return 3;
    case Permission::DeleteUsers:
    case Permission::EditDomains:
    case Permission::EditAdministrators:
    case Permission::EmptyBin:
        return 4;
    case Permission::EditPolicies:
    case Permission::ManageApiClients:
    case Permission::EditRoles:
    case Permission::EditSettings:
    case Permission::ManageService:
    case Permission::ExportTokens:
    case Permission::OverruleBulkLimit:
        return 5;
    }
    return aboveAllPermissions;
}

int rankOf(std::span<const Permission> permissions)
{
    int highest = 0;
    for (const Permission permission : permissions) {
        highest = std::max(highest, rankOf(permission));
    }
    return highest;
}

int rankOf(Role role)
{
    return role == Role::SuperAdministrator ? aboveAllPermissions : rankOf(permissionsOf(role));
}

} // namespace holdfast::authentication
