// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/issue_session.h"

#include "services/authentication/api/authenticate.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/sessions.h"
#include "services/authentication/store/sign_in_settings.h"
#include "services/security/random.h"

namespace holdfast::authentication {

namespace {

constexpr std::chrono::hours endedSessionsKept {24};

} // namespace

contract::Result<contract::Session> issueSession(const Call& call, storage::Connection& connection,
                                                 std::optional<qint64> userId, const QString& method)
{
    const contract::Timestamp now = call.now();
    const auto caller = callerOf(connection, userId, now);
    if (!caller) {
        return contract::failure(
            contract::ErrorKind::Forbidden, QStringLiteral("not_an_administrator"),
            QStringLiteral("This account has no administrative role, or is not active."));
    }
    contract::Session session;
    session.token = security::randomToken();
    session.expiresAt = now + sessionIdle;
    session.administrator = toAdministrator(*caller);
    session.firstRun = !administrators::any(connection);
    session.idleLockMinutes = signInSettings::read(connection).idleLockMinutes;

    sessions::removeEndedBefore(connection, now - endedSessionsKept);
    SessionRow row;
    row.userId = userId;
    row.createdAt = now;
    row.expiresAt = session.expiresAt;
    row.lastSeenAt = now;
    row.clientAddress = call.clientAddress();
    row.confirmedAt = now;
    sessions::create(connection, call.context().keys, session.token, row);

    contract::Event event = call.event("OC_ADMIN_LOGIN_EVENT");
    event.actor = caller->name;
    event.actorId = session.administrator.userId;
    event.userId = session.administrator.userId;
    event.userName = caller->name;
    event.method = method;
    call.record(connection, std::move(event));
    return session;
}

} // namespace holdfast::authentication
