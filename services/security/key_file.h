// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

namespace holdfast::security {

// `keyring.json` of a folder that only its owner may enter (0700; the file 0600); what it says is
// key_text.h's. Errors: keys_missing, keys_damaged, keys_readable_by_others.
[[nodiscard]] contract::Result<contract::Secret> readKeyFile(const QString& directory);
// Makes the folder if need be, writes and syncs. Errors: keys_present, keys_not_written.
[[nodiscard]] contract::Result<void> writeKeyFile(const QString& directory, const contract::Secret& text);
// After a crash in between, the file is the old one or the new one. Error: keys_not_written.
[[nodiscard]] contract::Result<void> replaceKeyFile(const QString& directory, const contract::Secret& text);

} // namespace holdfast::security
