// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/http/message.h"

namespace holdfast::authentication {

inline constexpr std::chrono::hours idempotencyKeysKept {24};
inline constexpr std::chrono::minutes secretsReplayed {5};

// The request's Idempotency-Key; empty without one. Error: invalid_key.
[[nodiscard]] contract::Result<QString> idempotencyKeyOf(const http::Request& request);
// The key was used for something else.
[[nodiscard]] contract::Unexpected idempotencyMismatch();

} // namespace holdfast::authentication
