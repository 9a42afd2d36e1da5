// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/answer.h"
#include "services/authentication/api/call.h"
#include "services/http/router.h"

#include <functional>
#include <memory>

namespace holdfast::authentication {

// Work that goes on behind the answers, such as an import.
class BackgroundWork
{
public:
    BackgroundWork() = default;
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;
    virtual ~BackgroundWork() = default; // waits for what is under way
    virtual void stop() = 0; // soon, without waiting
};

// Declares the administration API on a router:
//
//     routes.post<UserCreate, User>(
//         {.path = "/api/v1/users", .id = "createUser", .summary = "Makes an account.", .tag = "Users",
//          .access = Permission::EditUsers, .success = 201, .idempotent = true},
//         [](Call& call, storage::Connection& connection, const UserCreate& body) -> Result<User> { ... });
//
// Handlers run on a worker thread and may block. Order of the checks: session (401), permission (403), query
// parameters (400), If-Match on PUT (428), body (400), handler. An Error becomes a problem,
// storage::StorageError 503 storage_unavailable, any other exception 500.
class Routes
{
public:
    Routes(const ApiContext& context, http::Router& router);
    Routes(const Routes&) = delete;
    Routes& operator=(const Routes&) = delete;

    // handler: (Call&) -> Result<Answer>
    template <class Answer, class F>
    void get(Operation operation, F handler)
    {
        add<NoBody, Answer>(http::Method::Get, std::move(operation), std::move(handler));
    }
    // handler: (Call&) -> Result<Page<Item>>. The parameters of paging (paging.h) are declared by themselves.
    template <class Item, class F>
    void list(Operation operation, F handler)
    {
        addPaging(operation);
        add<NoBody, contract::Page<Item>>(http::Method::Get, std::move(operation), std::move(handler));
    }
    // handler: (Call&, const Body&) -> Result<Answer>, or (Call&) where Body is NoBody. With
    // `operation.idempotent` a handler is (Call&, Connection&[, const Body&]) and runs inside the one write
    // transaction in which the answer is kept.
    template <class Body, class Answer, class F>
    void post(Operation operation, F handler)
    {
        add<Body, Answer>(http::Method::Post, std::move(operation), std::move(handler));
    }
    template <class Body, class Answer, class F>
    void put(Operation operation, F handler)
    {
        add<Body, Answer>(http::Method::Put, std::move(operation), std::move(handler));
    }
    template <class Body, class Answer, class F>
    void patch(Operation operation, F handler)
    {
        add<Body, Answer>(http::Method::Patch, std::move(operation), std::move(handler));
    }
    // handler: (Call&) -> Result<NoAnswer>
    template <class F>
    void remove(Operation operation, F handler)
    {
        add<NoBody, NoAnswer>(http::Method::Delete, std::move(operation), std::move(handler));
    }

    // For bodies and answers that are no JSON (multipart, CSV, event streams). The caller and the parameters
    // are checked like everywhere; the handler answers by itself, at once or later. handler:
    // (std::shared_ptr<Call>, http::SharedResponder). `documentation` gives request and response schemas and
    // content types; the rest follows from `operation`.
    using RawHandler = std::function<void(std::shared_ptr<Call>, http::SharedResponder)>;
    void raw(http::Method method, Operation operation, http::RouteDocumentation documentation,
             RawHandler handler);

    // Ends with the routes, that is before the context; handlers refer to it without owning it.
    void keep(std::unique_ptr<BackgroundWork> work) { m_work.push_back(std::move(work)); }
    // Before the server is stopped, so that long work does not hold up its end.
    void stopWork()
    {
        for (const auto& work : m_work) {
            work->stop();
        }
    }

    // For routes with rules of their own, such as /mfa/v1_1.
    [[nodiscard]] http::Router& router() { return *m_router; }
    [[nodiscard]] contract::SchemaSet& schemas() { return m_schemas; }
    [[nodiscard]] const ApiContext& context() const { return *m_context; }

    // What was declared, for tests of every route with every role.
    struct Declared
    {
        http::Method method;
        std::shared_ptr<const Operation> operation;
        bool hasBody;
    };
    [[nodiscard]] const std::vector<Declared>& declared() const { return m_declared; }

private:
    using Handler = std::function<contract::Result<http::Response>(Call&)>;
    // Given the call and, for idempotent routes, run inside a transaction.
    using TransactionHandler = std::function<contract::Result<http::Response>(Call&, storage::Connection&)>;

    template <class Body, class Answer, class F>
    void add(http::Method method, Operation operation, F handler);
    void addPaging(Operation& operation);
    void addChecked(http::Method method, Operation operation, http::RouteDocumentation documentation,
                    Handler handler);
    [[nodiscard]] static contract::Result<http::Response> once(Call& call, const TransactionHandler& handler);
    [[nodiscard]] static contract::Result<QJsonObject> bodyOf(const Call& call);

    const ApiContext* m_context;
    http::Router* m_router;
    contract::SchemaSet m_schemas;
    std::vector<Declared> m_declared;
    std::vector<std::unique_ptr<BackgroundWork>> m_work;
};

template <class Body, class Answer, class F>
void Routes::add(http::Method method, Operation operation, F handler)
{
    constexpr bool hasBody = !std::is_same_v<Body, NoBody>;
    http::RouteDocumentation documentation;
    if constexpr (hasBody) {
        documentation.requestSchema = m_schemas.reference<Body>();
    }
    documentation.responseSchema = Wire<Answer>::schema(m_schemas);
    if constexpr (std::is_same_v<Answer, NoAnswer>) {
        operation.success = 204;
    }
    const int success = operation.success;
    constexpr bool transactional =
        std::is_invocable_v<
            F, Call&,
            storage::Connection&> || std::is_invocable_v<F, Call&, storage::Connection&, const Body&>;
    Q_ASSERT(transactional == operation.idempotent);

    const auto respond = [success](contract::Result<Answer> answer) -> contract::Result<http::Response> {
        if (!answer) {
            return contract::Unexpected(std::move(answer.error()));
        }
        return Wire<Answer>::response(success, *answer);
    };
    const auto parse = [](const QJsonObject& object) -> contract::Result<Body> {
        if constexpr (hasBody) {
            return contract::fromJson<Body>(object);
        } else {
            return Body {};
        }
    };
    addChecked(
        method, std::move(operation), std::move(documentation),
        [respond, parse, handler = std::move(handler)](Call& call) -> contract::Result<http::Response> {
            contract::Result<QJsonObject> object {QJsonObject {}};
            if constexpr (hasBody) {
                object = bodyOf(call);
                if (!object) {
                    return contract::Unexpected(object.error());
                }
            }
            const contract::Result<Body> body = parse(*object);
            if (!body) {
                return contract::Unexpected(body.error());
            }
            if constexpr (std::is_invocable_v<F, Call&, storage::Connection&, const Body&>) {
                return once(call, [&](Call& c, storage::Connection& connection) {
                    return respond(handler(c, connection, *body));
                });
            } else if constexpr (std::is_invocable_v<F, Call&, storage::Connection&>) {
                return once(call, [&](Call& c, storage::Connection& connection) {
                    return respond(handler(c, connection));
                });
            } else if constexpr (std::is_invocable_v<F, Call&, const Body&>) {
                return respond(handler(call, *body));
            } else {
                return respond(handler(call));
            }
        });
    m_declared.back().hasBody = hasBody;
}

} // namespace holdfast::authentication
