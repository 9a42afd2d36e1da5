// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/sign_in_settings.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

struct RoleRow;

} // namespace holdfast::authentication

// How administrators sign in. The caller writes the event.
namespace holdfast::authentication::signInSettings {

[[nodiscard]] contract::SignInSettings read(storage::Connection& connection);
// Raises the version; answers with what is kept.
contract::SignInSettings replace(storage::Connection& connection, contract::SignInSettings settings);

// Whether this account's sign-in asks for a passcode besides the password.
[[nodiscard]] bool wantsPasscode(storage::Connection& connection, qint64 userId);
[[nodiscard]] bool wantsPasscode(const contract::SignInSettings& settings, const std::vector<RoleRow>& roles);

} // namespace holdfast::authentication::signInSettings
