// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_trial.h"

#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/routes.h"
#include "services/authentication/store/offline_trials.h"

namespace holdfast::authentication {

using contract::OfflinePolicy;
using contract::OfflinePolicyTrial;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

struct TrialDecision
{
    QString word; // granted, or the reason of the refusal
    QString mark;
    bool operator==(const TrialDecision&) const = default;
};

TrialDecision decisionUnder(const OfflineCase& facts, const EffectiveOfflinePolicy& policy,
                            const TokenFacts& token, contract::Timestamp now)
{
    OfflineCase under = facts;
    under.policy = policy;
    under.others.clear(); // a draft is compared with its policy, not with others
    if (const auto obstacle = offlineObstacle(under, token.id, now)) {
        return {obstacle->detail.value(QStringLiteral("reason")).toString(), {}};
    }
    return {QStringLiteral("granted"),
            offlineMark(policy.policy, offlinePinStyle(token), token.kind == contract::TokenKind::Hotp)};
}

EffectiveOfflinePolicy withDraft(const EffectiveOfflinePolicy& now, const OfflinePolicy& draft)
{
    const auto shared = std::make_shared<const OfflinePolicy>(draft);
    const auto replaced = [&](OfflinePolicyInEffect side) {
        if (side.policy->id == draft.id) {
            side.policy = shared;
        }
        return side;
    };
    return effectiveOfflinePolicy(replaced(now.person),
                                  now.workstation ? std::optional(replaced(*now.workstation)) : std::nullopt);
}

OfflinePolicyTrial shownTrial(const offlineTrials::Trial& trial, const OfflinePolicy& policy)
{
    OfflinePolicyTrial shown {.policyId = policy.id,
                              .draft = trial.draft,
                              .changes = policyChanges(policy, trial.draft),
                              .since = trial.since,
                              .author = trial.author,
                              .differing = trial.differing,
                              .lastAt = trial.lastAt};
    shown.draft.isDefault = policy.isDefault;
    shown.draft.domains = policy.domains;
    shown.draft.version = policy.version;
    return shown;
}

Unexpected noTrial()
{
    return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("trial_unknown"),
                             QStringLiteral("No draft of this policy is tried."));
}

Result<OfflinePolicyTrial> readTrial(Call& call)
{
    return call.read([&](Connection& connection) -> Result<OfflinePolicyTrial> {
        const auto policy = existingPolicy<OfflinePolicy>(call, connection);
        if (!policy) {
            return Unexpected(policy.error());
        }
        const auto trial = offlineTrials::find(connection, policy->id.toLongLong());
        if (!trial) {
            return noTrial();
        }
        return shownTrial(*trial, *policy);
    });
}

Result<OfflinePolicyTrial> beginTrial(Call& call, const OfflinePolicy& body)
{
    return call.write([&](Connection& connection) -> Result<OfflinePolicyTrial> {
        const auto policy = existingPolicy<OfflinePolicy>(call, connection);
        if (!policy) {
            return Unexpected(policy.error());
        }
        const qint64 id = policy->id.toLongLong();
        const auto sound =
            mayEditPolicies(call).and_then([&] { return policies::check(connection, id, body); });
        if (!sound) {
            return Unexpected(sound.error());
        }
        offlineTrials::put(
            connection, {.policyId = id, .draft = body, .since = call.now(), .author = call.caller().name});
        tellOfPolicy(call, connection, "OFFLINE_POLICY_TRIAL_BEGUN", *policy,
                     {{QStringLiteral("changes"), policyChanges(*policy, body)}});
        return shownTrial(offlineTrials::find(connection, id).value(), *policy);
    });
}

Result<NoAnswer> endTrial(Call& call)
{
    return call.write([&](Connection& connection) -> Result<NoAnswer> {
        const auto policy = existingPolicy<OfflinePolicy>(call, connection);
        if (!policy) {
            return Unexpected(policy.error());
        }
        if (auto permitted = mayEditPolicies(call); !permitted) {
            return Unexpected(permitted.error());
        }
        if (!offlineTrials::remove(connection, policy->id.toLongLong())) {
            return noTrial();
        }
        tellOfPolicy(call, connection, "OFFLINE_POLICY_TRIAL_ENDED", *policy);
        return NoAnswer {};
    });
}

} // namespace

void reportTrials(const AgentCall& call, const LoadedCase& loaded, qint64 tokenId)
{
    const TokenFacts* token = loaded.token(tokenId);
    if (!token) {
        return;
    }
    const EffectiveOfflinePolicy& present = loaded.facts.policy;
    QStringList ids {present.person.policy->id};
    if (present.workstation && present.workstation->policy->id != ids.front()) {
        ids << present.workstation->policy->id;
    }
    for (const QString& id : std::as_const(ids)) {
        const auto trial = call.read(
            [&](Connection& connection) { return offlineTrials::find(connection, id.toLongLong()); });
        if (!trial) {
            continue;
        }
        const TrialDecision is = decisionUnder(loaded.facts, present, *token, call.now());
        const TrialDecision would =
            decisionUnder(loaded.facts, withDraft(present, trial->draft), *token, call.now());
        if (is == would) {
            continue;
        }
        call.write([&](Connection& connection) {
            offlineTrials::countDiffering(connection, trial->policyId, call.now());
            contract::Event event = call.event("OFFLINE_POLICY_TRIAL", contract::EventLog::Authentication);
            event.result = contract::EventResult::Information;
            event.userId = QString::number(loaded.person->account.id);
            event.userName = loaded.person->account.name;
            event.domain = loaded.person->domainPath;
            event.tokenSerial = token->serial;
            event.detail.insert(QStringLiteral("policy"), trial->draft.name);
            event.detail.insert(QStringLiteral("policyId"), id);
            event.detail.insert(QStringLiteral("now"), is.word);
            event.detail.insert(QStringLiteral("would"), would.word);
            event.detail.insert(QStringLiteral("dataNow"), is.mark);
            event.detail.insert(QStringLiteral("dataThen"), would.mark);
            const bool refuses = would.mark.isEmpty();
            const bool lets = is.mark.isEmpty() && !refuses;
            event.detail.insert(QStringLiteral("action"),
                                is.mark.isEmpty() == refuses ? QStringLiteral("other")
                                    : lets                   ? QStringLiteral("grants")
                                                             : QStringLiteral("refuses"));
            call.record(connection, std::move(event));
        });
    }
}

void addOfflineTrialRoutes(Routes& routes)
{
    constexpr auto path = "/api/v1/policies/offline/{id}/trial";
    const char* tag = "Policies";
    routes.get<OfflinePolicyTrial>({.path = path,
                                    .id = "readOfflinePolicyTrial",
                                    .summary = "The draft of the policy that is only reported.",
                                    .tag = tag,
                                    .access = Permission::ViewPolicies},
                                   readTrial);
    routes.post<OfflinePolicy, OfflinePolicyTrial>(
        {.path = path,
         .id = "beginOfflinePolicyTrial",
         .summary = "Tries a draft: what it would decide otherwise is an event, and nothing changes.",
         .tag = tag,
         .access = Permission::EditPolicies},
        beginTrial);
    routes.remove({.path = path,
                   .id = "endOfflinePolicyTrial",
                   .summary = "Ends the trial of a draft.",
                   .tag = tag,
                   .access = Permission::EditPolicies,
                   .ifMatch = false},
                  endTrial);
}

} // namespace holdfast::authentication
