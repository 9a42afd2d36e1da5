// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/domain/facts.h"
#include "services/authentication/store/attempt.h"
#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

// What a call does to a person: changes are refused on accounts of a higher rank.
enum class Act
{
    Looks,
    Changes
};

// The person with everything that decisions look at. Errors: user_unknown (NotFound; also where the caller
// may not see the person), outside_scope, higher_rank.
[[nodiscard]] contract::Result<AttemptFacts> subjectOf(const Call& call, storage::Connection& connection,
                                                       qint64 userId, contract::Permission permission,
                                                       Act act, const AttemptNeeds& needs = {});

// The token named in the path, and the person who has it.
struct TokenSubject
{
    TokenRow token;
    std::optional<AttemptFacts> person;
};

// Errors: token_unknown (NotFound; also where the caller may not see it), outside_scope (of the token, or of
// the person), higher_rank.
[[nodiscard]] contract::Result<TokenSubject> tokenSubjectOf(const Call& call, storage::Connection& connection,
                                                            contract::Permission permission, Act act);
[[nodiscard]] contract::Result<TokenSubject> tokenSubjectOf(const Call& call, storage::Connection& connection,
                                                            const QString& serial,
                                                            contract::Permission permission, Act act);
// A token that the body names in `field`. Errors: as above.
[[nodiscard]] contract::Result<TokenRow> visibleToken(const Call& call, storage::Connection& connection,
                                                      const QString& serial);

// An event about the token and whoever has it.
[[nodiscard]] contract::Event tokenEvent(const Call& call, const char* key, const TokenRow& token,
                                         const AttemptFacts* person);
// An event about the person.
[[nodiscard]] contract::Event personEvent(const Call& call, const char* key, const AttemptFacts& person);

} // namespace holdfast::authentication
