// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"
#include "services/contract/service_health.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// What the checks of a service look at.
struct HealthInput
{
    storage::Connection& connection;
    const Surroundings* surroundings = nullptr; // null: only the database is looked at
    const security::KeyRing* keys = nullptr; // null: the head record is not looked at
    const LogSwitch* logs = nullptr;
    std::optional<int> queued; // changes waiting; none: the service does not run
    contract::Timestamp now {};
};
[[nodiscard]] contract::HealthReport healthReport(const HealthInput& input);
[[nodiscard]] contract::HealthReport healthReport(const ApiContext& context, storage::Connection& connection,
                                                  contract::Timestamp now);

} // namespace holdfast::authentication
