// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate.h"
#include "services/contract/error.h"

namespace holdfast::authentication {

// Alike for everybody who does not know the password.
[[nodiscard]] contract::Error signInFailed();

// What the gate's outcome means for an administrator's sign-in; nothing when it let the person through. Only
// somebody who knows the password is told more than "sign_in_failed". `withPasscode`: one was given.
[[nodiscard]] std::optional<contract::Error> signInRefusal(const Outcome& outcome, bool withPasscode);

} // namespace holdfast::authentication
