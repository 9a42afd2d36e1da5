// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/administrator_changes.h"

#include "services/authentication/api/user_subject.h"
#include "services/authentication/domain/decision.h"
#include "services/authentication/store/administrators.h"
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

// The roles as rows. Nobody gives what reaches further than their own right to give, or ranks higher.
Result<std::vector<RoleRow>> rowsOf(const Call& call, storage::Connection& connection,
                                    const std::vector<RoleAssignment>& roles)
{
    std::vector<RoleRow> rows;
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
        const RoleRow row {roles[i].role, domain->id};
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) {
            rows.push_back(row);
        }
    }
    return rows;
}

bool isFullSuperAdministrator(const RoleRow& row)
{
    return row.role == Role::SuperAdministrator && row.domainId == rootDomainId;
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
               const std::vector<RoleAssignment>& roles)
{
    QStringList words;
    for (const RoleAssignment& role : roles) {
        words << contract::enumName(role.role) + QLatin1Char(' ') + role.domain;
    }
    contract::Event event =
        userEvent(call, words.isEmpty() ? "UNLINK_PRINCIPAL_ADMIN_ROLE" : "LINK_PRINCIPAL_ADMIN_ROLE", user);
    event.detail.insert(QStringLiteral("roles"), words.join(QStringLiteral(", ")));
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
    const auto rows = rowsOf(call, connection, update.roles);
    if (!rows) {
        return Unexpected(rows.error());
    }
    const std::vector<RoleRow> before = administrators::roles(connection, id);
    if (auto permitted = mayReplace(call, connection, *user, before, *rows); !permitted) {
        return Unexpected(permitted.error());
    }
    if (!sameRoles(before, *rows)) {
        administrators::setRoles(connection, id, *rows);
        tellRoles(call, connection, *user, update.roles);
    }
    if (rows->empty()) {
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
