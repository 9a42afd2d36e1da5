// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/card.h"

#include "services/authentication/api/explain.h"
#include "services/authentication/api/offline_case.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/explain.h"
#include "services/authentication/store/emergency.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/users.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;
using contract::UserCard;

namespace {

constexpr int shownIssues = 20;
constexpr int shownEvents = 20;

void addTokens(const Call& call, storage::Connection& connection, const AttemptFacts& facts, UserCard& card)
{
    for (const TokenRow& row : tokens::ofUser(connection, facts.account.id)) {
        card.tokens.push_back(toToken(row, call.now()));
    }
}

void addEmergencyCodes(const Call& call, storage::Connection& connection, const AttemptFacts& facts,
                       UserCard& card)
{
    for (const EmergencyIssueRow& row :
         emergency::list(connection, facts.account.id, {.limit = shownIssues})) {
        card.emergencyCodes.push_back(toEmergencyCode(row, call.now()));
    }
    card.emergencyUse = emergency::use(connection, facts.account.id, call.now());
    card.emergencyUse.quota = facts.tokenPolicy.policy->emergencyCodesPerQuarter;
    card.emergencyUse.refuses = facts.tokenPolicy.policy->refuseOverQuota;
}

// One snapshot and a handful of queries, however much there is of the person.
Result<UserCard> readCard(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<UserCard> {
        const auto facts = explainedPerson(call, connection);
        if (!facts) {
            return Unexpected(facts.error());
        }
        const auto may = [&](Permission permission) {
            return call.caller().scopeOf(permission).contains(facts->domainPath);
        };
        UserCard card;
        card.user =
            toUser(users::find(connection, facts->account.id).value(), *facts->lockout.policy, call.now());
        card.failures = failuresThatCount(facts->account, *facts->lockout.policy, call.now());
        card.explanation = explanationOf(call, connection, *facts);
        card.nextAction = nextAction(*facts, call.now());
        if (card.nextAction && !card.nextAction->tokenSerial.isEmpty() && !may(Permission::ViewTokens)) {
            card.nextAction.reset();
        }
        if (card.nextAction) {
            sayWhetherPermitted(call, connection, *facts, *card.nextAction);
        }
        if (may(Permission::ViewPolicies)) {
            card.policies = PolicySnapshot::of(connection)->effective(facts->account.domainId);
        }
        card.verification = verificationForCard(call, connection, *facts);
        if (may(Permission::ViewTokens)) {
            addTokens(call, connection, *facts, card);
        }
        if (may(Permission::ViewEmergencyCodes)) {
            addEmergencyCodes(call, connection, *facts, card);
        }
        if (may(Permission::ViewWorkstations)) {
            for (const OfflineSetRow& row : offlineSets::ofUser(connection, facts->account.id, call.now())) {
                card.offline.push_back(toOfflineSet(
                    connection, row,
                    {.codes = may(Permission::ViewEmergencyCodes), .serials = may(Permission::ViewTokens)},
                    call.now()));
            }
        }
        if (may(Permission::ViewEvents)) {
            card.events = events::page(
                connection, {.userId = facts->account.id, .newestFirst = true, .limit = shownEvents});
        }
        return card;
    });
}

} // namespace

void addCardRoutes(Routes& routes)
{
    routes.get<UserCard>({.path = "/api/v1/users/{id}/card",
                          .id = "readUserCard",
                          .summary = "Everything about a person that a call to the help desk needs.",
                          .tag = "Help desk",
                          .access = Permission::ViewUsers},
                         readCard);
}

} // namespace holdfast::authentication
