// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <vector>

namespace holdfast::security {

struct NumberedKey
{
    int number = 1; // the version
    contract::Secret key; // 32 bytes
};

// What keyring.json says: {"version":1,"masterKey":"..."} before the first rotation, then
// {"version":2,"masterKey":"...","keys":[{"number":2,"key":"..."}]}, keys in base64 and by rising number.
// The first is number 1. Error: keys_damaged.
[[nodiscard]] contract::Result<std::vector<NumberedKey>> parseKeyText(const contract::Secret& text);
[[nodiscard]] contract::Secret keyText(const std::vector<NumberedKey>& keys);

} // namespace holdfast::security
