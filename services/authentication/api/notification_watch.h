// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"

namespace holdfast::authentication {

// Looks at what holds now: what is new is raised, what is over is closed, each once, with an event; and the
// recipients of the settings are told of what is new at once, of what lasts once a day.
void lookAfterNotifications(const ApiContext& context, contract::Timestamp now);

} // namespace holdfast::authentication
