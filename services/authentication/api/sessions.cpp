// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/sessions.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/first_administrator.h"
#include "services/authentication/api/gate.h"
#include "services/authentication/api/issue_session.h"
#include "services/authentication/api/metrics.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/settings.h"
#include "services/http/problem_response.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;
using contract::Session;

namespace {

const QString passwordMethod = QStringLiteral("PASSWORD");

contract::Error signInFailed()
{
    return {
        ErrorKind::Unauthenticated, QStringLiteral("sign_in_failed"),
        QStringLiteral("The name, the password or the passcode is wrong, or the account may not sign in.")};
}

// What the gate's outcome means here; nothing when it let the person through. The first two are alike for
// everybody who does not know password and passcode.
std::optional<contract::Error> refusalOf(const Outcome& outcome)
{
    switch (outcome.result) {
    case Outcome::Result::Success:
        return std::nullopt;
    case Outcome::Result::NextTokencode:
        return contract::Error {ErrorKind::Unauthenticated, QStringLiteral("next_tokencode_required"),
                                QStringLiteral("Wait for the next code, then sign in with that one.")};
    case Outcome::Result::NewPin:
        return contract::Error {
            ErrorKind::Unauthenticated, QStringLiteral("new_pin_required"),
            QStringLiteral("This token needs a PIN first: choose one where you log on with it.")};
    case Outcome::Result::Refused:
    case Outcome::Result::PinRefused:
        break;
    }
    // Too many waiting, too: only accounts that exist get that far.
    return signInFailed();
}

void answer(const Call& call, const http::SharedResponder& respond, const Result<Session>& session)
{
    (*respond)(session ? Wire<Session>::response(201, *session)
                       : http::problemResponse(session.error(), call.request().id));
}

void answerBroken(const Call& call, const http::SharedResponder& respond)
{
    answer(call, respond,
           contract::failure(ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                             QStringLiteral("The service cannot reach its storage now. Try again.")));
}

// On the gate's thread: nothing here may wait, so the session is written without waiting for it.
void signIn(const std::shared_ptr<Call>& call, const http::SharedResponder& respond, const Outcome& outcome)
{
    const auto refusal = refusalOf(outcome);
    call->context().metrics.countAuthentication(passwordMethod,
                                                refusal ? QStringLiteral("fail") : QStringLiteral("success"));
    if (refusal) {
        answer(*call, respond, contract::Unexpected(*refusal));
        return;
    }
    const auto session = std::make_shared<Result<Session>>();
    call->context().database.write(
        [call, session, userId = outcome.userId](storage::Connection& connection) {
            *session = issueSession(*call, connection, userId, passwordMethod);
            return session->has_value();
        },
        [call, respond, session](const std::exception_ptr& failed) {
            failed ? answerBroken(*call, respond) : answer(*call, respond, *session);
        });
}

void createSession(const std::shared_ptr<Call>& call, const http::SharedResponder& respond)
{
    const auto body = contract::parseObject(call->request().body).and_then([](const QJsonObject& object) {
        return contract::fromJson<contract::SessionCreate>(object);
    });
    if (!body) {
        answer(*call, respond, contract::Unexpected(body.error()));
        return;
    }
    Submission submission;
    submission.subjectName = body->name;
    submission.credentials.password = body->password;
    submission.credentials.passcode = body->passcode;
    submission.method = passwordMethod;
    submission.client = QStringLiteral("administration");
    submission.clientAddress = call->clientAddress();
    call->context().gate.submit(std::move(submission),
                                [call, respond](const Outcome& outcome, const std::exception_ptr& failed) {
                                    failed ? answerBroken(*call, respond) : signIn(call, respond, outcome);
                                });
}

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
        return contract::Unexpected(signInFailed());
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
    http::RouteDocumentation documentation;
    documentation.requestSchema = routes.schemas().reference<contract::SessionCreate>();
    documentation.responseSchema = routes.schemas().reference<Session>();
    routes.raw(http::Method::Post,
               {.path = "/api/v1/sessions",
                .id = "createSession",
                .summary = "Signs an administrator in.",
                .tag = "Sessions",
                .access = Access::open(),
                .success = 201},
               documentation, createSession);
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
