// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/sessions.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/first_administrator.h"
#include "services/authentication/api/issue_session.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/settings.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;
using contract::Session;

namespace {

// Whose local sessions are: the owner's whom the first run named; before it, nobody's in particular.
Result<std::optional<qint64>> localOwner(storage::Connection& connection)
{
    const auto owner = settings::value(connection, localOwnerSetting);
    if (owner) {
        return std::optional(owner->toLongLong());
    }
    if (administrators::any(connection)) {
        return contract::failure(
            ErrorKind::Forbidden, QStringLiteral("no_local_owner"),
            QStringLiteral("This service has administrators of its own: sign in with a password."));
    }
    return std::optional<qint64> {};
}

Result<Session> createLocalSession(Call& call, const contract::LocalSessionCreate& body)
{
    const contract::Secret& expected = call.context().localSecret;
    if (expected.isEmpty() || !expected.equals(body.secret.reveal())) {
        return contract::failure(ErrorKind::Unauthenticated, QStringLiteral("sign_in_failed"),
                                 QStringLiteral("This is not the secret of this service."));
    }
    return call.write([&](storage::Connection& connection) -> Result<Session> {
        const auto owner = localOwner(connection);
        if (!owner) {
            return contract::Unexpected(owner.error());
        }
        return issueSession(call, connection, *owner, QStringLiteral("LOCAL"));
    });
}

Result<contract::Administrator> currentAdministrator(Call& call)
{
    return toAdministrator(call.caller());
}

Result<NoAnswer> endSession(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        sessions::revoke(connection, call.caller().sessionId, call.now());
        contract::Event event = call.event("AUTHN_LOGOUT_EVENT");
        event.userId = event.actorId;
        event.userName = event.actor;
        call.record(connection, std::move(event));
        return NoAnswer {};
    });
}

} // namespace

void addSessionRoutes(Routes& routes)
{
    routes.post<contract::LocalSessionCreate, Session>(
        {.path = "/api/v1/local-sessions",
         .id = "createLocalSession",
         .summary =
             "Signs the owner of the desktop in, with the secret that was handed to an embedded service.",
         .tag = "Sessions",
         .access = Access::open(),
         .success = 201},
        createLocalSession);
    routes.get<contract::Administrator>({.path = "/api/v1/sessions/current",
                                         .id = "readCurrentSession",
                                         .summary = "Says who is signed in, and what they may do.",
                                         .tag = "Sessions",
                                         .access = Access::anySession()},
                                        currentAdministrator);
    routes.remove({.path = "/api/v1/sessions/current",
                   .id = "endSession",
                   .summary = "Signs out.",
                   .tag = "Sessions",
                   .access = Access::anySession()},
                  endSession);
}

} // namespace holdfast::authentication
