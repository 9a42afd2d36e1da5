// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"

namespace holdfast::demonstration {

enum class Typed
{
    Right,
    WrongCode,
    WrongPin,
    UsedCode
};

// One submission now, as the gate would take it: counters, tokens and events follow its rules.
void attempt(World& world, int person, Typed typed);
void attemptUnknown(World& world, const QString& name, const QString& client, const QString& address);

} // namespace holdfast::demonstration
