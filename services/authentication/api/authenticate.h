// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/caller.h"
#include "services/authentication/api/context.h"
#include "services/contract/session.h"
#include "services/http/message.h"
#include "services/storage/connection.h"

#include <chrono>

namespace holdfast::authentication {

// A session ends when it was not used for this long, and in any case this long after it began.
inline constexpr std::chrono::minutes sessionIdle {30};
inline constexpr std::chrono::hours sessionLongest {12};

// The caller behind `Authorization: Bearer TOKEN` (RFC 6750). Moves the end of the session, at most once a
// minute, so that reading does not write. Blocks on storage. Error: not_signed_in (Unauthenticated), which
// never says whether the token was ever good.
[[nodiscard]] contract::Result<Caller> authenticate(const ApiContext& context, const http::Request& request);

// The caller that a session would have; nullopt when the account is gone, disabled, not yet or no longer
// valid, or no administrator any more.
[[nodiscard]] std::optional<Caller> callerOf(storage::Connection& connection, std::optional<qint64> userId,
                                             contract::Timestamp now);

// The token of `Authorization: Bearer TOKEN`; empty without one.
[[nodiscard]] QByteArray bearerToken(const http::Request& request);

[[nodiscard]] contract::Administrator toAdministrator(const Caller& caller);

} // namespace holdfast::authentication
