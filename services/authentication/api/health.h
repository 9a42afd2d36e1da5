// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"
#include "services/authentication/store/events_head.h"
#include "services/contract/service_health.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// What the checks of a service look at.
struct HealthInput
{
    storage::Connection& connection;
    const Surroundings* surroundings = nullptr; // null: only the database is looked at
    const security::KeyRing* keys = nullptr; // null: not known
    std::optional<contract::Result<EventHead>> head; // none: not looked at
    const LogSwitch* logs = nullptr;
    std::optional<int> queued; // changes waiting; none: the service does not run
    contract::Timestamp now {};
};
[[nodiscard]] contract::HealthReport healthReport(const HealthInput& input);

// The head record of the event log, to be read before the database: a busy service goes on, and a snapshot
// that is older than the record would lack events that the record knows.
[[nodiscard]] std::optional<contract::Result<EventHead>> headBefore(const Surroundings* surroundings,
                                                                    const security::KeyRing* keys);
// Of the service that runs. In a snapshot of its own: not to be called within a read.
[[nodiscard]] contract::HealthReport healthReport(const ApiContext& context, contract::Timestamp now);

} // namespace holdfast::authentication
