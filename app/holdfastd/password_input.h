// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

namespace holdfast::daemon {

// One line from standard input, without its end; asked for twice and unseen where that is a terminal.
// Errors: password_missing, password_too_short (8 characters), password_too_long, passwords_differ.
[[nodiscard]] contract::Result<contract::Secret> readNewPassword();

} // namespace holdfast::daemon
