// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/user_actions.h"

#include "services/authentication/api/user_subject.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/sessions.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using contract::User;

namespace {

// Whoever takes away the last way in, or their own, would need somebody with the database to let them back.
Result<void> mayTakeAway(const Call& call, storage::Connection& connection, const UserRow& user)
{
    if (call.caller().userId == user.account.id) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("own_account"),
                                 QStringLiteral("You cannot do this to your own account."));
    }
    const auto roles = administrators::roles(connection, user.account.id);
    const bool superAdministrator = std::any_of(roles.begin(), roles.end(), [](const RoleRow& row) {
        return row == RoleRow(contract::Role::SuperAdministrator, rootDomainId);
    });
    if (superAdministrator && user.account.enabled && administrators::superAdministrators(connection) <= 1) {
        return contract::failure(
            ErrorKind::Conflict, QStringLiteral("last_super_administrator"),
            QStringLiteral("This is the last Super Administrator: make another one first."));
    }
    return {};
}

Result<User> answer(const Call& call, storage::Connection& connection, const UserRow& before,
                    const char* action, QJsonObject detail = {})
{
    const UserRow after = users::find(connection, before.account.id).value();
    contract::Event event = userEvent(call, "UPDATE_PRINCIPAL", after);
    detail.insert(QStringLiteral("action"), QString::fromLatin1(action));
    event.detail = std::move(detail);
    call.record(connection, std::move(event));
    return toUser(connection, after, call.now());
}

Result<User> setEnabled(const Call& call, bool enabled)
{
    return call.write([&](storage::Connection& connection) -> Result<User> {
        const auto user = visibleUser(call, connection, Permission::EnableUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        if (user->account.enabled == enabled) {
            return toUser(connection, *user, call.now());
        }
        if (!enabled) {
            if (auto permitted = mayTakeAway(call, connection, *user); !permitted) {
                return Unexpected(permitted.error());
            }
            sessions::revokeAllOf(connection, user->account.id, call.now());
        }
        users::setEnabled(connection, user->account.id, enabled, call.now());
        return answer(call, connection, *user, enabled ? "enable" : "disable");
    });
}

Result<User> unlock(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<User> {
        const auto user = visibleUser(call, connection, Permission::UnlockUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        if (user->account.failures == 0 && !user->account.lockedAt) {
            return toUser(connection, *user, call.now());
        }
        const auto verification = requireVerified(call, connection, user->account.id, user->account.domainId,
                                                  contract::GuardedAction::Unlock);
        if (!verification) {
            return Unexpected(verification.error());
        }
        users::unlock(connection, user->account.id, call.now());
        QJsonObject detail;
        addVerification(detail, *verification);
        return answer(call, connection, *user, "unlock", std::move(detail));
    });
}

Result<NoAnswer> removeUser(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto user = visibleUser(call, connection, Permission::DeleteUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        const auto permitted =
            call.requireVersion(user->version).and_then([&] { return mayTakeAway(call, connection, *user); });
        if (!permitted) {
            return Unexpected(permitted.error());
        }
        const QStringList serials = users::remove(connection, user->account.id);
        for (const QString& serial : serials) {
            contract::Event event = userEvent(call, "AM_UNLINK_TOKEN_PRINCIPAL", *user);
            event.tokenSerial = serial;
            event.detail = {{QStringLiteral("action"), QStringLiteral("unassign")}};
            call.record(connection, std::move(event));
        }
        call.record(connection, userEvent(call, "DELETE_PRINCIPAL", *user));
        return NoAnswer {};
    });
}

} // namespace

void addUserActionRoutes(Routes& routes)
{
    routes.remove({.path = "/api/v1/users/{id}",
                   .id = "deleteUser",
                   .summary = "Deletes an account; its tokens go back to the shelf.",
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
