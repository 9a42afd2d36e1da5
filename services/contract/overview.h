// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/event.h"

namespace holdfast::contract {

// GET /overview: the first page, within the caller's scope.
struct Overview
{
    QString organisation;
    int users {};
    int usersLocked {};
    int usersDisabled {};
    int usersWithoutToken {};
    int tokens {};
    int tokensUnassigned {};
    int tokensExpiring {};
    int tokensExpired {};
    int emergencyCodesActive {};
    int successesToday {};
    int failuresToday {};

    static constexpr auto typeName = "Overview";
    static constexpr auto fields()
    {
        return fieldList(
            field("organisation", &Overview::organisation, "As named at the first run; may be empty."),
            field("users", &Overview::users, "People."),
            field("usersLocked", &Overview::usersLocked, "Locked now."),
            field("usersDisabled", &Overview::usersDisabled, "Disabled."),
            field("usersWithoutToken", &Overview::usersWithoutToken, "Enabled, but without a token."),
            field("tokens", &Overview::tokens, "Tokens."),
            field("tokensUnassigned", &Overview::tokensUnassigned, "Ready to be assigned."),
            field("tokensExpiring", &Overview::tokensExpiring, "Assigned, and expiring within 30 days."),
            field("tokensExpired", &Overview::tokensExpired, "Assigned, and expired."),
            field("emergencyCodesActive", &Overview::emergencyCodesActive, "Emergency codes out now."),
            field("successesToday", &Overview::successesToday,
                  "Successful authentications in the last 24 hours."),
            field("failuresToday", &Overview::failuresToday, "Failed ones in the last 24 hours."));
    }
};

// A line of GET /search?q=.
struct SearchHit
{
    QString kind;
    QString id;
    QString title;
    QString subtitle;

    static constexpr auto typeName = "SearchHit";
    static constexpr auto fields()
    {
        return fieldList(field("kind", &SearchHit::kind, "user or token."),
                         field("id", &SearchHit::id, "User id or serial number."),
                         field("title", &SearchHit::title, "What to show first."),
                         field("subtitle", &SearchHit::subtitle, "What tells it from others."));
    }
};

} // namespace holdfast::contract
