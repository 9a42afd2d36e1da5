// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

namespace holdfast::demonstration {

// Who travels has a laptop that is enrolled, and most of them hold data for days without a network. With
// stories: one group runs out on Sunday, leavers' laptops are still about, some are silent, one has a wrong
// clock, one was stolen, and an edit of the policy made some data void. After everything else has happened.
void equipTravellers(World& world);
void writeWorkstations(storage::Connection& connection, const security::KeyRing& keys, const World& world);

} // namespace holdfast::demonstration
