// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/bulk.h"
#include "services/storage/connection.h"

// How much a job may change unasked. The caller writes the event.
namespace holdfast::authentication::bulkSettings {

[[nodiscard]] contract::BulkSettings read(storage::Connection& connection);
// Raises the version; answers with what is kept.
contract::BulkSettings replace(storage::Connection& connection, contract::BulkSettings settings);

} // namespace holdfast::authentication::bulkSettings
