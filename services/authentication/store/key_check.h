// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

// Tells wrong keys at once, rather than by seeds that do not open.
namespace holdfast::authentication::key_check {

// Every version that the ring holds. Before one leaves the ring, the rest is to be noted.
void note(storage::Connection& connection, const security::KeyRing& keys);
// The ring must hold every version that was noted; it may hold newer ones. Error: keys_do_not_match.
[[nodiscard]] contract::Result<void> compare(storage::Connection& connection, const security::KeyRing& keys);

} // namespace holdfast::authentication::key_check
