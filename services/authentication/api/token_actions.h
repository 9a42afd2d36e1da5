// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/subject.h"
#include "services/contract/token.h"

// What changes of tokens share, and those that are made to one token alone, each in one transaction with its
// event: `call` names the serial in its path. Errors besides those of tokenSubjectOf() are conflicts:
// token_unassigned, token_assigned, token_expired, token_pinless, and as noted.
namespace holdfast::authentication {

// 409 with what would help.
[[nodiscard]] contract::Unexpected refuseToken(const char* code, const QString& sentence);
// Errors: token_unassigned.
[[nodiscard]] contract::Result<void> requireAssigned(const TokenSubject& subject);
// Errors: too_many_tokens.
[[nodiscard]] contract::Result<void> requireRoom(storage::Connection& connection, const AttemptFacts& person);
// As it is now.
[[nodiscard]] contract::Token tokenNow(const Call& call, storage::Connection& connection,
                                       const QString& serial);

// Errors: token_unknown (the new one), replacement_pending, same_token.
[[nodiscard]] contract::Result<contract::Token> replaceToken(Call& call, const contract::TokenReplace& body);
// Errors: resync_failed, whatever was wrong, and account_locked. A failure counts towards the person's lock.
[[nodiscard]] contract::Result<contract::Token> resyncToken(Call& call, const contract::TokenResync& body);

} // namespace holdfast::authentication
