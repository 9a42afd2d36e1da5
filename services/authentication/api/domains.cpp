// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/domains.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/domain_subject.h"
#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/small_list.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::SecurityDomain;
using contract::Unexpected;

namespace {

Result<contract::Page<SecurityDomain>> listDomains(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        const Scope scope = call.caller().scopeOf(Permission::ViewDomains);
        std::vector<SecurityDomain> visible;
        for (SecurityDomain& domain : domains::list(connection)) {
            if (scope.contains(domain.path)) {
                visible.push_back(std::move(domain));
            }
        }
        const auto byPath = [](const SecurityDomain& a, const SecurityDomain& b) {
            return a.path < b.path;
        };
        std::sort(visible.begin(), visible.end(), byPath);
        return pageOfSmallList(call, std::move(visible),
                               [](const SecurityDomain& domain) { return domain.path; });
    });
}

contract::Event domainEvent(const Call& call, const char* key, const SecurityDomain& domain)
{
    contract::Event event = call.event(key);
    event.domain = domain.path;
    event.detail.insert(QStringLiteral("name"), domain.path);
    return event;
}

Result<SecurityDomain> createDomain(Call& call, storage::Connection& connection,
                                    const contract::DomainCreate& body)
{
    const QString parentPath = body.parent.value_or(QStringLiteral("/"));
    const DomainNode* parent = PolicySnapshot::of(connection)->domainAt(parentPath);
    if (parent == nullptr) {
        return contract::invalidField(QStringLiteral("parent"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no security domain %1.").arg(parentPath));
    }
    if (auto reached = call.requireInScope(Permission::EditDomains, parent->path); !reached) {
        return Unexpected(reached.error());
    }
    const auto made = domains::create(connection, body.name, parent->id);
    if (!made) {
        return Unexpected(made.error());
    }
    const SecurityDomain domain = domains::find(connection, made->id).value();
    call.record(connection, domainEvent(call, "CREATE_SECURITY_DOMAIN", domain));
    return domain;
}

Result<SecurityDomain> readDomain(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        return visibleDomain(call, connection, Permission::ViewDomains);
    });
}

// What it was and what it is to be, for the event.
void tellChoice(QJsonObject& detail, const char* name, const std::optional<contract::PolicyChoice>& choice)
{
    if (choice) {
        detail.insert(QString::fromLatin1(name),
                      contract::enumName(choice->source)
                          + (choice->policyId ? QLatin1Char(' ') + *choice->policyId : QString()));
    }
}

Result<SecurityDomain> updateDomain(Call& call, const contract::DomainUpdate& body)
{
    return call.write([&](storage::Connection& connection) -> Result<SecurityDomain> {
        const auto domain = visibleDomain(call, connection, Permission::EditDomains);
        if (!domain) {
            return domain;
        }
        if (auto fresh = call.requireVersion(domain->version); !fresh) {
            return Unexpected(fresh.error());
        }
        if (body.parent) {
            if (auto reached = mayMove(call, connection, *domain, *body.parent); !reached) {
                return Unexpected(reached.error());
            }
        }
        const auto node = domains::update(connection, domain->id.toLongLong(), body, std::nullopt);
        if (!node) {
            return Unexpected(node.error());
        }
        const SecurityDomain after = domains::find(connection, node->id).value();
        contract::Event event = domainEvent(call, "UPDATE_SECURITY_DOMAIN", after);
        if (after.path != domain->path) {
            if (body.parent) {
                event.detail.insert(QStringLiteral("action"), QStringLiteral("move"));
            }
            event.detail.insert(QStringLiteral("from"), domain->path);
            event.detail.insert(QStringLiteral("to"), after.path);
        }
        tellChoice(event.detail, "lockout", body.lockout);
        tellChoice(event.detail, "token", body.token);
        tellChoice(event.detail, "offline", body.offline);
        call.record(connection, std::move(event));
        if (body.offline || body.parent) {
            tellVoided(call, connection, QString(), offlineSets::followPolicies(connection, call.now()));
        }
        return after;
    });
}

Result<NoAnswer> removeDomain(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto domain = visibleDomain(call, connection, Permission::EditDomains);
        if (!domain) {
            return Unexpected(domain.error());
        }
        const auto removed = call.requireVersion(domain->version).and_then([&] {
            return domains::remove(connection, domain->id.toLongLong(), std::nullopt);
        });
        if (!removed) {
            return Unexpected(removed.error());
        }
        call.record(connection, domainEvent(call, "DELETE_SECURITY_DOMAIN", *domain));
        return NoAnswer {};
    });
}

// Every value that applies in the domain, with the place that it comes from.
Result<contract::EffectivePolicies> readEffectivePolicies(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<contract::EffectivePolicies> {
        const auto domain = visibleDomain(call, connection, Permission::ViewPolicies);
        if (!domain) {
            return Unexpected(domain.error());
        }
        return PolicySnapshot::of(connection)->effective(domain->id.toLongLong());
    });
}

} // namespace

void addDomainRoutes(Routes& routes)
{
    routes.get<contract::EffectivePolicies>(
        {.path = "/api/v1/domains/{id}/effective-policies",
         .id = "readEffectivePolicies",
         .summary = "Every value of every policy that applies in the domain, and where it comes from.",
         .tag = "Security domains",
         .access = Permission::ViewPolicies},
        readEffectivePolicies);
    routes.list<SecurityDomain>(
        {.path = "/api/v1/domains",
         .id = "listDomains",
         .summary = "Lists security domains by path, with counts and effective policies.",
         .tag = "Security domains",
         .access = Permission::ViewDomains},
        listDomains);
    routes.post<contract::DomainCreate, SecurityDomain>(
        {.path = "/api/v1/domains",
         .id = "createDomain",
         .summary = "Makes a security domain; it inherits every policy.",
         .tag = "Security domains",
         .access = Permission::EditDomains,
         .success = 201,
         .idempotent = true},
        createDomain);
    routes.get<SecurityDomain>({.path = "/api/v1/domains/{id}",
                                .id = "readDomain",
                                .summary = "Reads a security domain.",
                                .tag = "Security domains",
                                .access = Permission::ViewDomains},
                               readDomain);
    routes.patch<contract::DomainUpdate, SecurityDomain>(
        {.path = "/api/v1/domains/{id}",
         .id = "updateDomain",
         .summary = "Renames or moves a security domain, or chooses its policies.",
         .tag = "Security domains",
         .access = Permission::EditDomains,
         .confirmed = true},
        updateDomain);
    routes.remove({.path = "/api/v1/domains/{id}",
                   .id = "deleteDomain",
                   .summary = "Removes an empty security domain.",
                   .tag = "Security domains",
                   .access = Permission::EditDomains,
                   .confirmed = true},
                  removeDomain);
    addDomainMoveRoutes(routes);
}

} // namespace holdfast::authentication
