// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

namespace holdfast::security {

// The master key in `keyring.json` of a folder that only its owner may enter (0700; the file 0600).
// Errors: keys_missing, keys_damaged, keys_readable_by_others.
[[nodiscard]] contract::Result<contract::Secret> readMasterKey(const QString& directory);
// Makes the folder if need be, writes and syncs. Errors: keys_present, keys_not_written.
[[nodiscard]] contract::Result<void> writeMasterKey(const QString& directory, const contract::Secret& master);

} // namespace holdfast::security
