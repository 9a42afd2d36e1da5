// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies.h"
#include "services/contract/json.h"

#include <QJsonArray>

// What the routes of policies share.
namespace holdfast::authentication {

class Routes;

void addPolicyPreviewRoutes(Routes& routes);
void addPolicyVersionRoutes(Routes& routes);

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
    const char* preview;
    const char* previewId;
    const char* versions;
    const char* versionsId;
    const char* restore;
    const char* restoreId;
};

template <class Policy>
inline constexpr PolicyWords policyWords {};
template <>
inline constexpr PolicyWords policyWords<contract::LockoutPolicy> {
    "/api/v1/policies/lockout",
    "/api/v1/policies/lockout/{id}",
    "/api/v1/policies/lockout/{id}/make-default",
    "listLockoutPolicies",
    "createLockoutPolicy",
    "readLockoutPolicy",
    "replaceLockoutPolicy",
    "deleteLockoutPolicy",
    "makeLockoutPolicyDefault",
    "CREATE_LOCKOUT_POLICY",
    "UPDATE_LOCKOUT_POLICY",
    "DELETE_LOCKOUT_POLICY",
    "/api/v1/policies/lockout/{id}/preview",
    "previewLockoutPolicy",
    "/api/v1/policies/lockout/{id}/versions",
    "listLockoutPolicyVersions",
    "/api/v1/policies/lockout/{id}/versions/{version}/restore",
    "restoreLockoutPolicyVersion"};
template <>
inline constexpr PolicyWords policyWords<contract::TokenPolicy> {
    "/api/v1/policies/token",
    "/api/v1/policies/token/{id}",
    "/api/v1/policies/token/{id}/make-default",
    "listTokenPolicies",
    "createTokenPolicy",
    "readTokenPolicy",
    "replaceTokenPolicy",
    "deleteTokenPolicy",
    "makeTokenPolicyDefault",
    "AUTHMGR_TOKEN_POLICY_CREATE",
    "AUTHMGR_TOKEN_POLICY_UPDATE",
    "AUTHMGR_TOKEN_POLICY_DELETE",
    "/api/v1/policies/token/{id}/preview",
    "previewTokenPolicy",
    "/api/v1/policies/token/{id}/versions",
    "listTokenPolicyVersions",
    "/api/v1/policies/token/{id}/versions/{version}/restore",
    "restoreTokenPolicyVersion"};
template <>
inline constexpr PolicyWords policyWords<contract::OfflinePolicy> {
    "/api/v1/policies/offline",
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
    "AUTHMGR_OFFLINE_AUTHN_POLICY_DELETE",
    "/api/v1/policies/offline/{id}/preview",
    "previewOfflinePolicy",
    "/api/v1/policies/offline/{id}/versions",
    "listOfflinePolicyVersions",
    "/api/v1/policies/offline/{id}/versions/{version}/restore",
    "restoreOfflinePolicyVersion"};

// Policies hold for whole trees: only who may edit them everywhere may edit one.
[[nodiscard]] inline contract::Result<void> mayEditPolicies(const Call& call)
{
    return call.requireInScope(contract::Permission::EditPolicies, QStringLiteral("/"));
}

// The policy named in the path. Error: policy_unknown.
template <class Policy>
[[nodiscard]] contract::Result<Policy> existingPolicy(const Call& call, storage::Connection& connection)
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
void tellOfPolicy(const Call& call, storage::Connection& connection, const char* key, const Policy& policy,
                  const QJsonObject& more = {})
{
    contract::Event event = call.event(key);
    event.detail = more;
    event.detail.insert(QStringLiteral("name"), policy.name);
    event.detail.insert(QStringLiteral("policy"), policy.name);
    event.detail.insert(QStringLiteral("policyId"), policy.id);
    call.record(connection, std::move(event));
}

// The settings that differ: names with old and new value. Identity, use and version are no settings.
template <class Policy>
[[nodiscard]] QJsonObject policyChanges(const Policy& before, const Policy& after)
{
    const QJsonObject old = contract::toJson(before);
    const QJsonObject now = contract::toJson(after);
    QJsonObject changes;
    for (auto it = now.begin(); it != now.end(); ++it) {
        const bool setting = it.key() != QLatin1String("id") && it.key() != QLatin1String("isDefault")
            && it.key() != QLatin1String("domains") && it.key() != QLatin1String("version");
        if (setting && old.value(it.key()) != it.value()) {
            changes.insert(it.key(), QJsonArray {old.value(it.key()), it.value()});
        }
    }
    return changes;
}

// Who changes a policy now, for its history.
[[nodiscard]] inline policies::Authorship authorOf(const Call& call)
{
    return {call.now(), call.caller().name};
}

// Data that workstations hold and that another policy would have made otherwise are void; one event says how
// many. In the transaction of the change. `event`: OFFLINE_SETS_VOIDED with whatever was moved.
inline void tellVoided(const Call& call, storage::Connection& connection, contract::Event event,
                       const offlineSets::Voided& voided)
{
    if (voided.sets == 0) {
        return;
    }
    event.result = contract::EventResult::Information;
    event.detail.insert(QStringLiteral("sets"), voided.sets);
    event.detail.insert(QStringLiteral("people"), voided.people);
    event.detail.insert(QStringLiteral("workstations"), voided.workstations);
    call.record(connection, std::move(event));
}
inline void tellVoided(const Call& call, storage::Connection& connection, const QString& policy,
                       const offlineSets::Voided& voided)
{
    contract::Event event = call.event("OFFLINE_SETS_VOIDED");
    if (!policy.isEmpty()) {
        event.detail.insert(QStringLiteral("policy"), policy);
    }
    tellVoided(call, connection, std::move(event), voided);
}
template <class Policy>
void followOfflinePolicies(const Call& call, storage::Connection& connection, const Policy& after)
{
    if constexpr (std::is_same_v<Policy, contract::OfflinePolicy>) {
        tellVoided(call, connection, after.name, offlineSets::followPolicies(connection, call.now()));
    }
}

} // namespace holdfast::authentication
