// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_actions.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;
using contract::Token;
using contract::Unexpected;

Unexpected refuseToken(const char* code, const QString& sentence)
{
    return contract::failure(ErrorKind::Conflict, QString::fromLatin1(code), sentence);
}

Result<void> requireAssigned(const TokenSubject& subject)
{
    if (!subject.token.userId) {
        return refuseToken("token_unassigned", QStringLiteral("Nobody has this token. Assign it first."));
    }
    return {};
}

Token tokenNow(const Call& call, storage::Connection& connection, const QString& serial)
{
    return toToken(tokens::find(connection, serial).value(), call.now());
}

} // namespace holdfast::authentication
