// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

namespace holdfast::daemon {

// One line from standard input, without its end; asked for twice and unseen where that is a terminal.
// Errors: password_missing, password_too_short (8 characters), password_too_long, passwords_differ.
[[nodiscard]] contract::Result<contract::Secret> readNewPassword();
// The same of a backup's passphrase. Errors: passphrase_missing, passphrase_too_short (12 characters),
// passphrase_too_long, passphrases_differ.
[[nodiscard]] contract::Result<contract::Secret> readNewPassphrase();
// Of a backup that is there; asked for once. Errors: passphrase_missing, passphrase_too_long.
[[nodiscard]] contract::Result<contract::Secret> readPassphrase();

} // namespace holdfast::daemon
