// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policies.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/offline_trial.h"
#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/small_list.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

template <class Policy>
Result<contract::Page<Policy>> list(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        std::vector<Policy> all = policies::list<Policy>(connection);
        const auto key = [](const Policy& policy) {
            return policy.name.toLower() + QLatin1Char('\n') + policy.id;
        };
        std::sort(all.begin(), all.end(), [&](const Policy& a, const Policy& b) { return key(a) < key(b); });
        return pageOfSmallList(call, std::move(all), key);
    });
}

template <class Policy>
Result<Policy> create(Call& call, storage::Connection& connection, const Policy& body)
{
    return mayEditPolicies(call)
        .and_then([&] { return policies::create<Policy>(connection, body, authorOf(call)); })
        .map([&](Policy made) {
            tellOfPolicy(call, connection, policyWords<Policy>.created, made);
            return made;
        });
}

template <class Policy>
Result<Policy> replace(Call& call, const Policy& body)
{
    return call.write([&](storage::Connection& connection) -> Result<Policy> {
        const auto before = existingPolicy<Policy>(call, connection);
        if (!before) {
            return before;
        }
        return mayEditPolicies(call)
            .and_then([&] { return call.requireVersion(before->version); })
            .and_then([&] {
                return policies::update<Policy>(connection, before->id.toLongLong(), body, std::nullopt,
                                                authorOf(call));
            })
            .map([&](Policy after) {
                tellOfPolicy(call, connection, policyWords<Policy>.updated, after,
                             {{QStringLiteral("changes"), policyChanges(*before, after)}});
                followOfflinePolicies(call, connection, after);
                return after;
            });
    });
}

template <class Policy>
Result<NoAnswer> remove(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto before = existingPolicy<Policy>(call, connection);
        if (!before) {
            return Unexpected(before.error());
        }
        return mayEditPolicies(call)
            .and_then([&] { return call.requireVersion(before->version); })
            .and_then(
                [&] { return policies::remove<Policy>(connection, before->id.toLongLong(), std::nullopt); })
            .map([&] {
                tellOfPolicy(call, connection, policyWords<Policy>.removed, *before);
                return NoAnswer {};
            });
    });
}

template <class Policy>
Result<Policy> makeDefault(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<Policy> {
        const auto before = existingPolicy<Policy>(call, connection);
        if (!before) {
            return before;
        }
        return mayEditPolicies(call)
            .and_then([&] {
                return policies::makeDefault<Policy>(connection, before->id.toLongLong(), authorOf(call));
            })
            .map([&](Policy after) {
                tellOfPolicy(call, connection, policyWords<Policy>.updated, after,
                             {{QStringLiteral("action"), QStringLiteral("makeDefault")}});
                followOfflinePolicies(call, connection, after);
                return after;
            });
    });
}

template <class Policy>
void addRoutesFor(Routes& routes)
{
    const PolicyWords& w = policyWords<Policy>;
    const char* tag = "Policies";
    routes.list<Policy>({.path = w.collection,
                         .id = w.listId,
                         .summary = "Lists the policies of this type by name.",
                         .tag = tag,
                         .access = Permission::ViewPolicies},
                        list<Policy>);
    routes.post<Policy, Policy>({.path = w.collection,
                                 .id = w.createId,
                                 .summary = "Makes a policy; nothing takes it yet.",
                                 .tag = tag,
                                 .access = Permission::EditPolicies,
                                 .success = 201,
                                 .idempotent = true},
                                create<Policy>);
    routes.get<Policy>({.path = w.one,
                        .id = w.readId,
                        .summary = "Reads a policy, with the domains that set it themselves.",
                        .tag = tag,
                        .access = Permission::ViewPolicies},
                       [](Call& call) {
                           return call.read([&](storage::Connection& connection) {
                               return existingPolicy<Policy>(call, connection);
                           });
                       });
    routes.put<Policy, Policy>({.path = w.one,
                                .id = w.replaceId,
                                .summary = "Writes a policy; what is absent takes its default.",
                                .tag = tag,
                                .access = Permission::EditPolicies},
                               replace<Policy>);
    routes.remove({.path = w.one,
                   .id = w.removeId,
                   .summary = "Removes a policy that no domain takes and that is not the default.",
                   .tag = tag,
                   .access = Permission::EditPolicies},
                  remove<Policy>);
    routes.post<NoBody, Policy>(
        {.path = w.makeDefault,
         .id = w.makeDefaultId,
         .summary = "Makes the policy the one that applies where nothing else is set.",
         .tag = tag,
         .access = Permission::EditPolicies},
        makeDefault<Policy>);
}

} // namespace

void addPolicyRoutes(Routes& routes)
{
    addRoutesFor<contract::LockoutPolicy>(routes);
    addRoutesFor<contract::TokenPolicy>(routes);
    addRoutesFor<contract::OfflinePolicy>(routes);
    addPolicyPreviewRoutes(routes);
    addPolicyVersionRoutes(routes);
    addOfflineTrialRoutes(routes);
}

} // namespace holdfast::authentication
