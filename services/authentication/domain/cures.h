// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"

namespace holdfast::authentication {

// Fills in the call that the cure's action makes: method, path, permission, what is known of the body, and
// what somebody must still give. `userId`: whom it is to help.
void addressCure(contract::Cure& cure, const QString& userId);

} // namespace holdfast::authentication
