// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/explain.h"
#include "services/authentication/api/offline_case.h"
#include "services/authentication/api/offline_sets.h"
#include "services/authentication/api/policy_subject.h"

namespace holdfast::authentication {

using contract::OfflineExplanation;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

// Policies are changed by whoever may everywhere, a domain's choice by whoever may there; all else concerns
// the person.
void sayWhetherOfflineCureIsPermitted(const Call& call, Connection& connection, const LoadedCase& loaded,
                                      contract::Cure& cure)
{
    using contract::CardAction;
    if (cure.action != CardAction::ChangePolicy && cure.action != CardAction::ChoosePolicy) {
        sayWhetherPermitted(call, connection, *loaded.person, cure);
        return;
    }
    if (!call.caller().may(cure.permission)) {
        cure.refusal = QStringLiteral("not_permitted");
    } else if (cure.action == CardAction::ChangePolicy) {
        if (!mayEditPolicies(call)) {
            cure.refusal = QStringLiteral("outside_scope");
        }
    } else {
        const qint64 id = cure.path.section(QLatin1Char('/'), -1).toLongLong();
        const DomainNode* domain = PolicySnapshot::of(connection)->domain(id);
        if (!domain || !call.caller().scopeOf(cure.permission).contains(domain->path)) {
            cure.refusal = QStringLiteral("outside_scope");
        }
    }
    if (cure.refusal) { // the settings of a policy are not for everybody
        cure.body = {};
        cure.version.reset();
    }
}

Result<std::optional<WorkstationRow>> explainedWorkstation(const Call& call, Connection& connection)
{
    const auto wanted = call.text("workstationId");
    if (!wanted) {
        return std::nullopt;
    }
    auto workstation = workstations::find(connection, wanted->toLongLong());
    if (!workstation || !call.caller().scopeOf(Permission::ViewWorkstations).contains(workstation->domain)) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("workstation_unknown"),
                                 QStringLiteral("There is no such workstation."));
    }
    return workstation;
}

// The one that is asked for; null: all of them.
Result<const TokenFacts*> explainedToken(const Call& call, const LoadedCase& loaded, bool seesTokens)
{
    const auto wanted = call.text("token");
    if (!wanted) {
        return nullptr;
    }
    const auto& tokens = loaded.person->tokens;
    const auto found = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const TokenFacts& token) { return token.serial == *wanted; });
    if (!seesTokens || found == tokens.end()) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("token_unknown"),
                                 QStringLiteral("The person has no such token."));
    }
    return &*found;
}

// Whoever may not see tokens is told that one stands in the way, and not which.
void leaveTokensOut(OfflineExplanation& explanation)
{
    std::erase_if(explanation.checks,
                  [](const contract::Check& check) { return !check.tokenSerial.isEmpty(); });
    std::erase_if(explanation.causes,
                  [](const contract::OfflineCause& cause) { return !cause.tokenSerial.isEmpty(); });
    if (!explanation.granted) {
        explanation.sentence = explanation.causes.empty()
            ? QStringLiteral(
                "Something of the person's tokens stands against it, which is for those who may see"
                " tokens.")
            : explanation.causes.front().sentence;
    }
}

OfflineExplanation offlineExplanationOf(const LoadedCase& loaded, const TokenFacts* token,
                                        contract::Timestamp now)
{
    OfflineExplanation explanation;
    explanation.userId = QString::number(loaded.person->account.id);
    explanation.userName = loaded.person->account.name;
    explanation.at = now;
    explanation.checks =
        token ? offlineChecksOf(loaded.facts, token->id, now) : offlineChecks(loaded.facts, now);
    const OfflineFinding finding = offlineFinding(explanation.checks);
    explanation.granted = finding.granted;
    explanation.sentence = finding.sentence;
    explanation.causes = finding.causes;
    if (!finding.granted) {
        explanation.helpText = loaded.facts.policy.policy.helpText.trimmed();
    }
    return explanation;
}

Result<OfflineExplanation> explainOffline(Call& call)
{
    return call.read([&](Connection& connection) -> Result<OfflineExplanation> {
        auto person = explainedPerson(call, connection);
        if (!person) {
            return Unexpected(person.error());
        }
        const auto workstation = explainedWorkstation(call, connection);
        if (!workstation) {
            return Unexpected(workstation.error());
        }
        const WorkstationRow* place = *workstation ? &**workstation : nullptr;
        const LoadedCase loaded = offlineCaseOf(connection, std::move(*person), place, call.now());
        const auto sees = [&](Permission permission) {
            return call.caller().scopeOf(permission).contains(loaded.person->domainPath);
        };
        const auto token = explainedToken(call, loaded, sees(Permission::ViewTokens));
        if (!token) {
            return Unexpected(token.error());
        }
        OfflineExplanation explanation = offlineExplanationOf(loaded, *token, call.now());
        if (place) {
            explanation.workstationId = QString::number(place->id);
            explanation.workstationName = place->name;
            if (const OfflineSetRow* present = *token ? loaded.presentOf((*token)->id) : loaded.present()) {
                explanation.present = toOfflineSet(
                    connection, *present,
                    {.codes = sees(Permission::ViewEmergencyCodes), .serials = sees(Permission::ViewTokens)},
                    call.now());
            }
        }
        if (!sees(Permission::ViewTokens)) {
            leaveTokensOut(explanation);
        }
        for (contract::Check& check : explanation.checks) {
            if (check.cure && check.cure->action != contract::CardAction::None) {
                sayWhetherOfflineCureIsPermitted(call, connection, loaded, *check.cure);
            }
        }
        return explanation;
    });
}

Result<contract::OfflineVerdicts> judgeKinds(Call&, const contract::OfflinePolicy& body)
{
    return contract::OfflineVerdicts {.verdicts = offlineVerdicts(body),
                                      .counterDays = daysThatFit(body, 0, body.offlineDays)};
}

} // namespace

void addOfflineExplainRoutes(Routes& routes)
{
    routes.get<OfflineExplanation>(
        {.path = "/api/v1/users/{id}/offline-explain",
         .id = "explainOffline",
         .summary = "Would a logon of this person at this workstation bring offline data, and if not, why.",
         .tag = "Offline data",
         .access = Permission::ViewUsers,
         .query = {{.name = "workstationId",
                    .description = "At which workstation; absent: at any of the person's own domain."},
                   {.name = "token",
                    .description = "Serial number of the token that an event is about, as if it were the only"
                                   " one; absent: whether any of them would do."}}},
        explainOffline);
    routes.post<contract::OfflinePolicy, contract::OfflineVerdicts>(
        {.path = "/api/v1/policies/offline/verdicts",
         .id = "judgeOfflinePolicy",
         .summary = "Which kinds of token and lengths of PIN a policy would let be taken offline.",
         .tag = "Policies",
         .access = Permission::EditPolicies,
         .confirmed = false},
        judgeKinds);
}

} // namespace holdfast::authentication
