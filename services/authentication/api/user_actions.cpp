// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/user_actions.h"

#include "services/authentication/api/user_changes.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;
using contract::User;

namespace {

// Answers with the person as they are afterwards.
template <class Change>
Result<User> changeUser(const Call& call, Change change)
{
    const auto id = call.pathId("id", "user_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return call.write([&](storage::Connection& connection) -> Result<User> {
        if (const auto changed = change(connection, *id); !changed) {
            return Unexpected(changed.error());
        }
        return toUser(connection, users::find(connection, *id).value(), call.now());
    });
}

Result<User> setEnabled(const Call& call, bool enabled)
{
    return changeUser(call, [&](storage::Connection& connection, qint64 id) {
        return setUserEnabled(call, connection, id, enabled);
    });
}

Result<User> unlock(Call& call)
{
    return changeUser(
        call, [&](storage::Connection& connection, qint64 id) { return unlockUser(call, connection, id); });
}

Result<NoAnswer> removeUser(Call& call)
{
    const auto id = call.pathId("id", "user_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return call.write([&](storage::Connection& connection) {
        return deleteUser(call, connection, *id).map([](const Changed&) { return NoAnswer {}; });
    });
}

} // namespace

void addUserActionRoutes(Routes& routes)
{
    routes.remove(
        {.path = "/api/v1/users/{id}",
         .id = "deleteUser",
         .summary = "Puts an account into the bin for thirty days; its tokens go back to the shelf.",
         .tag = "Users",
         .access = Permission::DeleteUsers},
        removeUser);
    routes.post<NoBody, User>({.path = "/api/v1/users/{id}/enable",
                               .id = "enableUser",
                               .summary = "Lets a person sign in.",
                               .tag = "Users",
                               .access = Permission::EnableUsers},
                              [](Call& call) { return setEnabled(call, true); });
    routes.post<NoBody, User>({.path = "/api/v1/users/{id}/disable",
                               .id = "disableUser",
                               .summary = "Keeps a person from signing in and ends their sessions.",
                               .tag = "Users",
                               .access = Permission::EnableUsers},
                              [](Call& call) { return setEnabled(call, false); });
    routes.post<NoBody, User>({.path = "/api/v1/users/{id}/unlock",
                               .id = "unlockUser",
                               .summary = "Ends a lock and forgets the failures that led to it.",
                               .tag = "Users",
                               .access = Permission::UnlockUsers},
                              unlock);
}

} // namespace holdfast::authentication
