// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"

namespace holdfast::demonstration {

// Plans every day: people sign in when their day begins and at other times, mistype now and then, call the
// service desk; administrators do what they do.
void planDailyLife(World& world);

} // namespace holdfast::demonstration
