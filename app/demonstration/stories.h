// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"

namespace holdfast::demonstration {

// What a visitor should find: somebody locked an hour ago, a night of guessing, a traveller without a token,
// people who start next week.
void planStories(World& world);

} // namespace holdfast::demonstration
