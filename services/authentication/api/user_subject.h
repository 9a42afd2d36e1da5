// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/api/subject.h"
#include "services/authentication/store/users.h"

namespace holdfast::authentication {

// The person whose id is the path's `parameter`, for editing the account. Errors: user_unknown (NotFound;
// also where the caller may not see the person), outside_scope, higher_rank.
[[nodiscard]] contract::Result<UserRow> visibleUser(const Call& call, storage::Connection& connection,
                                                    contract::Permission permission, Act act,
                                                    const char* parameter = "id");
[[nodiscard]] contract::Result<UserRow> visibleUser(const Call& call, storage::Connection& connection,
                                                    qint64 id, contract::Permission permission, Act act);
[[nodiscard]] contract::Event userEvent(const Call& call, const char* key, const UserRow& user);

} // namespace holdfast::authentication
