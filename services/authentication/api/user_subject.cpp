// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/user_subject.h"

#include "services/authentication/api/held_roles.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

contract::Unexpected unknownUser()
{
    return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("user_unknown"),
                             QStringLiteral("There is no such person."));
}

} // namespace

Result<UserRow> visibleUser(const Call& call, storage::Connection& connection, Permission permission, Act act,
                            const char* parameter)
{
    const auto id = call.pathId(parameter, "user_unknown");
    if (!id) {
        return unknownUser();
    }
    return visibleUser(call, connection, *id, permission, act);
}

Result<UserRow> visibleUser(const Call& call, storage::Connection& connection, qint64 id,
                            Permission permission, Act act)
{
    auto user = users::find(connection, id);
    if (!user || !call.caller().scopeOf(Permission::ViewUsers).contains(user->domain)) {
        return unknownUser();
    }
    if (auto reached = call.requireInScope(permission, user->domain); !reached) {
        return Unexpected(reached.error());
    }
    if (act == Act::Changes && user->administrator) {
        if (auto permitted = mayActOn(call.caller(), rolesHeldBy(connection, id)); !permitted) {
            return Unexpected(permitted.error());
        }
    }
    return std::move(*user);
}

contract::Event userEvent(const Call& call, const char* key, const UserRow& user)
{
    contract::Event event = call.event(key);
    event.userId = QString::number(user.account.id);
    event.userName = user.account.name;
    event.domain = user.domain;
    return event;
}

} // namespace holdfast::authentication
