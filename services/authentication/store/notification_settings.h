// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/notification.h"
#include "services/storage/connection.h"

// Who is told of what. The caller writes the event.
namespace holdfast::authentication::notificationSettings {

[[nodiscard]] contract::NotificationSettings read(storage::Connection& connection);
// Raises the version; answers with what is kept.
contract::NotificationSettings replace(storage::Connection& connection,
                                       contract::NotificationSettings settings);

} // namespace holdfast::authentication::notificationSettings
