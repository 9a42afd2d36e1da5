// SPDX-License-Identifier: Apache-2.0
#include "services/contract/domain_move.h"

#include "services/authentication/api/administrator_changes.h"
#include "services/authentication/api/domain_subject.h"
#include "services/authentication/api/held_roles.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/domains.h"
#include "services/authentication/store/workstations.h"

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

// Where a domain is, and which policies apply there.
struct Place
{
    QString path;
    PolicyOrigin lockout;
    PolicyOrigin token;
    PolicyOrigin offline;
};

// What is known before the move, from a read: counting holds up no sign-in.
struct MovedPart
{
    SecurityDomain top;
    std::vector<qint64> ids;
    std::vector<SecurityDomain> domains; // as they are, with counts
    qint64 workstations = 0;
    std::vector<contract::AdministratorEntry> administrators; // whom the caller may see
    std::vector<Caller> holders; // the same, with what their roles come to
};

void addAdministrators(const Call& call, storage::Connection& connection, MovedPart& part)
{
    if (!call.caller().may(Permission::ViewAdministrators)) {
        return;
    }
    for (contract::AdministratorEntry& entry : administrators::list(connection)) {
        if (maySeeAdministrator(call, connection, entry.userId)) {
            Caller holder;
            holder.roles = heldRoles(connection, entry.roles);
            part.holders.push_back(std::move(holder));
            part.administrators.push_back(std::move(entry));
        }
    }
}

Result<MovedPart> partOf(const Call& call, storage::Connection& connection, const QString& parent)
{
    auto domain = visibleDomain(call, connection, Permission::EditDomains);
    if (!domain) {
        return Unexpected(domain.error());
    }
    if (auto reached = mayMove(call, connection, *domain, parent); !reached) {
        return Unexpected(reached.error());
    }
    MovedPart part {.top = std::move(*domain),
                    .ids = {},
                    .domains = {},
                    .workstations = 0,
                    .administrators = {},
                    .holders = {}};
    part.ids = PolicySnapshot::of(connection)->subtree(part.top.id.toLongLong());
    for (const qint64 id : part.ids) {
        part.domains.push_back(domains::find(connection, id).value());
    }
    WorkstationFilter within;
    within.domains(part.ids);
    part.workstations = workstations::count(connection, within);
    addAdministrators(call, connection, part);
    return part;
}

// Moves in truth, looks, and leaves the undoing to the transaction.
Result<std::vector<Place>> placesAfter(storage::Connection& connection, const MovedPart& part,
                                       const QString& parent)
{
    contract::DomainUpdate update;
    update.parent = parent;
    const auto moved = domains::update(connection, part.top.id.toLongLong(), update, part.top.version);
    if (!moved) {
        return Unexpected(moved.error());
    }
    const auto snapshot = PolicySnapshot::of(connection);
    std::vector<Place> places;
    for (const qint64 id : part.ids) {
        const DomainNode* node = snapshot->domain(id);
        places.push_back({node ? node->path : QString(), snapshot->lockout(id).origin,
                          snapshot->token(id).origin, snapshot->offline(id).origin});
    }
    return places;
}

void comparePolicies(const SecurityDomain& before, const Place& after, DomainMovePreview& preview)
{
    const auto compare = [&](PolicyType type, const PolicyOrigin& now, const PolicyOrigin& then) {
        if (now.policyId != then.policyId) {
            preview.policies.push_back(
                {before.path, type, now.policyName, then.policyName, before.userCount});
        }
    };
    compare(PolicyType::Lockout, before.lockout.effective, after.lockout);
    compare(PolicyType::Token, before.token.effective, after.token);
    compare(PolicyType::Offline, before.offline.effective, after.offline);
}

// The roles that are held within the moved part move along.
void moveAlong(Caller& holder, const QString& from, const QString& to)
{
    for (HeldRole& role : holder.roles) {
        if (isWithin(role.domain, from)) {
            role.domain.replace(0, from.size(), to);
        }
    }
}

void compareSights(MovedPart& part, const std::vector<Place>& after, DomainMovePreview& preview)
{
    for (std::size_t i = 0; i < part.holders.size(); ++i) {
        Caller& holder = part.holders[i];
        const Scope seenBefore = holder.scopeOf(Permission::ViewUsers);
        moveAlong(holder, preview.from, preview.to);
        const Scope seenAfter = holder.scopeOf(Permission::ViewUsers);
        int people = 0;
        int then = 0;
        for (std::size_t j = 0; j < part.domains.size(); ++j) {
            people += seenBefore.contains(part.domains[j].path) ? part.domains[j].userCount : 0;
            then += seenAfter.contains(after[j].path) ? part.domains[j].userCount : 0;
        }
        if (people != then) {
            const auto& who = part.administrators[i];
            preview.administrators.push_back({who.userId, who.name, who.displayName, people, then});
        }
    }
}

Result<DomainMovePreview> previewMove(Call& call, const contract::DomainMove& body)
{
    auto part =
        call.read([&](storage::Connection& connection) { return partOf(call, connection, body.parent); });
    if (!part) {
        return Unexpected(part.error());
    }
    Result<std::vector<Place>> after;
    const Result<void> undone = call.write([&](storage::Connection& connection) -> Result<void> {
        after = placesAfter(connection, *part, body.parent);
        return contract::failure(ErrorKind::Conflict, QStringLiteral("preview"), {});
    });
    Q_ASSERT(!undone);
    if (!after) {
        return Unexpected(after.error());
    }
    DomainMovePreview preview;
    preview.from = part->top.path;
    preview.to = after->front().path; // the top is the first of its subtree
    preview.version = part->top.version;
    preview.domains = static_cast<int>(part->ids.size());
    preview.workstations = static_cast<int>(part->workstations);
    for (std::size_t i = 0; i < part->domains.size(); ++i) {
        preview.people += part->domains[i].userCount;
        preview.tokens += part->domains[i].tokenCount;
        comparePolicies(part->domains[i], (*after)[i], preview);
    }
    compareSights(*part, *after, preview);
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

Result<void> mayMove(const Call& call, storage::Connection& connection, const SecurityDomain& domain,
                     const QString& parent)
{
    const auto snapshot = PolicySnapshot::of(connection);
    const DomainNode* left = domain.parentId ? snapshot->domain(domain.parentId->toLongLong()) : nullptr;
    if (left != nullptr) {
        if (auto reached = call.requireInScope(Permission::EditDomains, left->path); !reached) {
            return reached;
        }
    }
    const DomainNode* node = snapshot->domainAt(parent);
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
