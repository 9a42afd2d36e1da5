// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"

// Steps that were consumed within what was granted to workstations: two of them cannot ask each other, so
// that the service finds afterwards what was used twice.
namespace holdfast::authentication::offlineSteps {

inline constexpr qint64 online = 0; // in place of a workstation

// In the transaction that consumes the step: kept only where the step was granted somewhere. One look-up in
// an index.
void noteOnline(storage::Connection& connection, qint64 tokenId, qint64 step, contract::Timestamp now);

struct Upload
{
    bool isNew = false; // not told before by this workstation
    std::optional<qint64> elsewhere {}; // a workstation that used the step as well, or `online`
};
[[nodiscard]] Upload noteOffline(storage::Connection& connection, qint64 tokenId, qint64 step,
                                 qint64 workstationId, contract::Timestamp at);
// Everything up to the step is consumed, if it was not; the token was used then.
void raise(storage::Connection& connection, qint64 tokenId, qint64 userId, qint64 step,
           contract::Timestamp at);

} // namespace holdfast::authentication::offlineSteps
