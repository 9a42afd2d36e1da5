// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_actions.h"
#include "services/authentication/api/token_changes.h"
#include "services/authentication/api/verification.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::PinState;
using contract::PinStyle;
using contract::Result;
using contract::Token;
using contract::Unexpected;

namespace {

// A submission is tried against every token of the person: there is no use in many.
constexpr std::size_t mostTokens = 20;

Result<void> requireAssignable(const TokenRow& token, contract::Timestamp now)
{
    if (token.userId) {
        return refuseToken("token_assigned",
                           QStringLiteral("This token belongs to %1. Unassign it first,"
                                          " or take another one.")
                               .arg(token.userName));
    }
    if (token.expiresAt && now >= *token.expiresAt) {
        return refuseToken("token_expired",
                           QStringLiteral("This token expired on %1. Assign another one.")
                               .arg(contract::toRfc3339(*token.expiresAt).left(10)));
    }
    return {};
}

// Without a PIN, or into new-PIN mode. A PIN that the app mixes in stays so: the file said what the app does.
struct Pin
{
    PinStyle style;
    PinState state;
};
Pin pinFor(const TokenRow& token, bool required)
{
    if (token.pinStyle == PinStyle::Mixed) {
        return {PinStyle::Mixed, required ? PinState::NotSet : PinState::NotRequired};
    }
    return required ? Pin {PinStyle::BeforeCode, PinState::NotSet}
                    : Pin {PinStyle::None, PinState::NotRequired};
}

Result<qint64> userIdOf(const QString& text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0) {
        return contract::invalidField(QStringLiteral("userId"), QStringLiteral("user_unknown"),
                                      QStringLiteral("There is no such person."));
    }
    return id;
}

} // namespace

Result<void> requireRoom(storage::Connection& connection, const AttemptFacts& person)
{
    if (tokens::ofUser(connection, person.account.id).size() >= mostTokens) {
        return refuseToken("too_many_tokens",
                           QStringLiteral("%1 has %2 tokens already. Unassign one first.")
                               .arg(person.account.name)
                               .arg(mostTokens));
    }
    return {};
}

Result<Changed> assignToken(const Call& call, storage::Connection& connection, const QString& serial,
                            const contract::TokenAssign& body, Run run)
{
    const auto userId = userIdOf(body.userId);
    if (!userId) {
        return Unexpected(userId.error());
    }
    const auto decide = [&]() -> Result<Deed> {
        const auto subject = tokenSubjectOf(call, connection, serial, Permission::AssignTokens, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        if (auto assignable = requireAssignable(subject->token, call.now()); !assignable) {
            return Unexpected(assignable.error());
        }
        if (auto ours =
                requireCodesOurs(call, connection, subject->token,
                                 body.acceptStolenCodes ? StolenCodes::Accepted : StolenCodes::Refused);
            !ours) {
            return Unexpected(ours.error());
        }
        const auto person = subjectOf(call, connection, *userId, Permission::AssignTokens, Act::Changes);
        if (!person) {
            return Unexpected(person.error());
        }
        if (auto room = requireRoom(connection, *person); !room) {
            return Unexpected(room.error());
        }
        const auto verification = requireVerified(call, connection, *userId, person->account.domainId,
                                                  contract::GuardedAction::AssignToken);
        if (!verification) {
            return Unexpected(verification.error());
        }
        contract::Event event = tokenEvent(call, "AM_LINK_TOKEN_PRINCIPAL", subject->token, &*person);
        event.detail = {{QStringLiteral("requirePin"), body.requirePin}};
        addVerification(event.detail, *verification);
        return Deed {[&call, &connection, event, token = subject->token.id, userId = *userId,
                      pin = pinFor(subject->token, body.requirePin)] {
            tokens::assign(connection, token, userId, pin.style, pin.state, call.now());
            call.record(connection, event);
        }};
    };
    return perform(decide(), run);
}

Result<Token> replaceToken(Call& call, const contract::TokenReplace& body)
{
    return call.write([&](storage::Connection& connection) -> Result<Token> {
        const auto subject = tokenSubjectOf(call, connection, Permission::AssignTokens, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        const TokenRow& old = subject->token;
        if (auto assigned = requireAssigned(*subject); !assigned) {
            return Unexpected(assigned.error());
        }
        if (old.replacedById) {
            return refuseToken("replacement_pending",
                               QStringLiteral("Token %1 is to replace it already. Unassign that one first.")
                                   .arg(old.replacedBy));
        }
        if (body.newSerial == old.serial) {
            return refuseToken("same_token", QStringLiteral("A token cannot replace itself."));
        }
        const auto successor = visibleToken(call, connection, body.newSerial);
        if (!successor) {
            return Unexpected(successor.error());
        }
        if (auto reached = call.requireInScope(Permission::AssignTokens, successor->domain); !reached) {
            return Unexpected(reached.error());
        }
        if (auto assignable = requireAssignable(*successor, call.now()); !assignable) {
            return Unexpected(assignable.error());
        }
        if (auto ours = requireCodesOurs(call, connection, *successor, StolenCodes::Refused); !ours) {
            return Unexpected(ours.error());
        }
        if (auto room = requireRoom(connection, *subject->person); !room) {
            return Unexpected(room.error());
        }
        const auto verification =
            requireVerified(call, connection, subject->person->account.id, subject->person->account.domainId,
                            contract::GuardedAction::AssignToken);
        if (!verification) {
            return Unexpected(verification.error());
        }
        const Pin pin = pinFor(*successor, old.pinState != PinState::NotRequired);
        tokens::assign(connection, successor->id, *old.userId, pin.style, pin.state, call.now());
        tokens::pair(connection, old.id, successor->id, body.keepPin);
        contract::Event event = tokenEvent(call, "AM_REPLACE_TOKEN", old, &*subject->person);
        event.detail = {{QStringLiteral("newSerial"), successor->serial},
                        {QStringLiteral("keepPin"), body.keepPin}};
        addVerification(event.detail, *verification);
        call.record(connection, event);
        return tokenNow(call, connection, old.serial);
    });
}

} // namespace holdfast::authentication
