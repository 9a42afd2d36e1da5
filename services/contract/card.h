// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/domain.h"
#include "services/contract/emergency_code.h"
#include "services/contract/emergency_use.h"
#include "services/contract/event.h"
#include "services/contract/offline_set.h"
#include "services/contract/permission.h"
#include "services/contract/token.h"
#include "services/contract/user.h"

namespace holdfast::contract {

// What one press on the card does.
enum class CardAction
{
    None,
    Unlock,
    Enable,
    AssignToken,
    EnableToken,
    ResyncToken,
    TokenFound,
    ClearPin,
    IssueEmergencyCode,
    ReplaceToken,
    ExtendAccount,
    ChangePolicy,
    ChoosePolicy,
    RenewOffline
};
template <>
struct EnumNames<CardAction>
{
    static constexpr std::array names {
        std::pair {CardAction::None, "none"},
        std::pair {CardAction::Unlock, "unlock"},
        std::pair {CardAction::Enable, "enable"},
        std::pair {CardAction::AssignToken, "assignToken"},
        std::pair {CardAction::EnableToken, "enableToken"},
        std::pair {CardAction::ResyncToken, "resyncToken"},
        std::pair {CardAction::TokenFound, "tokenFound"},
        std::pair {CardAction::ClearPin, "clearPin"},
        std::pair {CardAction::IssueEmergencyCode, "issueEmergencyCode"},
        std::pair {CardAction::ReplaceToken, "replaceToken"},
        std::pair {CardAction::ExtendAccount, "extendAccount"},
        std::pair {CardAction::ChangePolicy, "changePolicy"},
        std::pair {CardAction::ChoosePolicy, "choosePolicy"},
        std::pair {CardAction::RenewOffline, "renewOffline"},
    };
};

// One action that mends one cause: for a button, and as the call that it makes.
struct Cure
{
    CardAction action {};
    QString tokenSerial {};
    QString label {};
    QString method {};
    QString path {};
    Permission permission {};
    QJsonObject body {};
    QStringList needs {};
    std::optional<qint64> version {};
    std::optional<QString> refusal {};

    static constexpr auto typeName = "Cure";
    static constexpr auto fields()
    {
        return fieldList(
            field("action", &Cure::action, "What to do."),
            field("tokenSerial", &Cure::tokenSerial, "On which token; may be empty.").orDefault(),
            field("label", &Cure::label, "Words for a button, in English.").orDefault(),
            field("method", &Cure::method, "Of the call that does it.").orDefault(),
            field("path", &Cure::path,
                  "Of that call; {serial} stands for a token that is still to be chosen.")
                .orDefault(),
            field("permission", &Cure::permission, "What the call asks for.").orDefault(),
            field("body", &Cure::body, "What is known of its body.").orDefault(),
            field("needs", &Cure::needs, "What somebody must still give; none: one click does it.")
                .length(0, 10)
                .orDefault(),
            field("version", &Cure::version, "Of what it changes: the call's If-Match."),
            field("refusal", &Cure::refusal,
                  "Why whoever asks may not do it: not_permitted, outside_scope or higher_rank."));
    }
};

// One check of the decision, in the order in which the gate makes it.
struct Check
{
    QString id;
    QString tokenSerial;
    bool passed {};
    QString found;
    QString required;
    std::optional<PolicyOrigin> origin;
    std::optional<Cure> cure;
    QJsonObject detail;

    static constexpr auto typeName = "Check";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &Check::id, "Stable name, such as account_enabled."),
            field("tokenSerial", &Check::tokenSerial, "The token it is about; empty for the account.")
                .orDefault(),
            field("passed", &Check::passed, "Whether it lets the person through."),
            field("found", &Check::found, "Value found, in English."),
            field("required", &Check::required, "Value required, in English.").orDefault(),
            field("origin", &Check::origin, "The policy that sets the requirement."),
            field("cure", &Check::cure, "What mends it."),
            field("detail", &Check::detail, "The values, for other languages.").orDefault());
    }
};

// GET /users/{id}/explain: the gate's own decision, run dry.
struct Explanation
{
    QString userId;
    QString userName;
    QString domain;
    Timestamp at {};
    bool canLogOn {};
    QStringList ways;
    std::vector<Check> checks;
    std::optional<Event> lastAttempt;

    static constexpr auto typeName = "Explanation";
    static constexpr auto fields()
    {
        return fieldList(field("userId", &Explanation::userId, "Who."),
                         field("userName", &Explanation::userName, "Logon name.").orDefault(),
                         field("domain", &Explanation::domain, "Path of the security domain.").orDefault(),
                         field("at", &Explanation::at, "When it was computed."),
                         field("canLogOn", &Explanation::canLogOn, "Whether some way is open now."),
                         field("ways", &Explanation::ways,
                               "Ways that are open, such as a token's serial or 'emergency code'.")
                             .length(0, 100),
                         field("checks", &Explanation::checks, "Every check in order.").length(0, 1000),
                         field("lastAttempt", &Explanation::lastAttempt,
                               "The last attempt to authenticate, for whoever may see events."));
    }
};

// What applies to the person, with its origin.
struct EffectivePolicies
{
    LockoutPolicy lockout {};
    PolicyOrigin lockoutOrigin {};
    TokenPolicy token {};
    PolicyOrigin tokenOrigin {};
    OfflinePolicy offline {};
    PolicyOrigin offlineOrigin {};

    static constexpr auto typeName = "EffectivePolicies";
    static constexpr auto fields()
    {
        return fieldList(field("lockout", &EffectivePolicies::lockout, "Lockout policy."),
                         field("lockoutOrigin", &EffectivePolicies::lockoutOrigin, "Where it comes from."),
                         field("token", &EffectivePolicies::token, "Token policy."),
                         field("tokenOrigin", &EffectivePolicies::tokenOrigin, "Where it comes from."),
                         field("offline", &EffectivePolicies::offline, "Offline policy."),
                         field("offlineOrigin", &EffectivePolicies::offlineOrigin, "Where it comes from."));
    }
};

// GET /users/{id}/card: everything a call needs, in one answer.
struct UserCard
{
    User user {};
    int failures {};
    Explanation explanation {};
    std::optional<Cure> nextAction;
    std::vector<Token> tokens;
    std::vector<EmergencyCode> emergencyCodes;
    EmergencyUse emergencyUse {};
    std::optional<CallerVerification> verification;
    EffectivePolicies policies {};
    std::vector<OfflineSet> offline;
    std::vector<Event> events;

    static constexpr auto typeName = "UserCard";
    static constexpr auto fields()
    {
        return fieldList(
            field("user", &UserCard::user, "The account."),
            field("failures", &UserCard::failures, "Failures that count towards a lock now."),
            field("explanation", &UserCard::explanation,
                  "Can this person log on, with what, and if not, why."),
            field("nextAction", &UserCard::nextAction, "The best thing to do now."),
            field("tokens", &UserCard::tokens, "The person's tokens.").length(0, 100),
            field("emergencyCodes", &UserCard::emergencyCodes, "Latest first.").length(0, 100),
            field("emergencyUse", &UserCard::emergencyUse, "How often, as against the quota.").orDefault(),
            field("verification", &UserCard::verification,
                  "How far this session has verified the caller; absent where the policy does not ask."),
            field("policies", &UserCard::policies, "What applies."),
            field("offline", &UserCard::offline, "What workstations hold for the person.")
                .length(0, 100)
                .orDefault(),
            field("events", &UserCard::events, "The last events, latest first.").length(0, 100));
    }
};

} // namespace holdfast::contract
