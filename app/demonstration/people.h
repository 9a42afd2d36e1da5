// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"
#include "services/storage/connection.h"

namespace holdfast::demonstration {

// Invents everybody, writes their accounts and administrators' roles, and plans the events that tell of it.
void inventPeople(storage::Connection& connection, World& world);

} // namespace holdfast::demonstration
