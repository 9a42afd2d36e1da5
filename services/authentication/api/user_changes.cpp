// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/user_changes.h"

#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/sessions.h"

#include <QJsonArray>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

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

void recordUpdate(const Call& call, storage::Connection& connection, qint64 id, const char* action,
                  QJsonObject detail = {})
{
    contract::Event event = userEvent(call, "UPDATE_PRINCIPAL", users::find(connection, id).value());
    detail.insert(QStringLiteral("action"), QString::fromLatin1(action));
    event.detail = std::move(detail);
    call.record(connection, std::move(event));
}

QJsonArray changedFields(const UserRow& before, const UserRow& after)
{
    QJsonArray fields;
    const auto compare = [&](const char* name, bool same) {
        if (!same) {
            fields.append(QString::fromLatin1(name));
        }
    };
    compare("name", before.account.name == after.account.name);
    compare("displayName", before.displayName == after.displayName);
    compare("email", before.email == after.email);
    compare("phone", before.phone == after.phone);
    compare("notes", before.notes == after.notes);
    compare("aliases", before.aliases == after.aliases);
    compare("attributes", before.attributes == after.attributes);
    compare("domain", before.domain == after.domain);
    compare("startsAt", before.account.startsAt == after.account.startsAt);
    compare("endsAt", before.account.endsAt == after.account.endsAt);
    return fields;
}

} // namespace

Result<void> mayPlaceUserIn(const Call& call, storage::Connection& connection, const QString& path)
{
    const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(path);
    if (domain == nullptr) {
        return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no security domain %1.").arg(path));
    }
    return call.requireInScope(Permission::EditUsers, domain->path);
}

Result<Changed> setUserEnabled(const Call& call, storage::Connection& connection, qint64 id, bool enabled,
                               Run run)
{
    const auto decide = [&]() -> Result<Deed> {
        const auto user = visibleUser(call, connection, id, Permission::EnableUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        if (user->account.enabled == enabled) {
            return Deed {};
        }
        if (!enabled) {
            if (auto permitted = mayTakeAway(call, connection, *user); !permitted) {
                return Unexpected(permitted.error());
            }
        }
        return Deed {[&call, &connection, id, enabled] {
            if (!enabled) {
                sessions::revokeAllOf(connection, id, call.now());
            }
            users::setEnabled(connection, id, enabled, call.now());
            recordUpdate(call, connection, id, enabled ? "enable" : "disable");
        }};
    };
    return perform(decide(), run);
}

Result<Changed> unlockUser(const Call& call, storage::Connection& connection, qint64 id, Run run)
{
    const auto decide = [&]() -> Result<Deed> {
        const auto user = visibleUser(call, connection, id, Permission::UnlockUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        if (user->account.failures == 0 && !user->account.lockedAt) {
            return Deed {};
        }
        const auto verification =
            requireVerified(call, connection, id, user->account.domainId, contract::GuardedAction::Unlock);
        if (!verification) {
            return Unexpected(verification.error());
        }
        return Deed {[&call, &connection, id, verification = *verification] {
            users::unlock(connection, id, call.now());
            QJsonObject detail;
            addVerification(detail, verification);
            recordUpdate(call, connection, id, "unlock", std::move(detail));
        }};
    };
    return perform(decide(), run);
}

Result<Changed> lockUserAgain(const Call& call, storage::Connection& connection, qint64 id,
                              const users::Lock& lock, Run run)
{
    const auto decide = [&]() -> Result<Deed> {
        const auto user = visibleUser(call, connection, id, Permission::UnlockUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        const AccountFacts& now = user->account;
        if (now.failures != 0 || now.firstFailureAt || now.lockedAt) {
            return contract::failure(ErrorKind::Conflict, QStringLiteral("changed_since"),
                                     QStringLiteral("Sign-ins failed since; what they led to stays."));
        }
        if (lock.lockedAt) {
            if (auto permitted = mayTakeAway(call, connection, *user); !permitted) {
                return Unexpected(permitted.error());
            }
        }
        return Deed {[&call, &connection, id, lock] {
            users::lockAgain(connection, id, lock, call.now());
            recordUpdate(call, connection, id, "lock-again");
        }};
    };
    return perform(decide(), run);
}

Result<Changed> editUser(const Call& call, storage::Connection& connection, qint64 id,
                         const contract::UserUpdate& update, Run run)
{
    const auto decide = [&]() -> Result<Deed> {
        const auto user = visibleUser(call, connection, id, Permission::EditUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        const auto checked =
            call.requireVersion(user->version)
                .and_then([&]() -> Result<void> {
                    return update.domain ? mayPlaceUserIn(call, connection, *update.domain) : Result<void> {};
                })
                .and_then([&] { return users::checkUpdate(connection, *user, update); })
                .and_then([&]() -> Result<void> {
                    const auto& end = update.endsAt.value;
                    return end && *end <= call.now() ? mayTakeAway(call, connection, *user) : Result<void> {};
                });
        if (!checked) {
            return Unexpected(checked.error());
        }
        return Deed {[&call, &connection, &update, before = *user] {
            const auto voided = users::update(connection, before, update, call.caller().name, call.now());
            if (!voided) {
                throw storage::StorageError("a change of a person was refused after it was checked");
            }
            const UserRow after = users::find(connection, before.account.id).value();
            contract::Event event = userEvent(call, "UPDATE_PRINCIPAL", after);
            event.detail = {{QStringLiteral("action"), QStringLiteral("edit")},
                            {QStringLiteral("fields"), changedFields(before, after)}};
            call.record(connection, std::move(event));
            tellVoided(call, connection, userEvent(call, "OFFLINE_SETS_VOIDED", after), *voided);
        }};
    };
    return perform(decide(), run);
}

Result<Changed> deleteUser(const Call& call, storage::Connection& connection, qint64 id, Run run)
{
    qint64 binId = 0;
    const auto decide = [&]() -> Result<Deed> {
        const auto user = visibleUser(call, connection, id, Permission::DeleteUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        const auto permitted =
            call.requireVersion(user->version).and_then([&] { return mayTakeAway(call, connection, *user); });
        if (!permitted) {
            return Unexpected(permitted.error());
        }
        return Deed {[&call, &connection, &binId, before = *user] {
            const users::Removed removed =
                users::remove(connection, before.account.id, {call.caller().name, call.now()});
            binId = removed.binId;
            for (const QString& serial : removed.serials) {
                contract::Event event = userEvent(call, "AM_UNLINK_TOKEN_PRINCIPAL", before);
                event.tokenSerial = serial;
                event.detail = {{QStringLiteral("action"), QStringLiteral("unassign")}};
                call.record(connection, std::move(event));
            }
            contract::Event event = userEvent(call, "DELETE_PRINCIPAL", before);
            event.detail = {{QStringLiteral("bin"), QString::number(removed.binId)}};
            call.record(connection, std::move(event));
        }};
    };
    auto changed = perform(decide(), run);
    if (changed) {
        changed->binId = binId;
    }
    return changed;
}

} // namespace holdfast::authentication
