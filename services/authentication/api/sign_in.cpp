// SPDX-License-Identifier: Apache-2.0
// What goes through the gate: the administrators' sign-in, and its confirmation.
#include "services/authentication/api/api.h"
#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/gate.h"
#include "services/authentication/api/issue_session.h"
#include "services/authentication/api/metrics.h"
#include "services/authentication/api/sign_in_refusal.h"
#include "services/authentication/store/sessions.h"
#include "services/http/problem_response.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;
using contract::Session;
using contract::SessionConfirm;
using contract::SessionCreate;

namespace {

using SharedCall = std::shared_ptr<Call>;

const QString passwordMethod = QStringLiteral("PASSWORD");

template <class T>
void answer(const Call& call, const http::SharedResponder& respond, const Result<T>& result)
{
    (*respond)(result ? Wire<T>::response(call.operation().success, *result)
                      : http::problemResponse(result.error(), call.request().id));
}

template <class T>
void answerBroken(const Call& call, const http::SharedResponder& respond)
{
    answer<T>(call, respond,
              contract::failure(ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                                QStringLiteral("The service cannot reach its storage now. Try again.")));
}

// On the gate's thread: nothing here may wait, so what follows is written without waiting for it.
template <class T, class F>
void finish(const SharedCall& call, const http::SharedResponder& respond, F work)
{
    const auto result = std::make_shared<Result<T>>();
    call->context().database.write(
        [call, result, work](storage::Connection& connection) {
            *result = work(connection);
            return result->has_value();
        },
        [call, respond, result](const std::exception_ptr& failed) {
            failed ? answerBroken<T>(*call, respond) : answer<T>(*call, respond, *result);
        });
}

// Hands an outcome on to `admitted`, or answers what it came to.
template <class T, class F>
Gate::Done settled(const SharedCall& call, const http::SharedResponder& respond, bool withPasscode,
                   F admitted)
{
    return [call, respond, withPasscode, admitted](const Outcome& outcome, const std::exception_ptr& failed) {
        if (failed) {
            answerBroken<T>(*call, respond);
            return;
        }
        const auto refusal = signInRefusal(outcome, withPasscode);
        call->context().metrics.countAuthentication(
            passwordMethod, refusal ? QStringLiteral("fail") : QStringLiteral("success"));
        refusal ? answer<T>(*call, respond, contract::Unexpected(*refusal)) : admitted(outcome);
    };
}

void createSession(const SharedCall& call, const http::SharedResponder& respond)
{
    auto body = contract::parseObject(call->request().body).and_then([](const QJsonObject& object) {
        return contract::fromJson<SessionCreate>(object);
    });
    if (!body) {
        answer<Session>(*call, respond, contract::Unexpected(body.error()));
        return;
    }
    Submission submission;
    submission.subjectName = body->name;
    submission.credentials.password = body->password;
    submission.credentials.passcode = body->passcode;
    submission.method = passwordMethod;
    submission.client = QStringLiteral("administration");
    submission.clientAddress = call->clientAddress();
    const auto done =
        settled<Session>(call, respond, body->passcode.has_value(), [call, respond](const Outcome& outcome) {
            finish<Session>(call, respond, [call, user = outcome.userId](storage::Connection& connection) {
                return issueSession(*call, connection, user, passwordMethod);
            });
        });
    Gate& gate = call->context().gate;
    if (!body->newPin) {
        gate.submit(std::move(submission), done);
        return;
    }
    gate.submit(std::move(submission),
                [&gate, done, pin = *body->newPin](const Outcome& outcome, const std::exception_ptr& failed) {
                    if (!failed && outcome.result == Outcome::Result::NewPin) {
                        Continuation chosen = *outcome.continuation;
                        chosen.givenPin = {}; // of one that the service made up nobody was told here
                        gate.setNewPin(std::move(chosen), pin, done);
                    } else {
                        done(outcome, failed);
                    }
                });
}

Result<contract::Administrator> confirmSession(const Call& call, storage::Connection& connection,
                                               const QString& method)
{
    sessions::confirm(connection, call.caller().sessionId, call.now());
    contract::Event event = call.event("CONFIRM_ADMIN_SESSION");
    event.userId = event.actorId;
    event.userName = event.actor;
    event.method = method;
    call.record(connection, std::move(event));
    return toAdministrator(call.caller());
}

void reauthenticate(const SharedCall& call, const http::SharedResponder& respond)
{
    using contract::Administrator;
    const auto body = contract::parseObject(call->request().body).and_then([](const QJsonObject& object) {
        return contract::fromJson<SessionConfirm>(object);
    });
    if (!body) {
        answer<Administrator>(*call, respond, contract::Unexpected(body.error()));
        return;
    }
    const auto confirm = [call, respond](const QString& method) {
        finish<Administrator>(call, respond, [call, method](storage::Connection& connection) {
            return confirmSession(*call, connection, method);
        });
    };
    if (body->localSecret) {
        const contract::Secret& expected = call->context().localSecret;
        if (expected.isEmpty() || !expected.equals(body->localSecret->reveal())) {
            answer<Administrator>(*call, respond, contract::Unexpected(signInFailed()));
            return;
        }
        confirm(QStringLiteral("LOCAL"));
        return;
    }
    if (!body->password || !call->caller().userId) {
        answer<Administrator>(*call, respond,
                              contract::invalidField(QStringLiteral("password"), QStringLiteral("required"),
                                                     QStringLiteral("password is required.")));
        return;
    }
    Submission submission;
    submission.subjectName = call->caller().name;
    submission.credentials.password = body->password;
    submission.credentials.passcode = body->passcode;
    submission.method = passwordMethod;
    submission.client = QStringLiteral("administration");
    submission.clientAddress = call->clientAddress();
    call->context().gate.submit(
        std::move(submission),
        settled<Administrator>(call, respond, body->passcode.has_value(),
                               [confirm](const Outcome&) { confirm(passwordMethod); }));
}

} // namespace

void addSignInRoutes(Routes& routes)
{
    http::RouteDocumentation signIn;
    signIn.requestSchema = routes.schemas().reference<SessionCreate>();
    signIn.responseSchema = routes.schemas().reference<Session>();
    routes.raw(http::Method::Post,
               {.path = "/api/v1/sessions",
                .id = "createSession",
                .summary = "Signs an administrator in. Codes of a 401: sign_in_failed, passcode_required, "
                           "wrong_passcode, next_tokencode_required, new_pin_required; each is answered by a "
                           "new try with what it asks for.",
                .tag = "Sessions",
                .access = Access::open(),
                .success = 201},
               signIn, createSession);
    http::RouteDocumentation confirmation;
    confirmation.requestSchema = routes.schemas().reference<SessionConfirm>();
    confirmation.responseSchema = routes.schemas().reference<contract::Administrator>();
    routes.raw(http::Method::Post,
               {.path = "/api/v1/sessions/current/reauthenticate",
                .id = "confirmSession",
                .summary = "Proves anew who is signed in, as key actions ask for "
                           "(reauthentication_required).",
                .tag = "Sessions",
                .access = Access::anySession()},
               confirmation, reauthenticate);
}

} // namespace holdfast::authentication
