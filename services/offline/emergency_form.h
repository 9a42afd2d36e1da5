// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <optional>

// Emergency codes are read as the service reads its own: case, spaces and dashes do not matter.
namespace holdfast::offline {

// Capitals, without spaces and dashes.
[[nodiscard]] contract::Secret emergencyForm(const contract::Secret& code);

// The last `length` characters that are neither space nor dash, and what stands before them: the PIN, as it
// was typed. Nothing where there are fewer.
struct EmergencySplit
{
    contract::Secret pin {}; // may be empty
    contract::Secret code {}; // in the form above
};
[[nodiscard]] std::optional<EmergencySplit> splitEmergency(const contract::Secret& typed, int length);

} // namespace holdfast::offline
