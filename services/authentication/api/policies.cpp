// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policies.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/small_list.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// What differs between the types; operation ids and event keys are written out so that a search finds them.
struct PolicyWords
{
    const char* collection;
    const char* one;
    const char* makeDefault;
    const char* listId;
    const char* createId;
    const char* readId;
    const char* replaceId;
    const char* removeId;
    const char* makeDefaultId;
    const char* created;
    const char* updated;
    const char* removed;
};

template <class Policy>
constexpr PolicyWords words {};
template <>
constexpr PolicyWords words<contract::LockoutPolicy> {
    "/api/v1/policies/lockout", "/api/v1/policies/lockout/{id}", "/api/v1/policies/lockout/{id}/make-default",
    "listLockoutPolicies",      "createLockoutPolicy",           "readLockoutPolicy",
    "replaceLockoutPolicy",     "deleteLockoutPolicy",           "makeLockoutPolicyDefault",
    "CREATE_LOCKOUT_POLICY",    "UPDATE_LOCKOUT_POLICY",         "DELETE_LOCKOUT_POLICY"};
template <>
constexpr PolicyWords words<contract::TokenPolicy> {
    "/api/v1/policies/token",      "/api/v1/policies/token/{id}", "/api/v1/policies/token/{id}/make-default",
    "listTokenPolicies",           "createTokenPolicy",           "readTokenPolicy",
    "replaceTokenPolicy",          "deleteTokenPolicy",           "makeTokenPolicyDefault",
    "AUTHMGR_TOKEN_POLICY_CREATE", "AUTHMGR_TOKEN_POLICY_UPDATE", "AUTHMGR_TOKEN_POLICY_DELETE"};
template <>
constexpr PolicyWords words<contract::OfflinePolicy> {"/api/v1/policies/offline",
                                                      "/api/v1/policies/offline/{id}",
                                                      "/api/v1/policies/offline/{id}/make-default",
                                                      "listOfflinePolicies",
                                                      "createOfflinePolicy",
                                                      "readOfflinePolicy",
                                                      "replaceOfflinePolicy",
                                                      "deleteOfflinePolicy",
                                                      "makeOfflinePolicyDefault",
                                                      "AUTHMGR_OFFLINE_AUTHN_POLICY_CREATE",
                                                      "AUTHMGR_OFFLINE_AUTHN_POLICY_UPDATE",
                                                      "AUTHMGR_OFFLINE_AUTHN_POLICY_DELETE"};

// Policies hold for whole trees: only who may edit them everywhere may edit one.
Result<void> mayEdit(const Call& call)
{
    return call.requireInScope(Permission::EditPolicies, QStringLiteral("/"));
}

template <class Policy>
Result<Policy> existing(const Call& call, storage::Connection& connection)
{
    const auto id = call.pathId("id", "policy_unknown");
    auto policy = id ? policies::find<Policy>(connection, *id) : std::nullopt;
    if (!policy) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("policy_unknown"),
                                 QStringLiteral("There is no such policy."));
    }
    return std::move(*policy);
}

template <class Policy>
void tell(const Call& call, storage::Connection& connection, const char* key, const Policy& policy,
          const QJsonObject& more = {})
{
    contract::Event event = call.event(key);
    event.detail = more;
    event.detail.insert(QStringLiteral("name"), policy.name);
    event.detail.insert(QStringLiteral("policyId"), policy.id);
    call.record(connection, std::move(event));
}

// The settings that differ, for the event: names with old and new value.
template <class Policy>
QJsonObject differences(const Policy& before, const Policy& after)
{
    const QJsonObject old = contract::toJson(before);
    const QJsonObject now = contract::toJson(after);
    QJsonObject changes;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (it.key() != QLatin1String("version") && old.value(it.key()) != it.value()) {
            changes.insert(it.key(), QJsonArray {old.value(it.key()), it.value()});
        }
    }
    return changes;
}

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
    return mayEdit(call)
        .and_then([&] { return policies::create<Policy>(connection, body, call.now()); })
        .map([&](Policy made) {
            tell(call, connection, words<Policy>.created, made);
            return made;
        });
}

template <class Policy>
Result<Policy> replace(Call& call, const Policy& body)
{
    return call.write([&](storage::Connection& connection) -> Result<Policy> {
        const auto before = existing<Policy>(call, connection);
        if (!before) {
            return before;
        }
        return mayEdit(call)
            .and_then([&] { return call.requireVersion(before->version); })
            .and_then([&] {
                return policies::update<Policy>(connection, before->id.toLongLong(), body, std::nullopt,
                                                call.now());
            })
            .map([&](Policy after) {
                tell(call, connection, words<Policy>.updated, after,
                     {{QStringLiteral("changes"), differences(*before, after)}});
                return after;
            });
    });
}

template <class Policy>
Result<NoAnswer> remove(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto before = existing<Policy>(call, connection);
        if (!before) {
            return Unexpected(before.error());
        }
        return mayEdit(call)
            .and_then([&] { return call.requireVersion(before->version); })
            .and_then(
                [&] { return policies::remove<Policy>(connection, before->id.toLongLong(), std::nullopt); })
            .map([&] {
                tell(call, connection, words<Policy>.removed, *before);
                return NoAnswer {};
            });
    });
}

template <class Policy>
Result<Policy> makeDefault(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<Policy> {
        const auto before = existing<Policy>(call, connection);
        if (!before) {
            return before;
        }
        return mayEdit(call)
            .and_then([&] {
                return policies::makeDefault<Policy>(connection, before->id.toLongLong(), call.now());
            })
            .map([&](Policy after) {
                tell(call, connection, words<Policy>.updated, after,
                     {{QStringLiteral("action"), QStringLiteral("makeDefault")}});
                return after;
            });
    });
}

template <class Policy>
void addRoutesFor(Routes& routes)
{
    const PolicyWords& w = words<Policy>;
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
                               return existing<Policy>(call, connection);
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
}

} // namespace holdfast::authentication
