// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/user_actions.h"
#include "services/authentication/api/user_changes.h"
#include "services/authentication/api/user_query.h"
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

Result<User> createUser(Call& call, storage::Connection& connection, const contract::UserCreate& body)
{
    if (auto placed = mayPlaceUserIn(call, connection, body.domain.value_or(QStringLiteral("/"))); !placed) {
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

Result<User> updateUser(Call& call, const contract::UserUpdate& body)
{
    const auto id = call.pathId("id", "user_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return call.write([&](storage::Connection& connection) -> Result<User> {
        if (const auto edited = editUser(call, connection, *id, body); !edited) {
            return Unexpected(edited.error());
        }
        return toUser(connection, users::find(connection, *id).value(), call.now());
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
