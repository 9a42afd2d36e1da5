// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"

namespace holdfast::demonstration {

// Tokens come in batches, go to a shelf and from there to people.
void importBatches(World& world);
// Most people get a token when their account is made; some get two, some none.
void handOutTokens(World& world);

// An unassigned token for this person, or nothing.
[[nodiscard]] std::optional<int> takeFromShelf(const World& world, const Person& person, bool software);
// Assigns and tells.
void assignToken(World& world, int administrator, int person, int token, bool requirePin);

} // namespace holdfast::demonstration
