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

Result<OfflineExplanation> explainOffline(Call& call)
{
    return call.read([&](Connection& connection) -> Result<OfflineExplanation> {
        auto person = explainedPerson(call, connection);
        if (!person) {
            return Unexpected(person.error());
        }
        std::optional<WorkstationRow> workstation;
        if (const auto wanted = call.text("workstationId")) {
            workstation = workstations::find(connection, wanted->toLongLong());
            if (!workstation
                || !call.caller().scopeOf(Permission::ViewWorkstations).contains(workstation->domain)) {
                return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("workstation_unknown"),
                                         QStringLiteral("There is no such workstation."));
            }
        }
        const LoadedCase loaded =
            offlineCaseOf(connection, std::move(*person), workstation ? &*workstation : nullptr, call.now());
        OfflineExplanation explanation;
        explanation.userId = QString::number(loaded.person->account.id);
        explanation.userName = loaded.person->account.name;
        explanation.at = call.now();
        explanation.checks = offlineChecks(loaded.facts, call.now());
        const OfflineFinding finding = offlineFinding(explanation.checks);
        explanation.granted = finding.granted;
        explanation.sentence = finding.sentence;
        explanation.causes = finding.causes;
        if (!finding.granted) {
            explanation.helpText = loaded.facts.policy.policy.helpText.trimmed();
        }
        if (workstation) {
            explanation.workstationId = QString::number(workstation->id);
            explanation.workstationName = workstation->name;
            if (const OfflineSetRow* present = loaded.present()) {
                explanation.present = toOfflineSet(
                    connection, *present,
                    call.caller().scopeOf(Permission::ViewEmergencyCodes).contains(loaded.person->domainPath),
                    call.now());
            }
        }
        if (!call.caller().scopeOf(Permission::ViewTokens).contains(loaded.person->domainPath)) {
            std::erase_if(explanation.checks,
                          [](const contract::Check& check) { return !check.tokenSerial.isEmpty(); });
            std::erase_if(explanation.causes,
                          [](const contract::OfflineCause& cause) { return !cause.tokenSerial.isEmpty(); });
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
    return contract::OfflineVerdicts {offlineVerdicts(body)};
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
                    .description = "At which workstation; absent: at any of the person's own domain."}}},
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
