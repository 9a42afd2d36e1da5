// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/contract/session.h"

namespace holdfast::authentication {

// Makes a session for somebody who has been authenticated, with its event. `userId`: none for the local owner
// before the first run. Error: not_an_administrator (Forbidden).
[[nodiscard]] contract::Result<contract::Session> issueSession(const Call& call,
                                                               storage::Connection& connection,
                                                               std::optional<qint64> userId,
                                                               const QString& method);

} // namespace holdfast::authentication
