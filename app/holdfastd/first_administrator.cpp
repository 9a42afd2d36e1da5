// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/first_administrator.h"

#include "services/authentication/domain/decision.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/users.h"
#include "services/security/pin_hash.h"

namespace holdfast::daemon {

using contract::Result;

namespace {

contract::Event eventOf(const char* key, const QString& userName, qint64 userId, contract::Timestamp now)
{
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::Administration;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Success;
    event.actor = QStringLiteral("system");
    event.userId = QString::number(userId);
    event.userName = userName;
    event.domain = QStringLiteral("/");
    return event;
}

} // namespace

Result<void> makeFirstAdministrator(Store& store, const QString& name, const contract::Secret& password)
{
    const contract::Timestamp now = store.clock().now();
    const auto made = store.database().writeAndWait([&](storage::Connection& connection) -> Result<qint64> {
        auto id = authentication::users::create(connection, contract::UserCreate {.name = name}, now);
        if (id) {
            store.events().append(connection, eventOf("CREATE_PRINCIPAL", name, *id, now));
        }
        return id;
    });
    if (!made) {
        return contract::Unexpected(made.error());
    }
    // Slow, and so between the transactions; the hash is bound to the account's id.
    const QByteArray hash =
        security::hashPin(store.keys(), password, authentication::passwordIdentity(*made));
    store.database().writeAndWait([&](storage::Connection& connection) {
        authentication::administrators::setPasswordHash(connection, *made, hash, now);
        authentication::administrators::setRoles(
            connection, *made, {{contract::Role::SuperAdministrator, authentication::rootDomainId}});
        contract::Event event = eventOf("LINK_PRINCIPAL_ADMIN_ROLE", name, *made, now);
        event.detail.insert(QStringLiteral("role"), enumName(contract::Role::SuperAdministrator));
        store.events().append(connection, std::move(event));
    });
    return {};
}

} // namespace holdfast::daemon
