// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/routes.h"

#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/metrics.h"
#include "services/authentication/api/paging.h"
#include "services/authentication/api/parameters.h"
#include "services/authentication/store/sign_in_settings.h"
#include "services/http/problem_response.h"

#include <QJsonDocument>
#include <QLoggingCategory>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;

namespace {

Q_LOGGING_CATEGORY(logApi, "holdfast.api")

Result<Caller> admit(const ApiContext& context, const Operation& operation, const http::Request& request)
{
    if (operation.access.isOpen()) {
        return Caller {};
    }
    Result<Caller> caller = authenticate(context, request);
    if (caller && operation.access.permission() && !caller->may(*operation.access.permission())) {
        return contract::failure(ErrorKind::Forbidden, QStringLiteral("not_permitted"),
                                 QStringLiteral("Your role does not permit this (%1).")
                                     .arg(contract::enumName(*operation.access.permission())));
    }
    return caller;
}

// What whoever finds an open console must not do at once.
bool isKeyAction(http::Method method, const Operation& operation)
{
    if (operation.confirmed || method == http::Method::Get) {
        return operation.confirmed.value_or(false);
    }
    const auto permission = operation.access.permission();
    return permission == contract::Permission::EditPolicies
        || permission == contract::Permission::EditAdministrators
        || permission == contract::Permission::EditRoles
        || permission == contract::Permission::EditSettings
        || permission == contract::Permission::ExportTokens
        || permission == contract::Permission::ManageApiClients;
}

// What is asked of a caller besides the permission.
Result<void> mayGoOn(const ApiContext& context, http::Method method, const Operation& operation,
                     const Caller& caller)
{
    if (caller.viewing && method != http::Method::Get) {
        return contract::failure(
            ErrorKind::Forbidden, QStringLiteral("view_changes_nothing"),
            QStringLiteral("You look through the eyes of another role; nothing is changed meanwhile."));
    }
    if (!isKeyAction(method, operation)) {
        return {};
    }
    const contract::SignInSettings settings = context.database.read(
        [](storage::Connection& connection) { return signInSettings::read(connection); });
    const std::chrono::minutes longest {settings.confirmAfterMinutes};
    if (longest.count() == 0 || context.clock.now() - caller.confirmedAt <= longest) {
        return {};
    }
    return contract::failure(
        ErrorKind::Forbidden, QStringLiteral("reauthentication_required"),
        QStringLiteral("Confirm first who you are: POST /api/v1/sessions/current/reauthenticate."));
}

// A PUT replaces the whole value, so that a lost update would be silent; a PATCH names what it changes. Where
// If-Match is given, both honour it.
bool mustMatch(http::Method method)
{
    return method == http::Method::Put;
}

// Session, permission, confirmation, parameters, If-Match: in this order, before the body is looked at.
Result<std::shared_ptr<Call>> check(const ApiContext& context, http::Method method,
                                    const Operation& operation, http::Request request)
{
    Result<Caller> caller = admit(context, operation, request);
    if (!caller) {
        return contract::Unexpected(caller.error());
    }
    if (const auto admitted = operation.access.isOpen()
            ? Result<void> {}
            : mayGoOn(context, method, operation, *caller);
        !admitted) {
        return contract::Unexpected(admitted.error());
    }
    if (const auto checked = checkParameters(operation, request); !checked) {
        return contract::Unexpected(checked.error());
    }
    if (mustMatch(method) && operation.ifMatch && request.header("if-match").isEmpty()) {
        return contract::failure(
            ErrorKind::PreconditionRequired, QStringLiteral("if_match_required"),
            QStringLiteral("Say with If-Match which version the change is made to (the ETag)."));
    }
    return std::make_shared<Call>(context, std::move(request), operation, std::move(*caller));
}

// The edge: nothing leaves a handler but an answer.
template <class F>
Result<std::invoke_result_t<F>> guarded(const char* operation, F work)
{
    try {
        return work();
    } catch (const storage::StorageError& error) {
        qCWarning(logApi, "%s: storage: %s", operation, error.what());
        return contract::failure(ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                                 QStringLiteral("The service cannot reach its storage now. Try again."));
    } catch (const std::exception& error) {
        qCCritical(logApi, "%s: %s", operation, error.what());
        return contract::failure(ErrorKind::Internal, QStringLiteral("internal_error"),
                                 QStringLiteral("The service made a mistake; its log tells more."));
    }
}

http::Response problem(const contract::Error& error, const QString& requestId)
{
    http::Response response = http::problemResponse(error, requestId);
    if (error.kind == ErrorKind::Unauthenticated) {
        response.headers.append({QByteArray("WWW-Authenticate"), QByteArray("Bearer")});
    }
    return response;
}

} // namespace

Routes::Routes(const ApiContext& context, http::Router& router)
    : m_context(&context)
    , m_router(&router)
{ }

void Routes::addPaging(Operation& operation)
{
    const std::vector<QueryParameter> paging = pagingParameters();
    operation.query.insert(operation.query.end(), paging.begin(), paging.end());
}

Result<QJsonObject> Routes::bodyOf(const Call& call)
{
    // No body at all says as much as {}: what is required is then named.
    const QByteArray& body = call.request().body;
    return body.trimmed().isEmpty() ? QJsonObject {} : contract::parseObject(body);
}

void Routes::addChecked(http::Method method, Operation operation, http::RouteDocumentation documentation,
                        Handler handler)
{
    raw(method, std::move(operation), std::move(documentation),
        [handler = std::move(handler)](const std::shared_ptr<Call>& call,
                                       const http::SharedResponder& respond) {
            Result<Result<http::Response>> answer =
                guarded(call->operation().id, [&] { return handler(*call); });
            if (!answer) {
                (*respond)(problem(answer.error(), call->request().id));
            } else if (!*answer) {
                (*respond)(problem((*answer).error(), call->request().id));
            } else {
                (*respond)(std::move(**answer));
            }
        });
}

void Routes::raw(http::Method method, Operation operation, http::RouteDocumentation documentation,
                 RawHandler handler)
{
    const auto shared = std::make_shared<const Operation>(std::move(operation));
    m_declared.push_back({method, shared, false});
    document(method, *shared, documentation);

    http::Route route;
    route.method = method;
    route.path = QString::fromLatin1(shared->path);
    route.execution = http::Execution::Worker;
    route.maxBody = shared->maxBody;
    route.documentation = std::move(documentation);
    route.handler = [this_ = m_context, method, shared, handler = std::move(handler)](
                        http::Request request, const http::SharedResponder& respond) {
        const auto began = std::chrono::steady_clock::now();
        const QString id = request.id;
        // Counts when it is answered, also when that is later and on another thread.
        const auto counted = std::make_shared<http::Responder>(
            [respond, began, shared, id, &metrics = this_->metrics](http::Response response) {
                const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
                    std::chrono::steady_clock::now() - began);
                metrics.countRequest(shared->id, response.status, took);
                qCDebug(logApi, "%s: %d after %lld us (request %s)", shared->id, response.status,
                        static_cast<long long>(took.count()), qUtf8Printable(id));
                (*respond)(std::move(response));
            });
        Result<Result<std::shared_ptr<Call>>> call =
            guarded(shared->id, [&] { return check(*this_, method, *shared, std::move(request)); });
        if (!call || !*call) {
            (*counted)(problem(call ? (*call).error() : call.error(), id));
            return;
        }
        const Result<bool> handled = guarded(shared->id, [&] {
            handler(**call, counted);
            return true;
        });
        if (!handled) {
            (*counted)(problem(handled.error(), id));
        }
    };
    m_router->add(std::move(route));
}

} // namespace holdfast::authentication
