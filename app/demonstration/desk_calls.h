// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"

namespace holdfast::demonstration {

// The calls of one day: forgotten and lost tokens, forgotten PINs, clocks that drift, leavers.
void planDeskCalls(World& world, Timestamp midnight, bool workingDay);

// Somebody's token is lost: codes for the time being, then a successor, or it turns up again.
void loseToken(World& world, int person);
// Somebody left the token at home.
void forgetToken(World& world, int person);

} // namespace holdfast::demonstration
