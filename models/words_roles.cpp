// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"

#include <QCoreApplication>

namespace holdfast::models::words {

using namespace contract;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(Role role)
{
    switch (role) {
    case Role::SuperAdministrator:
        return Words::tr("Super Administrator");
    case Role::DomainAdministrator:
        return Words::tr("Domain Administrator");
    case Role::TokenAdministrator:
        return Words::tr("Token Administrator");
    case Role::PrivilegedHelpDesk:
        return Words::tr("Privileged Help Desk");
    case Role::HelpDesk:
        return Words::tr("Help Desk");
    case Role::Auditor:
        return Words::tr("Auditor");
    }
    return {};
}

QString roleName(const QString& key, const QString& title)
{
    const auto predefined = enumValue<Role>(key);
    return predefined ? of(*predefined) : title.isEmpty() ? key : title;
}

QString of(const RoleAssignment& assignment)
{
    const QString name = roleName(assignment.role, assignment.title.value_or(QString()));
    return assignment.domain == QLatin1String("/") ? Words::tr("%1, everywhere").arg(name)
                                                   : Words::tr("%1 of %2").arg(name, assignment.domain);
}

QString of(PasscodeFor who)
{
    switch (who) {
    case PasscodeFor::Nobody:
        return Words::tr("Nobody");
    case PasscodeFor::Roles:
        return Words::tr("Holders of some roles");
    case PasscodeFor::Everybody:
        return Words::tr("Everybody");
    }
    return {};
}

QString of(Permission permission)
{
    switch (permission) {
    case Permission::ViewUsers:
        return Words::tr("view people");
    case Permission::EditUsers:
        return Words::tr("edit people");
    case Permission::DeleteUsers:
        return Words::tr("delete people");
    case Permission::EnableUsers:
        return Words::tr("enable and disable accounts");
    case Permission::UnlockUsers:
        return Words::tr("unlock accounts");
    case Permission::ViewTokens:
        return Words::tr("view tokens");
    case Permission::EditTokens:
        return Words::tr("edit tokens");
    case Permission::ImportTokens:
        return Words::tr("import tokens");
    case Permission::ExportTokens:
        return Words::tr("export tokens with their secrets");
    case Permission::AssignTokens:
        return Words::tr("assign tokens");
    case Permission::EnableTokens:
        return Words::tr("enable and disable tokens");
    case Permission::DeleteTokens:
        return Words::tr("delete tokens");
    case Permission::ClearPins:
        return Words::tr("clear PINs");
    case Permission::ResyncTokens:
        return Words::tr("resynchronise tokens");
    case Permission::MarkTokensLost:
        return Words::tr("report tokens lost or found");
    case Permission::IssueEmergencyCodes:
        return Words::tr("issue emergency codes");
    case Permission::ViewEmergencyCodes:
        return Words::tr("view issued emergency codes");
    case Permission::VerifyCallers:
        return Words::tr("verify callers and approve for others");
    case Permission::OverruleEmergencyQuota:
        return Words::tr("overrule the quota of emergency codes");
    case Permission::ViewPolicies:
        return Words::tr("view policies");
    case Permission::EditPolicies:
        return Words::tr("edit policies");
    case Permission::ViewDomains:
        return Words::tr("view security domains");
    case Permission::EditDomains:
        return Words::tr("edit security domains");
    case Permission::ViewEvents:
        return Words::tr("view activity");
    case Permission::RunReports:
        return Words::tr("run reports");
    case Permission::ViewAdministrators:
        return Words::tr("view administrators");
    case Permission::EditAdministrators:
        return Words::tr("edit administrators");
    case Permission::ManageApiClients:
        return Words::tr("manage API clients");
    case Permission::ViewMetrics:
        return Words::tr("view metrics");
    case Permission::EditRoles:
        return Words::tr("edit roles");
    case Permission::EditSettings:
        return Words::tr("edit the service's settings");
    case Permission::RunBulkJobs:
        return Words::tr("change many people or tokens at once");
    case Permission::OverruleBulkLimit:
        return Words::tr("overrule the agreed share of such a change");
    case Permission::UseBin:
        return Words::tr("restore what was deleted");
    case Permission::EmptyBin:
        return Words::tr("delete for good from the bin");
    case Permission::ViewWorkstations:
        return Words::tr("view workstations");
    case Permission::ManageWorkstations:
        return Words::tr("enrol, change and revoke workstations");
    case Permission::ManageService:
        return Words::tr("operate the service");
    }
    return {};
}

} // namespace holdfast::models::words
