// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

// Tells wrong keys at once, rather than by seeds that do not open.
namespace holdfast::authentication::key_check {

void note(storage::Connection& connection, const security::KeyRing& keys);
// Error: keys_do_not_match.
[[nodiscard]] contract::Result<void> compare(storage::Connection& connection, const security::KeyRing& keys);

} // namespace holdfast::authentication::key_check
