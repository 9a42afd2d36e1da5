// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"

namespace holdfast::authentication {

// Replaces the roles of the person named in the path (userId), and the password if one is given. Blocks on a
// slow hash. Errors: user_unknown, outside_scope, higher_rank, own_account (own roles),
// last_super_administrator, domain_unknown, role_unknown, right_not_held.
[[nodiscard]] contract::Result<contract::AdministratorEntry>
changeAdministrator(Call& call, const contract::AdministratorUpdate& update);

// Whether the caller may know of this administrator: by where the account is, not by what it rules.
[[nodiscard]] bool maySeeAdministrator(const Call& call, storage::Connection& connection,
                                       const QString& userId);

} // namespace holdfast::authentication
