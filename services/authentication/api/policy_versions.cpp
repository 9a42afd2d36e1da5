// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policy_versions.h"

#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/routes.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/store/policies_rows.h"
#include "services/contract/policy_version.h"

#include <numeric>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::PolicyVersion;
using contract::Result;
using contract::Unexpected;

namespace {

template <class Policy>
Policy policyOf(const PolicyVersionRow& row)
{
    Policy policy = policies::fromSettings<Policy>(row.settings);
    policy.name = row.name;
    return policy;
}

template <class Policy>
PolicyVersion versionOf(const PolicyVersionRow& row, const PolicyVersionRow* before, qint64 current)
{
    PolicyVersion version {.number = row.number,
                           .at = row.at,
                           .author = row.author,
                           .name = row.name,
                           .isDefault = row.isDefault,
                           .current = row.number == current,
                           .restoredFrom = row.restoredFrom};
    const Policy policy = policyOf<Policy>(row);
    version.settings = contract::toJson(policy);
    for (const char* name : {"id", "isDefault", "domains", "version"}) {
        version.settings.remove(QLatin1String(name));
    }
    if (before) {
        version.changes = policyChanges(policyOf<Policy>(*before), policy);
        if (before->isDefault != row.isDefault) {
            version.changes.insert(QStringLiteral("isDefault"),
                                   QJsonArray {before->isDefault, row.isDefault});
        }
    }
    return version;
}

// Latest first. The history of a policy is bounded, so it is read whole; what differs is found for the page.
template <class Policy>
Result<contract::Page<PolicyVersion>> versions(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<PolicyVersion>> {
        const auto policy = existingPolicy<Policy>(call, connection);
        if (!policy) {
            return Unexpected(policy.error());
        }
        const auto rows = policy_versions::list(connection, policy->id.toLongLong());
        std::vector<size_t> places(rows.size());
        std::iota(places.begin(), places.end(), size_t {0});
        auto page = pageOfSmallList(call, std::move(places), [&](size_t place) {
            // In ascending order, as the list wants its keys.
            return QString::number(std::numeric_limits<qint64>::max() - rows[place].number);
        });
        if (!page) {
            return Unexpected(page.error());
        }
        contract::Page<PolicyVersion> written {{}, page->next, page->previous, page->total, page->offset};
        for (const size_t place : page->items) {
            written.items.push_back(versionOf<Policy>(
                rows[place], place + 1 < rows.size() ? &rows[place + 1] : nullptr, policy->version));
        }
        return written;
    });
}

// If-Match names the version that is current: nobody restores over a change that they have not seen.
Result<void> requireIfMatch(const Call& call)
{
    if (call.request().header("if-match").isEmpty()) {
        return contract::failure(ErrorKind::PreconditionRequired, QStringLiteral("if_match_required"),
                                 QStringLiteral("Say with If-Match which version is current (the ETag)."));
    }
    return {};
}

template <class Policy>
Result<Policy> restore(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<Policy> {
        const auto before = existingPolicy<Policy>(call, connection);
        if (!before) {
            return before;
        }
        const auto number = call.pathId("version", "policy_version_unknown");
        const qint64 id = before->id.toLongLong();
        const auto row = number ? policy_versions::find(connection, id, *number) : std::nullopt;
        if (!row) {
            return contract::failure(ErrorKind::NotFound, QStringLiteral("policy_version_unknown"),
                                     QStringLiteral("The policy has no such version."));
        }
        const auto permitted =
            mayEditPolicies(call).and_then([&] { return requireIfMatch(call); }).and_then([&] {
                return call.requireVersion(before->version);
            });
        if (!permitted) {
            return Unexpected(permitted.error());
        }
        policies::Authorship by = authorOf(call);
        by.restoredFrom = row->number;
        return policies::update<Policy>(connection, id, policyOf<Policy>(*row), std::nullopt, by)
            .map([&](Policy after) {
                tellOfPolicy(call, connection, policyWords<Policy>.updated, after,
                             {{QStringLiteral("action"), QStringLiteral("restore")},
                              {QStringLiteral("restored"), row->number},
                              {QStringLiteral("changes"), policyChanges(*before, after)}});
                followOfflinePolicies(call, connection, after);
                return after;
            });
    });
}

template <class Policy>
void addRoutesFor(Routes& routes)
{
    routes.list<PolicyVersion>(
        {.path = policyWords<Policy>.versions,
         .id = policyWords<Policy>.versionsId,
         .summary = "Every version of a policy, latest first, with author and difference.",
         .tag = "Policies",
         .access = Permission::ViewPolicies},
        versions<Policy>);
    routes.post<NoBody, Policy>(
        {.path = policyWords<Policy>.restore,
         .id = policyWords<Policy>.restoreId,
         .summary = "Writes the settings of an earlier version anew, as a new version.",
         .tag = "Policies",
         .access = Permission::EditPolicies},
        restore<Policy>);
}

} // namespace

void addPolicyVersionRoutes(Routes& routes)
{
    addRoutesFor<contract::LockoutPolicy>(routes);
    addRoutesFor<contract::TokenPolicy>(routes);
    addRoutesFor<contract::OfflinePolicy>(routes);
}

} // namespace holdfast::authentication
