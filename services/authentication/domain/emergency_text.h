// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "services/security/key_ring.h"

#include <optional>

namespace holdfast::authentication {

inline constexpr int emergencyCodeLength = 8;

// Codes are kept as HMACs under a key of their own, bound to the person. `code` as typed or as issued: case,
// spaces and dashes do not matter.
[[nodiscard]] QByteArray emergencyCodeMac(const security::KeyRing& keys, qint64 userId,
                                          const contract::Secret& code);

// What was typed, read as an emergency code behind a PIN: the last eight characters that are neither space
// nor dash, and what stands before them. Nothing when there are fewer, or one of them is in no code.
struct EmergencyReading
{
    contract::Secret pin; // may be empty
    contract::Secret code; // normalised
};
[[nodiscard]] std::optional<EmergencyReading> readEmergencyCode(const contract::Secret& typed);

} // namespace holdfast::authentication
