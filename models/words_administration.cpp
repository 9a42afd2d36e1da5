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

QString of(PolicyType type)
{
    switch (type) {
    case PolicyType::Lockout:
        return Words::tr("Lockout");
    case PolicyType::Token:
        return Words::tr("Token");
    case PolicyType::Offline:
        return Words::tr("Offline");
    }
    return {};
}

QString of(PolicySource source)
{
    switch (source) {
    case PolicySource::Inherit:
        return Words::tr("As the domain above");
    case PolicySource::Own:
        return Words::tr("A policy of its own");
    case PolicySource::Default:
        return Words::tr("Always the default");
    }
    return {};
}

QString of(UnlockBy who)
{
    switch (who) {
    case UnlockBy::Administrator:
        return Words::tr("An administrator");
    case UnlockBy::Time:
        return Words::tr("Time");
    }
    return {};
}

QString of(PinCharacters characters)
{
    switch (characters) {
    case PinCharacters::Digits:
        return Words::tr("Digits");
    case PinCharacters::LettersAndDigits:
        return Words::tr("Letters and digits");
    }
    return {};
}

QString of(PinChoice choice)
{
    switch (choice) {
    case PinChoice::Person:
        return Words::tr("By the person");
    case PinChoice::Service:
        return Words::tr("By the service, at random");
    }
    return {};
}

QString of(Role role)
{
    switch (role) {
    case Role::SuperAdministrator:
        return Words::tr("Super Administrator");
    case Role::HelpDesk:
        return Words::tr("Help Desk");
    case Role::Auditor:
        return Words::tr("Auditor");
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
    case Permission::ManageService:
        return Words::tr("operate the service");
    }
    return {};
}

QString of(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Pskc:
        return Words::tr("PSKC (RFC 6030)");
    case ImportFormat::Sdtid:
        return Words::tr("SecurID software tokens (sdtid)");
    case ImportFormat::Otpauth:
        return Words::tr("otpauth addresses");
    case ImportFormat::Csv:
        return Words::tr("Table (CSV)");
    }
    return {};
}

QString of(DuplicateRule rule)
{
    switch (rule) {
    case DuplicateRule::Ignore:
        return Words::tr("Leave what is there");
    case DuplicateRule::Replace:
        return Words::tr("Replace what is there");
    }
    return {};
}

QString of(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Imported:
        return Words::tr("Imported");
    case ImportOutcome::Replaced:
        return Words::tr("Replaced", "import");
    case ImportOutcome::Ignored:
        return Words::tr("Left out");
    case ImportOutcome::Failed:
        return Words::tr("Failed");
    }
    return {};
}

QString of(JobState state)
{
    switch (state) {
    case JobState::Running:
        return Words::tr("Running");
    case JobState::Finished:
        return Words::tr("Finished");
    case JobState::Failed:
        return Words::tr("Failed");
    case JobState::Cancelled:
        return Words::tr("Cancelled", "job");
    }
    return {};
}

QString of(CardAction action)
{
    switch (action) {
    case CardAction::None:
        return Words::tr("Nothing to do");
    case CardAction::Unlock:
        return Words::tr("Unlock account");
    case CardAction::Enable:
        return Words::tr("Enable account");
    case CardAction::AssignToken:
        return Words::tr("Assign token…");
    case CardAction::EnableToken:
        return Words::tr("Enable token");
    case CardAction::ResyncToken:
        return Words::tr("Resynchronise…");
    case CardAction::TokenFound:
        return Words::tr("Token was found");
    case CardAction::ClearPin:
        return Words::tr("Clear PIN");
    case CardAction::IssueEmergencyCode:
        return Words::tr("Issue emergency code…");
    case CardAction::ReplaceToken:
        return Words::tr("Replace token…");
    case CardAction::ExtendAccount:
        return Words::tr("Change dates…");
    }
    return {};
}

} // namespace holdfast::models::words
