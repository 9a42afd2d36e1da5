// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/authenticate.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/view_as.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/sessions.h"
#include "services/authentication/store/users.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Timestamp;

namespace {

constexpr std::chrono::minutes extendedAtMostEvery {1};
constexpr QByteArrayView scheme = "Bearer ";

struct Found
{
    SessionRow session;
    Caller caller;
};

contract::Unexpected notSignedIn()
{
    return contract::failure(contract::ErrorKind::Unauthenticated, QStringLiteral("not_signed_in"),
                             QStringLiteral("Sign in first: the session is missing, unknown or over."));
}

Result<Found> findSession(storage::Connection& connection, const security::KeyRing& keys, QByteArrayView token,
                          const QByteArray& viewedAs, Timestamp now)
{
    const auto session = sessions::find(connection, keys, token, now);
    if (!session) {
        return notSignedIn();
    }
    auto caller = callerOf(connection, session->userId, now);
    if (!caller) {
        return notSignedIn();
    }
    caller->sessionId = session->id;
    caller->confirmedAt = session->confirmedAt;
    if (!viewedAs.isEmpty()) {
        if (auto narrowed = viewAs(connection, *caller, viewedAs); !narrowed) {
            return contract::Unexpected(narrowed.error());
        }
    }
    return Found {*session, std::move(*caller)};
}

} // namespace

std::optional<Caller> callerOf(storage::Connection& connection, std::optional<qint64> userId, Timestamp now)
{
    Caller caller;
    if (!userId) {
        // The owner of the desktop, until the first run gives that person an account.
        caller.name = QStringLiteral("local owner");
        caller.roles =
            heldRoles(connection, {{contract::Role::SuperAdministrator, QStringLiteral("/")}});
        return caller;
    }
    const auto user = users::find(connection, *userId);
    const auto entry = user ? administrators::find(connection, *userId) : std::nullopt;
    if (!entry || entry->roles.empty()) {
        return std::nullopt;
    }
    // A lock keeps people from signing in; it does not end a session, or wrong guesses could end it.
    const contract::UserStatus status =
        statusOf(user->account, contract::LockoutPolicy {.enabled = false}, now);
    if (status != contract::UserStatus::Active) {
        return std::nullopt;
    }
    caller.userId = userId;
    caller.name = entry->name;
    caller.displayName = entry->displayName;
    caller.roles = heldRoles(connection, entry->roles);
    return caller;
}

QByteArray bearerToken(const http::Request& request)
{
    const QByteArray header = request.header("authorization");
    const bool bearer = header.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
    return bearer ? header.mid(scheme.size()).trimmed() : QByteArray();
}

Result<Caller> authenticate(const ApiContext& context, const http::Request& request)
{
    const QByteArray token = bearerToken(request);
    if (token.isEmpty()) {
        return notSignedIn();
    }
    const Timestamp now = context.clock.now();
    auto found = context.database.read([&](storage::Connection& connection) {
        return findSession(connection, context.keys, token, request.header(viewAsHeader), now);
    });
    if (!found) {
        return contract::Unexpected(found.error());
    }
    const SessionRow& session = found->session;
    if (now - session.lastSeenAt >= extendedAtMostEvery) {
        const Timestamp expiresAt =
            std::min<Timestamp>(now + sessionIdle, session.createdAt + sessionLongest);
        context.database.writeAndWait([&](storage::Connection& connection) {
            sessions::extend(connection, session.id, now, expiresAt);
        });
    }
    return std::move(found->caller);
}

contract::Administrator toAdministrator(const Caller& caller)
{
    contract::Administrator administrator {.userId =
                                               caller.userId ? QString::number(*caller.userId) : QString(),
                                           .name = caller.name,
                                           .displayName = caller.displayName,
                                           .roles = {caller.roles.begin(), caller.roles.end()},
                                           .permissions = caller.permissions()};
    std::copy_if(administrator.permissions.begin(), administrator.permissions.end(),
                 std::back_inserter(administrator.everywhere),
                 [&](contract::Permission permission) { return caller.scopeOf(permission).everything(); });
    return administrator;
}

} // namespace holdfast::authentication
