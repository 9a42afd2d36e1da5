// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/policy_effect_list.h"
#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/routes.h"
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/population.h"

#include <QSet>

namespace holdfast::authentication {

using contract::LockoutPolicy;
using contract::OfflinePolicy;
using contract::Permission;
using contract::PolicyPreview;
using contract::Result;
using contract::TokenPolicy;
using contract::Unexpected;

namespace {

// So many rows are looked at for one kind of effect, whatever the population; the answer says where that was
// not all.
constexpr int mostRows = 200'000;
constexpr qsizetype shownDomains = 20;

// Whom a policy reaches.
struct Reach
{
    std::shared_ptr<const PolicySnapshot> snapshot;
    QSet<qint64> domains;
    QStringList paths;
    qint64 people = 0;
};

const QString& policyIn(const PolicySnapshot& snapshot, qint64 domain, const LockoutPolicy&)
{
    return snapshot.lockout(domain).policy->id;
}
const QString& policyIn(const PolicySnapshot& snapshot, qint64 domain, const TokenPolicy&)
{
    return snapshot.token(domain).policy->id;
}
const QString& policyIn(const PolicySnapshot& snapshot, qint64 domain, const OfflinePolicy&)
{
    return snapshot.offline(domain).policy->id;
}

template <class Policy>
Reach reachOf(storage::Connection& connection, const Policy& policy)
{
    Reach reach {.snapshot = PolicySnapshot::of(connection)};
    for (const DomainNode& domain : reach.snapshot->domains()) {
        if (policyIn(*reach.snapshot, domain.id, policy) == policy.id) {
            reach.domains.insert(domain.id);
            reach.paths << domain.path;
        }
    }
    const auto people = population::peopleByDomain(connection);
    for (auto it = people.begin(); it != people.end(); ++it) {
        reach.people += reach.domains.contains(it.key()) ? it.value() : 0;
    }
    return reach;
}

void seeAll(EffectList& effects, bool complete)
{
    if (!complete) {
        effects.incomplete();
    }
}

void gather(const Call& call, storage::Connection& connection, const Reach& reach,
            const LockoutPolicy& before, const LockoutPolicy& after, EffectList& effects)
{
    seeAll(effects, population::eachWithFailures(connection, mostRows, [&](const AccountFacts& account) {
               if (reach.domains.contains(account.domainId)) {
                   effects.meet(lockoutEffect(account, before, after, call.now()), account.id);
               }
           }));
    if (before.enabled != after.enabled) {
        effects.count(EffectId(after.enabled ? "can_be_locked" : "never_locked"), reach.people);
    } else if (after.enabled && before.maxFailures != after.maxFailures) {
        effects.count(EffectId(after.maxFailures < before.maxFailures ? "fewer_tries" : "more_tries"),
                      reach.people);
    }
}

void gather(const Call& call, storage::Connection& connection, const Reach& reach, const TokenPolicy& before,
            const TokenPolicy& after, EffectList& effects)
{
    const bool strictPins = after.pinMinLength > before.pinMinLength
        || after.pinMaxLength < before.pinMaxLength || after.pinCharacters < before.pinCharacters
        || (after.refuseTrivialPins && !before.refuseTrivialPins);
    if (strictPins) {
        seeAll(effects,
               population::eachWithPin(connection, mostRows, [&](const population::TokenOfPerson& token) {
                   if (!reach.domains.contains(token.domainId)) {
                       return;
                   }
                   const EffectId known = token.pinLength ? pinEffect(*token.pinLength, before, after)
                                                          : EffectId("pins_unknown");
                   effects.meet(known, token.userId);
               }));
    }
    if (before.nextTokencodeAfter != after.nextTokencodeAfter) {
        seeAll(
            effects,
            population::eachWithWrongCodes(connection, mostRows, [&](const population::TokenOfPerson& token) {
                if (reach.domains.contains(token.domainId)) {
                    effects.meet(nextCodeEffect(token.wrongCodes, before, after), token.userId);
                }
            }));
    }
    if (after.emergencyCodeMaxMinutes < before.emergencyCodeMaxMinutes) {
        seeAll(effects,
               population::eachActiveEmergencyCode(
                   connection, call.now(), mostRows, [&](const population::EmergencyLife& code) {
                       if (reach.domains.contains(code.domainId)
                           && code.minutes > after.emergencyCodeMaxMinutes) {
                           effects.meet(EffectId("emergency_codes_beyond_limit"), code.userId);
                       }
                   }));
    }
    if (before.emergencyCodeMinutes != after.emergencyCodeMinutes) {
        effects.count(EffectId("emergency_code_life"), reach.people);
    }
    if (after.acceptedSteps < before.acceptedSteps || after.nextTokencodeSteps < before.nextTokencodeSteps
        || after.counterLookAhead < before.counterLookAhead) {
        effects.count(EffectId("code_windows_narrower"), reach.people);
    }
}

// What workstations hold now, judged as an edit would: data that differ from what would be sent.
void gatherHeldData(const Call& call, storage::Connection& connection, const Reach& reach,
                    const OfflinePolicy& after, EffectList& effects)
{
    QSet<qint64> losing;
    QSet<qint64> replaced;
    QSet<qint64> byLogon;
    const auto policyOf = [&](qint64 domain) -> const OfflinePolicy& {
        return reach.domains.contains(domain) ? after : *reach.snapshot->offline(domain).policy;
    };
    seeAll(
        effects, offlineSets::eachValid(connection, call.now(), mostRows, [&](const OfflineSetRow& row) {
            if (!reach.domains.contains(row.userDomainId)
                && !reach.domains.contains(row.workstationDomainId)) {
                return;
            }
            const QString fate = offlineSets::fateUnder(
                stricter(policyOf(row.userDomainId), policyOf(row.workstationDomainId)), row);
            if (fate == offline_reason::policyChanged) {
                (row.refill == contract::OfflineRefill::Logon ? byLogon : replaced).insert(row.workstationId);
            } else if (!fate.isEmpty() && !losing.contains(row.userId)) {
                losing.insert(row.userId);
                effects.meet(EffectId("offline_lost"), row.userId);
            }
        }));
    effects.count(EffectId("offline_replaced"), replaced.size());
    effects.count(EffectId("offline_replaced_by_logon"), byLogon.size());
}

void gather(const Call& call, storage::Connection& connection, const Reach& reach,
            const OfflinePolicy& before, const OfflinePolicy& after, EffectList& effects)
{
    gatherHeldData(call, connection, reach, after, effects);
    seeAll(effects,
           population::eachTokenGroup(connection, mostRows, [&](const population::TokenGroup& group) {
               if (!reach.domains.contains(group.domainId)) {
                   return;
               }
               const TokenPolicy& pins = *reach.snapshot->token(group.domainId).policy;
               const auto use = [&](const OfflinePolicy& policy) {
                   return offlineUse(policy, pins, group.pinStyle, group.digits, group.pinLength);
               };
               const OfflineUse was = use(before);
               const OfflineUse becomes = use(after);
               if (was != becomes) {
                   effects.count(becomes == OfflineUse::Refused       ? EffectId("offline_refused")
                                     : becomes == OfflineUse::Allowed ? EffectId("offline_allowed")
                                                                      : EffectId("offline_unknown"),
                                 group.count);
               }
           }));
    if (before.enabled && after.enabled && before.offlineDays != after.offlineDays) {
        effects.count(
            EffectId(after.offlineDays < before.offlineDays ? "fewer_offline_days" : "more_offline_days"),
            reach.people);
    }
}

template <class Policy>
Result<PolicyPreview> preview(Call& call, const Policy& body)
{
    return call.read([&](storage::Connection& connection) -> Result<PolicyPreview> {
        const auto before = existingPolicy<Policy>(call, connection);
        if (!before) {
            return Unexpected(before.error());
        }
        const auto sound = mayEditPolicies(call).and_then(
            [&] { return policies::check(connection, before->id.toLongLong(), body); });
        if (!sound) {
            return Unexpected(sound.error());
        }
        const Reach reach = reachOf(connection, *before);
        EffectList effects;
        PolicyPreview preview {.policyId = before->id, .people = reach.people};
        preview.changes = policyChanges(*before, body);
        preview.domainCount = reach.paths.size();
        preview.domains = reach.paths.mid(0, shownDomains);
        if (!preview.changes.isEmpty()) {
            gather(call, connection, reach, *before, body, effects);
        }
        preview.effects = effects.written(call, connection);
        return preview;
    });
}

template <class Policy>
void addRouteFor(Routes& routes)
{
    routes.post<Policy, PolicyPreview>(
        {.path = policyWords<Policy>.preview,
         .id = policyWords<Policy>.previewId,
         .summary = "What the policy would do to the people of now if it were written so; changes nothing.",
         .tag = "Policies",
         .access = Permission::EditPolicies,
         .confirmed = false},
        preview<Policy>);
}

} // namespace

void addPolicyPreviewRoutes(Routes& routes)
{
    addRouteFor<LockoutPolicy>(routes);
    addRouteFor<TokenPolicy>(routes);
    addRouteFor<OfflinePolicy>(routes);
}

} // namespace holdfast::authentication
