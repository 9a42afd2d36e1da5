// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"
#include "services/authentication/store/notifications.h"
#include "services/contract/service_health.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// What somebody should look after at this moment, as notifications that are not kept yet.
[[nodiscard]] std::vector<NotificationRow> conditionsNow(const ApiContext& context,
                                                         storage::Connection& connection,
                                                         const contract::HealthReport& health,
                                                         contract::Timestamp now);

} // namespace holdfast::authentication
