// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/roles.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/permission_table.h"
#include "services/authentication/api/small_list.h"

#include <QJsonArray>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Role;
using contract::RoleDefinition;
using contract::RoleEdit;
using contract::Unexpected;

namespace {

RoleDefinition described(Role role, int holders)
{
    const auto permitted = permissionsOf(role);
    return {.key = contract::enumName(role),
            .name = roles::nameOf(role),
            .description = {},
            .predefined = true,
            .rank = rankOf(role),
            .permissions = {permitted.begin(), permitted.end()},
            .holders = holders,
            .version = 1};
}

RoleDefinition described(const CustomRole& role, int holders)
{
    return {.key = role.key,
            .name = role.name,
            .description = role.description,
            .predefined = false,
            .rank = rankOf(role.permissions),
            .permissions = role.permissions,
            .holders = holders,
            .version = role.version};
}

Result<contract::Page<RoleDefinition>> listRoles(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        const QHash<QString, int> holders = roles::holders(connection);
        std::vector<RoleDefinition> all;
        for (const auto& known : contract::EnumNames<Role>::names) {
            all.push_back(described(known.first, holders.value(QString::fromLatin1(known.second))));
        }
        for (const CustomRole& role : roles::list(connection)) {
            all.push_back(described(role, holders.value(role.key)));
        }
        // Ten thousand at most: a number in front keeps the order, predefined ones by rank and first.
        QHash<QString, QString> places;
        for (const RoleDefinition& role : all) {
            places.insert(role.key, QStringLiteral("%1").arg(places.size(), 5, 10, QLatin1Char('0')));
        }
        return pageOfSmallList(call, std::move(all),
                               [places](const RoleDefinition& role) { return places.value(role.key); });
    });
}

contract::Unexpected unknownRole()
{
    return contract::failure(ErrorKind::NotFound, QStringLiteral("role_unknown"),
                             QStringLiteral("There is no such role."));
}

Result<RoleDefinition> readRole(Call& call)
{
    const QString key = call.pathText("key");
    return call.read([&](storage::Connection& connection) -> Result<RoleDefinition> {
        const int holders = roles::holders(connection).value(key);
        if (const auto predefined = contract::enumValue<Role>(key)) {
            return described(*predefined, holders);
        }
        const auto custom = roles::find(connection, key);
        return custom ? Result<RoleDefinition>(described(*custom, holders)) : unknownRole();
    });
}

// A custom role counts in every scope it is given in: whoever makes it holds its rights everywhere, and
// stands above it, so that nobody changes what they hold themselves.
Result<void> mayMake(const Call& call, const std::vector<Permission>& permissions)
{
    HeldRole role;
    role.domain = QStringLiteral("/");
    role.permissions = permissions;
    role.rank = rankOf(permissions);
    return call.requireInScope(Permission::EditRoles, QStringLiteral("/"))
        .and_then([&] { return mayGive(call.caller(), role); })
        .and_then([&] { return mayActOn(call.caller(), {role}); });
}

Result<CustomRole> existing(const Call& call, storage::Connection& connection)
{
    const QString key = call.pathText("key");
    if (contract::enumValue<Role>(key)) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("role_predefined"),
                                 QStringLiteral("A predefined role stays as it is: make one of your own."));
    }
    auto role = roles::find(connection, key);
    if (!role) {
        return unknownRole();
    }
    if (auto permitted = mayMake(call, role->permissions); !permitted) {
        return Unexpected(permitted.error());
    }
    return std::move(*role);
}

QJsonArray names(const std::vector<Permission>& permissions, const std::vector<Permission>& without)
{
    QJsonArray all;
    for (const Permission permission : permissions) {
        if (std::find(without.begin(), without.end(), permission) == without.end()) {
            all.append(contract::enumName(permission));
        }
    }
    return all;
}

void tell(const Call& call, storage::Connection& connection, const char* key, const CustomRole& role,
          const CustomRole* before = nullptr)
{
    contract::Event event = call.event(key);
    event.detail.insert(QStringLiteral("role"), role.name);
    event.detail.insert(QStringLiteral("key"), role.key);
    const std::vector<Permission> none;
    event.detail.insert(QStringLiteral("added"),
                        names(role.permissions, before ? before->permissions : none));
    if (before) {
        event.detail.insert(QStringLiteral("removed"), names(before->permissions, role.permissions));
    }
    call.record(connection, std::move(event));
}

Result<RoleDefinition> createRole(Call& call, storage::Connection& connection, const RoleEdit& body)
{
    const auto made = mayMake(call, body.permissions).and_then([&] {
        return roles::create(connection, body, call.now());
    });
    if (!made) {
        return Unexpected(made.error());
    }
    tell(call, connection, "CREATE_ADMIN_ROLE", *made);
    return described(*made, 0);
}

Result<RoleDefinition> replaceRole(Call& call, const RoleEdit& body)
{
    return call.write([&](storage::Connection& connection) -> Result<RoleDefinition> {
        const auto before = existing(call, connection);
        if (!before) {
            return Unexpected(before.error());
        }
        const auto after = call.requireVersion(before->version)
                               .and_then([&] { return mayMake(call, body.permissions); })
                               .and_then([&] { return roles::replace(connection, *before, body, call.now()); });
        if (!after) {
            return Unexpected(after.error());
        }
        tell(call, connection, "UPDATE_ADMIN_ROLE", *after, &*before);
        return described(*after, roles::holders(connection).value(after->key));
    });
}

Result<NoAnswer> removeRole(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto role = existing(call, connection);
        if (!role) {
            return Unexpected(role.error());
        }
        if (auto fresh = call.requireVersion(role->version); !fresh) {
            return Unexpected(fresh.error());
        }
        if (roles::holders(connection).value(role->key) > 0) {
            return contract::failure(ErrorKind::Conflict, QStringLiteral("role_in_use"),
                                     QStringLiteral("Somebody still has this role: take it away first."));
        }
        roles::remove(connection, role->key);
        tell(call, connection, "DELETE_ADMIN_ROLE", *role);
        return NoAnswer {};
    });
}

} // namespace

void addRoleRoutes(Routes& routes)
{
    const char* tag = "Roles";
    routes.list<RoleDefinition>({.path = "/api/v1/roles",
                                 .id = "listRoles",
                                 .summary = "Lists predefined roles by rank and custom ones by name.",
                                 .tag = tag,
                                 .access = Permission::ViewAdministrators},
                                listRoles);
    routes.get<RoleDefinition>({.path = "/api/v1/roles/{key}",
                                .id = "readRole",
                                .summary = "Reads a role with its permissions.",
                                .tag = tag,
                                .access = Permission::ViewAdministrators},
                               readRole);
    routes.post<RoleEdit, RoleDefinition>({.path = "/api/v1/roles",
                                           .id = "createRole",
                                           .summary = "Makes a role of permissions that the caller holds.",
                                           .tag = tag,
                                           .access = Permission::EditRoles,
                                           .success = 201,
                                           .idempotent = true},
                                          createRole);
    routes.put<RoleEdit, RoleDefinition>({.path = "/api/v1/roles/{key}",
                                          .id = "replaceRole",
                                          .summary = "Writes a custom role; all who have it follow.",
                                          .tag = tag,
                                          .access = Permission::EditRoles},
                                         replaceRole);
    routes.remove({.path = "/api/v1/roles/{key}",
                   .id = "deleteRole",
                   .summary = "Deletes a custom role that nobody has.",
                   .tag = tag,
                   .access = Permission::EditRoles},
                  removeRole);
}

} // namespace holdfast::authentication
