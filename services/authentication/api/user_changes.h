// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/deed.h"
#include "services/authentication/api/user_subject.h"

// What is done to one account, with its event. Errors besides those of visibleUser() are as noted.
namespace holdfast::authentication {

// Error of placing people: domain_unknown (field domain), outside_scope.
[[nodiscard]] contract::Result<void> mayPlaceUserIn(const Call& call, storage::Connection& connection,
                                                    const QString& path);

// Disabling ends sessions. Errors: own_account, last_super_administrator.
[[nodiscard]] contract::Result<Changed> setUserEnabled(const Call& call, storage::Connection& connection,
                                                       qint64 id, bool enabled, Run run = Run::Does);
// Error: caller_not_verified.
[[nodiscard]] contract::Result<Changed> unlockUser(const Call& call, storage::Connection& connection,
                                                   qint64 id, Run run = Run::Does);
// The way back of that.
[[nodiscard]] contract::Result<Changed> lockUserAgain(const Call& call, storage::Connection& connection,
                                                      qint64 id, const users::Lock& lock, Run run);
// What is absent stays. Errors: stale_version, those of mayPlaceUserIn() and users::update().
[[nodiscard]] contract::Result<Changed> editUser(const Call& call, storage::Connection& connection, qint64 id,
                                                 const contract::UserUpdate& update, Run run = Run::Does);
// Into the bin; tokens go back to the shelf. Errors: stale_version, own_account, last_super_administrator.
[[nodiscard]] contract::Result<Changed> deleteUser(const Call& call, storage::Connection& connection,
                                                   qint64 id, Run run = Run::Does);

} // namespace holdfast::authentication
