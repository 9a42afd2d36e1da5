// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/first_administrator.h"

#include "services/authentication/domain/decision.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/roles.h"
#include "services/authentication/store/sessions.h"
#include "services/authentication/store/settings.h"
#include "services/authentication/store/users.h"
#include "services/security/pin_hash.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

using contract::Result;

namespace {

Result<qint64> makeAccount(storage::Connection& connection, const FirstAdministratorContext& context,
                           const FirstAdministratorRequest& request)
{
    if (administrators::any(connection)) {
        return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("first_run_complete"),
                                 QStringLiteral("The service has an administrator already."));
    }
    const contract::Timestamp now = context.clock.now();
    contract::UserCreate user;
    user.name = request.person.name;
    user.displayName = request.person.displayName;
    user.email = request.person.email;
    const Result<qint64> id = users::create(connection, user, now);
    if (!id) {
        return id;
    }
    administrators::setRoles(connection, *id, {{contract::Role::SuperAdministrator, rootDomainId}});
    if (request.localOwner) {
        sessions::adopt(connection, *id);
        settings::setValue(connection, localOwnerSetting, QString::number(*id));
    }
    if (request.person.organisation) {
        settings::setValue(connection, settings::organisation, *request.person.organisation);
    }
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::Administration;
    event.result = contract::EventResult::Success;
    event.actor = request.localOwner ? QStringLiteral("local owner") : QStringLiteral("system");
    event.userId = QString::number(*id);
    event.userName = user.name;
    event.domain = QStringLiteral("/");
    event.clientAddress = request.clientAddress;
    event.key = QStringLiteral("CREATE_PRINCIPAL");
    contract::Event role = event;
    role.key = QStringLiteral("LINK_PRINCIPAL_ADMIN_ROLE");
    role.detail.insert(
        QStringLiteral("roles"),
        roles::inWords({{contract::Role::SuperAdministrator, QStringLiteral("/")}}));
    context.events.append(connection, std::move(event));
    context.events.append(connection, std::move(role));
    return id;
}

} // namespace

Result<qint64> makeFirstAdministrator(const FirstAdministratorContext& context,
                                      const FirstAdministratorRequest& request)
{
    const Result<qint64> id = context.database.writeAndWait(
        [&](storage::Connection& connection) { return makeAccount(connection, context, request); });
    if (id && request.person.password) {
        // The hash is bound to the id, and too slow for a transaction.
        const QByteArray hash =
            security::hashPin(context.keys, *request.person.password, passwordIdentity(*id));
        context.database.writeAndWait([&](storage::Connection& connection) {
            administrators::setPasswordHash(connection, *id, hash, context.clock.now());
        });
    }
    return id;
}

} // namespace holdfast::authentication
