// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/administrators.h"

#include "services/authentication/api/administrator_changes.h"
#include "services/authentication/api/api.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/users.h"

namespace holdfast::authentication {

using contract::AdministratorEntry;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

Result<contract::Page<AdministratorEntry>> listAdministrators(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        std::vector<AdministratorEntry> visible;
        for (AdministratorEntry& entry : administrators::list(connection)) {
            if (maySeeAdministrator(call, connection, entry.userId)) {
                visible.push_back(std::move(entry));
            }
        }
        const auto key = [](const AdministratorEntry& entry) {
            return canonicalName(entry.name);
        };
        std::sort(visible.begin(), visible.end(),
                  [&](const AdministratorEntry& a, const AdministratorEntry& b) { return key(a) < key(b); });
        return pageOfSmallList(call, std::move(visible), key);
    });
}

Result<AdministratorEntry> readAdministrator(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<AdministratorEntry> {
        const auto id = call.pathId("userId");
        auto entry = id ? administrators::find(connection, *id) : std::nullopt;
        if (!entry || entry->roles.empty() || !maySeeAdministrator(call, connection, entry->userId)) {
            return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("administrator_unknown"),
                                     QStringLiteral("There is no such administrator."));
        }
        return std::move(*entry);
    });
}

Result<NoAnswer> removeAdministrator(Call& call)
{
    return changeAdministrator(call, contract::AdministratorUpdate {}).map([](const AdministratorEntry&) {
        return NoAnswer {};
    });
}

} // namespace

bool maySeeAdministrator(const Call& call, storage::Connection& connection, const QString& userId)
{
    const Scope scope = call.caller().scopeOf(Permission::ViewAdministrators);
    if (scope.everything()) {
        return true;
    }
    const auto user = users::find(connection, userId.toLongLong());
    return user && scope.contains(user->domain);
}

void addAdministratorRoutes(Routes& routes)
{
    const char* tag = "Administrators";
    routes.list<AdministratorEntry>({.path = "/api/v1/administrators",
                                     .id = "listAdministrators",
                                     .summary = "Lists people with administrative roles, by name.",
                                     .tag = tag,
                                     .access = Permission::ViewAdministrators},
                                    listAdministrators);
    routes.get<AdministratorEntry>({.path = "/api/v1/administrators/{userId}",
                                    .id = "readAdministrator",
                                    .summary = "Reads a person's administrative roles.",
                                    .tag = tag,
                                    .access = Permission::ViewAdministrators},
                                   readAdministrator);
    routes.put<contract::AdministratorUpdate, AdministratorEntry>(
        {.path = "/api/v1/administrators/{userId}",
         .id = "replaceAdministrator",
         .summary = "Gives a person these roles and no others, and a new password if one is given.",
         .tag = tag,
         .access = Permission::EditAdministrators,
         .ifMatch = false},
        changeAdministrator);
    routes.remove({.path = "/api/v1/administrators/{userId}",
                   .id = "removeAdministrator",
                   .summary = "Takes all roles and the password from a person and ends their sessions.",
                   .tag = tag,
                   .access = Permission::EditAdministrators},
                  removeAdministrator);
}

} // namespace holdfast::authentication
