// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_enrol.h"

#include "services/authentication/api/token_actions.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/domain/code_match.h"
#include "services/authentication/domain/token_state.h"
#include "services/authentication/store/settings.h"
#include "services/authentication/store/token_enrolment.h"
#include "services/contract/token_enrolment.h"
#include "services/otp/otpauth_uri.h"
#include "services/security/random.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Token;
using contract::TokenEnrol;
using contract::TokenEnrolment;
using contract::TokenKind;
using contract::Unexpected;

namespace {

// As long as the hash's output (RFC 6238, section 5.1).
qsizetype seedBytes(contract::HashAlgorithm algorithm)
{
    switch (algorithm) {
    case contract::HashAlgorithm::Sha1:
        return 20;
    case contract::HashAlgorithm::Sha256:
        return 32;
    case contract::HashAlgorithm::Sha512:
        return 64;
    }
    return 20;
}

QString newSerial()
{
    constexpr qsizetype digits = 10;
    const contract::Secret random = security::randomText(digits, "0123456789");
    return QStringLiteral("HF") + QString::fromLatin1(random.reveal());
}

otp::ParsedToken madeUp(storage::Connection& connection, const TokenEnrol& body)
{
    otp::ParsedToken token;
    token.serial = newSerial();
    token.kind = body.kind;
    token.algorithm = body.algorithm;
    token.digits = body.digits;
    token.intervalSeconds = body.kind == TokenKind::Hotp ? 0 : body.intervalSeconds;
    token.seed = security::randomSecret(seedBytes(body.algorithm));
    token.issuer = settings::value(connection, settings::organisation).value_or(QString());
    if (token.issuer.isEmpty()) {
        token.issuer = QStringLiteral("Holdfast");
    }
    return token;
}

Result<TokenEnrolment> enrol(Call& call, storage::Connection& connection, const TokenEnrol& body)
{
    if (body.kind == TokenKind::SecurId) {
        return contract::invalidField(QStringLiteral("kind"), QStringLiteral("not_one_of"),
                                      QStringLiteral("must be totp or hotp."));
    }
    const auto id = call.pathId("id", "user_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    const auto person = subjectOf(call, connection, *id, Permission::AssignTokens, Act::Changes);
    if (!person) {
        return Unexpected(person.error());
    }
    if (auto room = requireRoom(connection, *person); !room) {
        return Unexpected(room.error());
    }
    const auto verification = requireVerified(call, connection, person->account.id, person->account.domainId,
                                              contract::GuardedAction::AssignToken);
    if (!verification) {
        return Unexpected(verification.error());
    }
    token_enrolment::NewToken made {.domainId = person->account.domainId,
                                    .userId = person->account.id,
                                    .pin = body.requirePin ? contract::PinState::NotSet
                                                           : contract::PinState::NotRequired,
                                    .notes = body.notes};
    do {
        made.token = madeUp(connection, body);
    } while (!token_enrolment::insert(connection, call.context().keys, made, call.now()));
    const auto row = tokens::find(connection, made.token.serial);
    contract::Event event = tokenEvent(call, "ENROLL_TOKEN", *row, &*person);
    event.detail = {{QStringLiteral("kind"), contract::enumName(body.kind)},
                    {QStringLiteral("requirePin"), body.requirePin}};
    addVerification(event.detail, *verification);
    call.record(connection, event);
    return TokenEnrolment {toToken(*row, call.now()), otp::otpauthUri(made.token, person->account.name)};
}

Result<TokenSubject> waitingToken(const Call& call, storage::Connection& connection)
{
    auto subject = tokenSubjectOf(call, connection, Permission::AssignTokens, Act::Changes);
    if (!subject) {
        return subject;
    }
    if (auto assigned = requireAssigned(*subject); !assigned) {
        return Unexpected(assigned.error());
    }
    if (!token_enrolment::isWaiting(connection, subject->token.id)) {
        return refuseToken("enrolment_ended", QStringLiteral("This token does not wait for its first code."));
    }
    return subject;
}

// The step whose code was given, within all that the policy takes at all: the phone's clock may be off.
CodeMatch placeOf(const TokenFacts& token, const contract::TokenPolicy& policy, contract::Timestamp now,
                  const contract::Secret& code)
{
    if (!token.generator) {
        return {};
    }
    return findCode(token, policy, now,
                    [&](const otp::Code& expected) { return expected.equals(code.reveal()); });
}

// Committed either way: that a wrong code was given is an event.
struct Outcome
{
    std::optional<contract::Error> error {};
    Token token {};
};

Outcome confirmIn(const Call& call, storage::Connection& connection, const contract::TokenConfirm& body)
{
    const auto subject = waitingToken(call, connection);
    if (!subject) {
        return {subject.error()};
    }
    const AttemptFacts& person = *subject->person;
    const auto facts = loadTokenFacts(connection, subject->token.serial, call.context().keys);
    const CodeMatch match =
        facts ? placeOf(*facts, *person.tokenPolicy.policy, call.now(), body.code) : CodeMatch {};
    const bool right = match.place == CodePlace::Accepted || match.place == CodePlace::Wide;
    contract::Event event = tokenEvent(call, "ENROLL_TOKEN", subject->token, &person);
    event.detail = {{QStringLiteral("action"), QStringLiteral("confirm")}};
    if (!right
        || !token_enrolment::confirm(connection, subject->token.id, match.step,
                                     driftAfter(*facts, match.step, call.now()))) {
        event.result = contract::EventResult::Failure;
        event.reason = reason::wrongCode;
        call.record(connection, event);
        return {refuseToken("code_wrong",
                            QStringLiteral("This is not the code that the app should show now. Type the"
                                           " present one; if it is refused again, check the phone's clock."))
                    .value()};
    }
    call.record(connection, event);
    return {std::nullopt, tokenNow(call, connection, subject->token.serial)};
}

Result<Token> confirm(Call& call, const contract::TokenConfirm& body)
{
    Outcome outcome =
        call.write([&](storage::Connection& connection) { return confirmIn(call, connection, body); });
    if (outcome.error) {
        return Unexpected(std::move(*outcome.error));
    }
    return std::move(outcome.token);
}

// Nobody can have signed in with it: it goes without a trace but its events.
Result<NoAnswer> abandon(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto subject = waitingToken(call, connection);
        if (!subject) {
            return Unexpected(subject.error());
        }
        call.record(connection, tokenEvent(call, "DELETE_AM_TOKEN", subject->token, &*subject->person));
        tokens::forget(connection, subject->token.id);
        return NoAnswer {};
    });
}

} // namespace

void addTokenEnrolmentRoutes(Routes& routes)
{
    routes.post<TokenEnrol, TokenEnrolment>(
        {.path = "/api/v1/users/{id}/enrol",
         .id = "enrolToken",
         .summary = "Makes a token for the person's app and shows its secret this once; it is disabled until"
                    " a first code is confirmed.",
         .tag = "Tokens",
         .access = Permission::AssignTokens,
         .success = 201,
         .idempotent = true,
         .secret = true},
        enrol);
    routes.post<contract::TokenConfirm, Token>({.path = "/api/v1/tokens/{serial}/confirm",
                                                .id = "confirmToken",
                                                .summary = "Enables an enrolled token by its first code.",
                                                .tag = "Tokens",
                                                .access = Permission::AssignTokens},
                                               confirm);
    routes.remove({.path = "/api/v1/tokens/{serial}/enrolment",
                   .id = "abandonEnrolment",
                   .summary = "Deletes an enrolled token whose first code never came.",
                   .tag = "Tokens",
                   .access = Permission::AssignTokens},
                  abandon);
}

} // namespace holdfast::authentication
