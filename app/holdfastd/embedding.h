// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <cstdio>

namespace holdfast::daemon {

// What the console hands over at the start of an embedded service: one line of JSON,
// {"secret":"...","keyRing":"..."}; the secret as text of 32 to 128 characters, the master key (optional) as
// 32 bytes in URL-safe base64. Error: handover_invalid.
struct Embedding
{
    contract::Secret secret; // empty: not embedded
    contract::Secret masterKey; // empty: keys in a folder

    static contract::Result<Embedding> readFrom(FILE* input);
};

} // namespace holdfast::daemon
