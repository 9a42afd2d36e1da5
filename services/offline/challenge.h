// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/offline/keys.h"

// Challenge and response over the telephone (docs/offline-format.md).
namespace holdfast::offline {

inline constexpr int responseDigits = 8;

// Ten characters of an alphabet without look-alikes, in two groups of five.
[[nodiscard]] QString makeChallenge();
// Without groups, in capitals; empty where it is none.
[[nodiscard]] QString canonicalChallenge(const QString& typed);

// `secret` is agree(..., "holdfast challenge"). `userName` is canonical (lower case, trimmed). Empty where
// `challenge` is none.
[[nodiscard]] contract::Secret responseTo(const QString& challenge, const contract::Secret& secret,
                                          const QString& userName, const QString& workstationId,
                                          contract::Timestamp hour);
// Whether it answers for the hour of `now` or the one before. In constant time.
[[nodiscard]] bool answers(const contract::Secret& response, const QString& challenge,
                           const contract::Secret& secret, const QString& userName,
                           const QString& workstationId, contract::Timestamp now);

} // namespace holdfast::offline
