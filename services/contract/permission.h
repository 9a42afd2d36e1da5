// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// What a role may do. Every route names one.
enum class Permission
{
    ViewUsers,
    EditUsers,
    DeleteUsers,
    EnableUsers,
    UnlockUsers,
    ViewTokens,
    EditTokens,
    ImportTokens,
    ExportTokens,
    AssignTokens,
    EnableTokens,
    DeleteTokens,
    ClearPins,
    ResyncTokens,
    MarkTokensLost,
    IssueEmergencyCodes,
    ViewEmergencyCodes,
    ViewPolicies,
    EditPolicies,
    ViewDomains,
    EditDomains,
    ViewEvents,
    RunReports,
    ViewAdministrators,
    EditAdministrators,
    ManageApiClients,
    ViewMetrics,
    VerifyCallers,
    OverruleEmergencyQuota,
    ManageService,
    EditRoles,
    EditSettings,
    RunBulkJobs,
    OverruleBulkLimit,
    UseBin,
    EmptyBin,
    ViewWorkstations,
    ManageWorkstations
};
template <>
struct EnumNames<Permission>
{
    static constexpr std::array names {
        std::pair {Permission::ViewUsers, "viewUsers"},
        std::pair {Permission::EditUsers, "editUsers"},
        std::pair {Permission::DeleteUsers, "deleteUsers"},
        std::pair {Permission::EnableUsers, "enableUsers"},
        std::pair {Permission::UnlockUsers, "unlockUsers"},
        std::pair {Permission::ViewTokens, "viewTokens"},
        std::pair {Permission::EditTokens, "editTokens"},
        std::pair {Permission::ImportTokens, "importTokens"},
        std::pair {Permission::ExportTokens, "exportTokens"},
        std::pair {Permission::AssignTokens, "assignTokens"},
        std::pair {Permission::EnableTokens, "enableTokens"},
        std::pair {Permission::DeleteTokens, "deleteTokens"},
        std::pair {Permission::ClearPins, "clearPins"},
        std::pair {Permission::ResyncTokens, "resyncTokens"},
        std::pair {Permission::MarkTokensLost, "markTokensLost"},
        std::pair {Permission::IssueEmergencyCodes, "issueEmergencyCodes"},
        std::pair {Permission::ViewEmergencyCodes, "viewEmergencyCodes"},
        std::pair {Permission::ViewPolicies, "viewPolicies"},
        std::pair {Permission::EditPolicies, "editPolicies"},
        std::pair {Permission::ViewDomains, "viewDomains"},
        std::pair {Permission::EditDomains, "editDomains"},
        std::pair {Permission::ViewEvents, "viewEvents"},
        std::pair {Permission::RunReports, "runReports"},
        std::pair {Permission::ViewAdministrators, "viewAdministrators"},
        std::pair {Permission::EditAdministrators, "editAdministrators"},
        std::pair {Permission::ManageApiClients, "manageApiClients"},
        std::pair {Permission::ViewMetrics, "viewMetrics"},
        std::pair {Permission::VerifyCallers, "verifyCallers"},
        std::pair {Permission::OverruleEmergencyQuota, "overruleEmergencyQuota"},
        std::pair {Permission::ManageService, "manageService"},
        std::pair {Permission::EditRoles, "editRoles"},
        std::pair {Permission::EditSettings, "editSettings"},
        std::pair {Permission::RunBulkJobs, "runBulkJobs"},
        std::pair {Permission::OverruleBulkLimit, "overruleBulkLimit"},
        std::pair {Permission::UseBin, "useBin"},
        std::pair {Permission::EmptyBin, "emptyBin"},
        std::pair {Permission::ViewWorkstations, "viewWorkstations"},
        std::pair {Permission::ManageWorkstations, "manageWorkstations"},
    };
};

// Predefined roles, by falling rank.
enum class Role
{
    SuperAdministrator,
    DomainAdministrator,
    TokenAdministrator,
    PrivilegedHelpDesk,
    HelpDesk,
    Auditor
};
template <>
struct EnumNames<Role>
{
    static constexpr std::array names {
        std::pair {Role::SuperAdministrator, "superAdministrator"},
        std::pair {Role::DomainAdministrator, "domainAdministrator"},
        std::pair {Role::TokenAdministrator, "tokenAdministrator"},
        std::pair {Role::PrivilegedHelpDesk, "privilegedHelpDesk"},
        std::pair {Role::HelpDesk, "helpDesk"},
        std::pair {Role::Auditor, "auditor"},
    };
};

// A role within a subtree of security domains. `role` is the name of a predefined one or the key of a custom
// one ("custom-7", see RoleDefinition).
struct RoleAssignment
{
    RoleAssignment() = default;
    RoleAssignment(Role predefined, QString scope)
        : role(enumName(predefined))
        , domain(std::move(scope))
    { }
    RoleAssignment(QString key, QString scope, std::optional<QString> name = {})
        : role(std::move(key))
        , domain(std::move(scope))
        , title(std::move(name))
    { }

    QString role;
    QString domain;
    std::optional<QString> title;

    static constexpr auto typeName = "RoleAssignment";
    static constexpr auto fields()
    {
        return fieldList(
            field("role", &RoleAssignment::role, "A predefined role's name or a custom role's key.")
                .length(1, 64),
            field("domain", &RoleAssignment::domain, "Path of the top of its scope."),
            field("title", &RoleAssignment::title,
                  "Name of a custom role, in answers; what a request says here is not looked at."));
    }
};

// A line of GET /administrators.
struct AdministratorEntry
{
    QString userId;
    QString name;
    QString displayName;
    bool hasPassword {};
    std::vector<RoleAssignment> roles;

    static constexpr auto typeName = "AdministratorEntry";
    static constexpr auto fields()
    {
        return fieldList(field("userId", &AdministratorEntry::userId, "The account."),
                         field("name", &AdministratorEntry::name, "Logon name."),
                         field("displayName", &AdministratorEntry::displayName, "Shown name."),
                         field("hasPassword", &AdministratorEntry::hasPassword,
                               "Whether sign-in with a password is possible."),
                         field("roles", &AdministratorEntry::roles, "Roles with their scopes."));
    }
};

// PUT /administrators/{userId}: roles replace those there; an empty list ends the administration.
struct AdministratorUpdate
{
    std::vector<RoleAssignment> roles;
    std::optional<Secret> password;

    static constexpr auto typeName = "AdministratorUpdate";
    static constexpr auto fields()
    {
        return fieldList(
            field("roles", &AdministratorUpdate::roles, "Roles with their scopes.").length(0, 20),
            field("password", &AdministratorUpdate::password, "A new password.").length(8, 1024));
    }
};

} // namespace holdfast::contract
