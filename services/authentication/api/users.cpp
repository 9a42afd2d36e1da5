// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/user_actions.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/api/user_subject.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;
using contract::User;

namespace {

UserKey keyFrom(const QJsonArray& cursor)
{
    const QJsonValue value = cursor.at(0);
    return {value.isString() ? QVariant(value.toString()) : QVariant(value.toInteger()),
            cursor.at(1).toInteger()};
}

QJsonArray cursorFrom(const UserKey& key)
{
    return {QJsonValue::fromVariant(key.value), QJsonValue(key.id)};
}

Result<contract::Page<User>> listUsers(Call& call)
{
    const UserOrder order = userOrder(call);
    const auto request = pageRequest(call, order.text);
    if (!request) {
        return Unexpected(request.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<User>> {
        const auto filter = userFilter(call, connection);
        if (!filter) {
            return Unexpected(filter.error());
        }
        const auto total =
            request->total || request->at ? std::optional(users::count(connection, *filter)) : std::nullopt;
        UserWindow window {.sort = order.sort, .descending = order.descending, .limit = request->limit + 1};
        if (request->after) {
            window.after = keyFrom(*request->after);
        } else if (request->before) {
            window.before = keyFrom(*request->before);
        } else if (request->at) {
            window.offset = offsetAt(*request->at, *total, request->limit);
            window.total = total;
        }
        const auto policies = PolicySnapshot::of(connection);
        auto page = pageOf<User>(
            users::list(connection, *filter, window), *request, window.offset,
            [&](const UserRow& row) {
                return toUser(row, *policies->lockout(row.account.domainId).policy, call.now());
            },
            [&](const UserRow& row) {
                return cursorOf(call, order.text, cursorFrom(users::keyOf(row, order.sort)));
            });
        page.total = request->total ? total : std::nullopt;
        return page;
    });
}

Result<User> readUser(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<User> {
        const auto user = visibleUser(call, connection, Permission::ViewUsers, Act::Looks);
        if (!user) {
            return Unexpected(user.error());
        }
        return toUser(connection, *user, call.now());
    });
}

// The domain as the tree spells it, if the caller may make people there.
Result<void> mayPlaceIn(const Call& call, storage::Connection& connection, const QString& path)
{
    const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(path);
    if (domain == nullptr) {
        return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no security domain %1.").arg(path));
    }
    return call.requireInScope(Permission::EditUsers, domain->path);
}

Result<User> createUser(Call& call, storage::Connection& connection, const contract::UserCreate& body)
{
    if (auto placed = mayPlaceIn(call, connection, body.domain.value_or(QStringLiteral("/"))); !placed) {
        return Unexpected(placed.error());
    }
    const auto id = users::create(connection, body, call.now());
    if (!id) {
        return Unexpected(id.error());
    }
    const UserRow user = users::find(connection, *id).value();
    call.record(connection, userEvent(call, "CREATE_PRINCIPAL", user));
    return toUser(connection, user, call.now());
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

Result<User> updateUser(Call& call, const contract::UserUpdate& body)
{
    return call.write([&](storage::Connection& connection) -> Result<User> {
        const auto user = visibleUser(call, connection, Permission::EditUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        const auto checked = call.requireVersion(user->version).and_then([&]() -> Result<void> {
            return body.domain ? mayPlaceIn(call, connection, *body.domain) : Result<void> {};
        });
        if (!checked) {
            return Unexpected(checked.error());
        }
        if (auto updated = users::update(connection, *user, body, call.now()); !updated) {
            return Unexpected(updated.error());
        }
        const UserRow after = users::find(connection, user->account.id).value();
        contract::Event event = userEvent(call, "UPDATE_PRINCIPAL", after);
        event.detail = {{QStringLiteral("action"), QStringLiteral("edit")},
                        {QStringLiteral("fields"), changedFields(*user, after)}};
        call.record(connection, std::move(event));
        return toUser(connection, after, call.now());
    });
}

} // namespace

void addUserRoutes(Routes& routes)
{
    routes.list<User>({.path = "/api/v1/users",
                       .id = "listUsers",
                       .summary = "Lists people.",
                       .tag = "Users",
                       .access = Permission::ViewUsers,
                       .query = userListParameters()},
                      listUsers);
    routes.get<User>({.path = "/api/v1/users/{id}",
                      .id = "readUser",
                      .summary = "Reads a person.",
                      .tag = "Users",
                      .access = Permission::ViewUsers},
                     readUser);
    routes.post<contract::UserCreate, User>({.path = "/api/v1/users",
                                             .id = "createUser",
                                             .summary = "Makes an account.",
                                             .tag = "Users",
                                             .access = Permission::EditUsers,
                                             .success = 201,
                                             .idempotent = true},
                                            createUser);
    routes.patch<contract::UserUpdate, User>({.path = "/api/v1/users/{id}",
                                              .id = "updateUser",
                                              .summary = "Changes a person; what is absent stays.",
                                              .tag = "Users",
                                              .access = Permission::EditUsers},
                                             updateUser);
    addUserActionRoutes(routes);
}

} // namespace holdfast::authentication
