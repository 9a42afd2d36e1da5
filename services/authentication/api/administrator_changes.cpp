// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/administrator_changes.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/user_subject.h"
#include "services/authentication/domain/decision.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/roles.h"
#include "services/authentication/store/sessions.h"
#include "services/security/pin_hash.h"

namespace holdfast::authentication {

using contract::AdministratorEntry;
using contract::AdministratorUpdate;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Role;
using contract::RoleAssignment;
using contract::Unexpected;

namespace {

struct Wanted
{
    std::vector<RoleRow> rows;
    std::vector<HeldRole> roles; // the same, with what they come to
};

// The roles as rows. Nobody gives what reaches further than their own right to give.
Result<Wanted> wantedOf(const Call& call, storage::Connection& connection,
                        const std::vector<RoleAssignment>& roles)
{
    Wanted wanted;
    const auto snapshot = PolicySnapshot::of(connection);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const DomainNode* domain = snapshot->domainAt(roles[i].domain);
        if (domain == nullptr) {
            return contract::invalidField(
                QStringLiteral("roles[%1].domain").arg(i), QStringLiteral("domain_unknown"),
                QStringLiteral("There is no security domain %1.").arg(roles[i].domain));
        }
        if (auto reached = call.requireInScope(Permission::EditAdministrators, domain->path); !reached) {
            return Unexpected(reached.error());
        }
        const auto held = heldRole(connection, {roles[i].role, domain->path});
        if (!held) {
            return contract::invalidField(QStringLiteral("roles[%1].role").arg(i),
                                          QStringLiteral("role_unknown"),
                                          QStringLiteral("There is no role %1.").arg(roles[i].role));
        }
        const RoleRow row(roles[i].role, domain->id);
        if (std::find(wanted.rows.begin(), wanted.rows.end(), row) == wanted.rows.end()) {
            wanted.rows.push_back(row);
            wanted.roles.push_back(*held);
        }
    }
    return wanted;
}

// What the person has already is not given anew.
Result<void> mayGiveNew(const Call& call, const Wanted& wanted, const std::vector<RoleRow>& before)
{
    for (std::size_t i = 0; i < wanted.rows.size(); ++i) {
        const bool kept = std::find(before.begin(), before.end(), wanted.rows[i]) != before.end();
        if (auto given = kept ? Result<void> {} : mayGive(call.caller(), wanted.roles[i]); !given) {
            return given;
        }
    }
    return {};
}

bool isFullSuperAdministrator(const RoleRow& row)
{
    return row == RoleRow(Role::SuperAdministrator, rootDomainId);
}

bool sameRoles(std::vector<RoleRow> a, std::vector<RoleRow> b)
{
    const auto byValue = [](const RoleRow& x, const RoleRow& y) {
        return std::pair(x.role, x.domainId) < std::pair(y.role, y.domainId);
    };
    std::sort(a.begin(), a.end(), byValue);
    std::sort(b.begin(), b.end(), byValue);
    return a == b;
}

Result<void> mayReplace(const Call& call, storage::Connection& connection, const UserRow& user,
                        const std::vector<RoleRow>& before, const std::vector<RoleRow>& after)
{
    if (call.caller().userId == user.account.id && !sameRoles(before, after)) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("own_account"),
                                 QStringLiteral("You cannot change your own roles."));
    }
    const bool was = std::any_of(before.begin(), before.end(), isFullSuperAdministrator);
    const bool stays = std::any_of(after.begin(), after.end(), isFullSuperAdministrator);
    if (was && !stays && user.account.enabled && administrators::superAdministrators(connection) <= 1) {
        return contract::failure(
            ErrorKind::Conflict, QStringLiteral("last_super_administrator"),
            QStringLiteral("This is the last Super Administrator: make another one first."));
    }
    return {};
}

Result<UserRow> target(const Call& call, storage::Connection& connection)
{
    return visibleUser(call, connection, Permission::EditAdministrators, Act::Changes, "userId");
}

void tellRoles(const Call& call, storage::Connection& connection, const UserRow& user,
               const std::vector<HeldRole>& given)
{
    contract::Event event =
        userEvent(call, given.empty() ? "UNLINK_PRINCIPAL_ADMIN_ROLE" : "LINK_PRINCIPAL_ADMIN_ROLE", user);
    event.detail.insert(QStringLiteral("roles"), roles::inWords({given.begin(), given.end()}));
    call.record(connection, std::move(event));
}

void setPassword(const Call& call, storage::Connection& connection, const UserRow& user,
                 const QByteArray& hash)
{
    administrators::setPasswordHash(connection, user.account.id, hash, call.now());
    sessions::revokeAllOf(connection, user.account.id, call.now(), call.caller().sessionId);
    call.record(connection, userEvent(call, "UPDATE_ADMIN_PASSWORD", user));
}

Result<AdministratorEntry> apply(const Call& call, storage::Connection& connection,
                                 const AdministratorUpdate& update, const QByteArray& hash)
{
    const auto user = target(call, connection);
    if (!user) {
        return Unexpected(user.error());
    }
    const qint64 id = user->account.id;
    const auto wanted = wantedOf(call, connection, update.roles);
    if (!wanted) {
        return Unexpected(wanted.error());
    }
    const std::vector<RoleRow> before = administrators::roles(connection, id);
    const auto permitted = mayReplace(call, connection, *user, before, wanted->rows).and_then([&] {
        return mayGiveNew(call, *wanted, before);
    });
    if (!permitted) {
        return Unexpected(permitted.error());
    }
    if (!sameRoles(before, wanted->rows)) {
        administrators::setRoles(connection, id, wanted->rows);
        tellRoles(call, connection, *user, wanted->roles);
    }
    if (wanted->rows.empty()) {
        administrators::removePassword(connection, id);
        sessions::revokeAllOf(connection, id, call.now());
    } else if (!hash.isEmpty()) {
        setPassword(call, connection, *user, hash);
    }
    auto entry = administrators::find(connection, id);
    return entry ? *entry
                 : AdministratorEntry {QString::number(id), user->account.name, user->displayName, false, {}};
}

} // namespace

Result<AdministratorEntry> changeAdministrator(Call& call, const AdministratorUpdate& update)
{
    // Checked once before the slow hash, which nobody gets for nothing, and again in the transaction.
    const auto user = call.read([&](storage::Connection& connection) { return target(call, connection); });
    if (!user) {
        return Unexpected(user.error());
    }
    QByteArray hash;
    if (update.password && !update.roles.empty()) {
        hash = security::hashPin(call.context().keys, *update.password, passwordIdentity(user->account.id));
    }
    return call.write([&](storage::Connection& connection) { return apply(call, connection, update, hash); });
}

} // namespace holdfast::authentication
