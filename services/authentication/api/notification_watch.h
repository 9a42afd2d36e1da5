// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"

namespace holdfast::authentication {

// Looks at what holds now: what is new is raised, what is over for five minutes is closed, each once, with an
// event, so that what comes and goes is one; and the recipients of the settings are told of what is new at
// once, of what lasts once a day.
void lookAfterNotifications(const ApiContext& context, contract::Timestamp now);

} // namespace holdfast::authentication
