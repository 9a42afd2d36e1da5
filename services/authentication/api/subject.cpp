// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/subject.h"

#include "services/authentication/api/held_roles.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

Result<AttemptFacts> subjectOf(const Call& call, storage::Connection& connection, qint64 userId,
                               Permission permission, Act act, const AttemptNeeds& needs)
{
    auto person = loadAttempt(connection, userId, needs);
    if (!person || !call.caller().scopeOf(Permission::ViewUsers).contains(person->domainPath)) {
        return contract::failure(ErrorKind::NotFound, QStringLiteral("user_unknown"),
                                 QStringLiteral("There is no such person."));
    }
    if (auto reached = call.requireInScope(permission, person->domainPath); !reached) {
        return Unexpected(reached.error());
    }
    if (act == Act::Changes) {
        if (auto permitted = mayActOn(call.caller(), rolesHeldBy(connection, userId)); !permitted) {
            return Unexpected(permitted.error());
        }
    }
    return std::move(*person);
}

Result<TokenRow> visibleToken(const Call& call, storage::Connection& connection, const QString& serial)
{
    auto token = tokens::find(connection, serial);
    if (!token || !call.caller().scopeOf(Permission::ViewTokens).contains(token->domain)) {
        return contract::failure(ErrorKind::NotFound, QStringLiteral("token_unknown"),
                                 QStringLiteral("There is no token with this serial number."));
    }
    return std::move(*token);
}

Result<TokenSubject> tokenSubjectOf(const Call& call, storage::Connection& connection, Permission permission,
                                    Act act)
{
    return tokenSubjectOf(call, connection, call.pathText("serial"), permission, act);
}

Result<TokenSubject> tokenSubjectOf(const Call& call, storage::Connection& connection, const QString& serial,
                                    Permission permission, Act act)
{
    auto token = visibleToken(call, connection, serial);
    if (!token) {
        return Unexpected(token.error());
    }
    TokenSubject subject {std::move(*token), std::nullopt};
    if (auto reached = call.requireInScope(permission, subject.token.domain); !reached) {
        return Unexpected(reached.error());
    }
    if (subject.token.userId) {
        auto person = subjectOf(call, connection, *subject.token.userId, permission, act);
        if (!person && person.error().kind == ErrorKind::NotFound) {
            return contract::failure(
                ErrorKind::Forbidden, QStringLiteral("outside_scope"),
                QStringLiteral("This token belongs to a person whom your role does not reach."));
        }
        if (!person) {
            return Unexpected(person.error());
        }
        subject.person = std::move(*person);
    }
    return subject;
}

contract::Event personEvent(const Call& call, const char* key, const AttemptFacts& person)
{
    contract::Event event = call.event(key);
    event.userId = QString::number(person.account.id);
    event.userName = person.account.name;
    event.domain = person.domainPath;
    return event;
}

contract::Event tokenEvent(const Call& call, const char* key, const TokenRow& token,
                           const AttemptFacts* person)
{
    contract::Event event = person ? personEvent(call, key, *person) : call.event(key);
    if (!person) {
        event.domain = token.domain;
    }
    event.tokenSerial = token.serial;
    return event;
}

} // namespace holdfast::authentication
