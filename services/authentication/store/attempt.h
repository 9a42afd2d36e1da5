// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// What to read besides account, tokens, emergency issues and policies.
struct AttemptNeeds
{
    const security::KeyRing* keys = nullptr; // to open the seeds with; null: facts without generators
    const contract::Secret* typed = nullptr; // an emergency code may be in it
    bool password = false;
};

// Reads everything that a decision looks at. By name: logon name, then alias, then e-mail address, compared
// canonically. Nothing when there is no such person.
[[nodiscard]] std::optional<AttemptFacts>
loadAttempt(storage::Connection& connection, const QString& subjectName, const AttemptNeeds& needs = {});
[[nodiscard]] std::optional<AttemptFacts> loadAttempt(storage::Connection& connection, qint64 userId,
                                                      const AttemptNeeds& needs = {});
// The token with its seed opened, whoever has it: for resynchronisation.
[[nodiscard]] std::optional<TokenFacts> loadTokenFacts(storage::Connection& connection, const QString& serial,
                                                       const security::KeyRing& keys);

} // namespace holdfast::authentication
