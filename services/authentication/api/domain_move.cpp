// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/domain_subject.h"
#include "services/authentication/api/held_roles.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/domains.h"
#include "services/contract/domain_move.h"

namespace holdfast::authentication {

using contract::DomainMovePreview;
using contract::ErrorKind;
using contract::Permission;
using contract::PolicyOrigin;
using contract::PolicyType;
using contract::Result;
using contract::SecurityDomain;
using contract::Unexpected;

namespace {

// Whom an administrator sees in the domains that move.
struct Sight
{
    contract::AdministratorEntry who;
    int people = 0;
};

struct MovedPart
{
    std::vector<qint64> ids;
    std::vector<SecurityDomain> domains; // as they are, with counts
};

MovedPart partOf(storage::Connection& connection, qint64 top)
{
    MovedPart part {PolicySnapshot::of(connection)->subtree(top), {}};
    for (const qint64 id : part.ids) {
        part.domains.push_back(domains::find(connection, id).value());
    }
    return part;
}

std::vector<Sight> sights(storage::Connection& connection, const MovedPart& part)
{
    const auto snapshot = PolicySnapshot::of(connection);
    std::vector<Sight> all;
    for (contract::AdministratorEntry& entry : administrators::list(connection)) {
        Caller holder;
        holder.roles = heldRoles(connection, entry.roles);
        const Scope scope = holder.scopeOf(Permission::ViewUsers);
        int people = 0;
        for (std::size_t i = 0; i < part.ids.size(); ++i) {
            people += scope.contains(snapshot->domain(part.ids[i])->path) ? part.domains[i].userCount : 0;
        }
        all.push_back({std::move(entry), people});
    }
    return all;
}

void comparePolicies(const SecurityDomain& before, const SecurityDomain& after, DomainMovePreview& preview)
{
    const auto compare = [&](PolicyType type, const PolicyOrigin& now, const PolicyOrigin& then) {
        if (now.policyId != then.policyId) {
            preview.policies.push_back({before.path, type, now.policyName, then.policyName, before.userCount});
        }
    };
    compare(PolicyType::Lockout, before.lockout.effective, after.lockout.effective);
    compare(PolicyType::Token, before.token.effective, after.token.effective);
    compare(PolicyType::Offline, before.offline.effective, after.offline.effective);
}

// Moves in truth, looks, and leaves the undoing to the transaction.
Result<DomainMovePreview> look(const Call& call, storage::Connection& connection, const QString& parent)
{
    const auto domain = visibleDomain(call, connection, Permission::EditDomains);
    if (!domain) {
        return Unexpected(domain.error());
    }
    if (auto reached = mayMoveBelow(call, connection, parent); !reached) {
        return Unexpected(reached.error());
    }
    const MovedPart part = partOf(connection, domain->id.toLongLong());
    const bool tellsAdministrators = call.caller().may(Permission::ViewAdministrators);
    const std::vector<Sight> before = tellsAdministrators ? sights(connection, part) : std::vector<Sight> {};
    contract::DomainUpdate update;
    update.parent = parent;
    const auto moved = domains::update(connection, domain->id.toLongLong(), update, std::nullopt);
    if (!moved) {
        return Unexpected(moved.error());
    }
    DomainMovePreview preview;
    preview.from = domain->path;
    preview.to = moved->path;
    preview.version = domain->version;
    preview.domains = static_cast<int>(part.ids.size());
    for (std::size_t i = 0; i < part.ids.size(); ++i) {
        preview.people += part.domains[i].userCount;
        preview.tokens += part.domains[i].tokenCount;
        comparePolicies(part.domains[i], domains::find(connection, part.ids[i]).value(), preview);
    }
    const std::vector<Sight> after = tellsAdministrators ? sights(connection, part) : std::vector<Sight> {};
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& who = before[i].who;
        if (before[i].people != after[i].people) {
            preview.administrators.push_back(
                {who.userId, who.name, who.displayName, before[i].people, after[i].people});
        }
    }
    return preview;
}

Result<DomainMovePreview> previewMove(Call& call, const contract::DomainMove& body)
{
    Result<DomainMovePreview> preview;
    const Result<void> undone = call.write([&](storage::Connection& connection) -> Result<void> {
        preview = look(call, connection, body.parent);
        return contract::failure(ErrorKind::Conflict, QStringLiteral("preview"), {});
    });
    Q_ASSERT(!undone);
    return preview;
}

} // namespace

Result<SecurityDomain> visibleDomain(const Call& call, storage::Connection& connection, Permission permission)
{
    const auto id = call.pathId("id", "domain_unknown");
    auto domain = id ? domains::find(connection, *id) : std::nullopt;
    if (!domain || !call.caller().scopeOf(Permission::ViewDomains).contains(domain->path)) {
        return contract::failure(ErrorKind::NotFound, QStringLiteral("domain_unknown"),
                                 QStringLiteral("There is no such security domain."));
    }
    if (auto reached = call.requireInScope(permission, domain->path); !reached) {
        return Unexpected(reached.error());
    }
    return std::move(*domain);
}

Result<void> mayMoveBelow(const Call& call, storage::Connection& connection, const QString& parent)
{
    const DomainNode* node = PolicySnapshot::of(connection)->domainAt(parent);
    if (node == nullptr) {
        return contract::invalidField(QStringLiteral("parent"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no security domain %1.").arg(parent));
    }
    return call.requireInScope(Permission::EditDomains, node->path);
}

void addDomainMoveRoutes(Routes& routes)
{
    routes.post<contract::DomainMove, DomainMovePreview>(
        {.path = "/api/v1/domains/{id}/preview-move",
         .id = "previewDomainMove",
         .summary = "Says what moving a domain would change: policies, and who sees how many people.",
         .tag = "Security domains",
         .access = Permission::EditDomains},
        previewMove);
}

} // namespace holdfast::authentication
