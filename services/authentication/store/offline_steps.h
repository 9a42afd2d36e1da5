// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"

// Steps that were consumed within what was granted to workstations: two of them cannot ask each other, so
// that the service finds afterwards what was used twice.
namespace holdfast::authentication::offlineSteps {

inline constexpr qint64 online = 0; // in place of a workstation

// In the transaction that consumes the step: kept only where the step was granted somewhere. One look-up in
// an index. A token that was imported anew may come to the same step again.
void noteOnline(storage::Connection& connection, qint64 tokenId, qint64 step, contract::Timestamp now);

struct Upload
{
    bool isNew = false; // not told before by this workstation
    std::optional<qint64> elsewhere {}; // a workstation that used the step as well, or `online`
};
[[nodiscard]] Upload noteOffline(storage::Connection& connection, qint64 tokenId, qint64 step,
                                 qint64 workstationId, contract::Timestamp at);
// A workstation has told of it.
[[nodiscard]] bool wasUsedOffline(storage::Connection& connection, qint64 tokenId, qint64 step);
// The codes of another seed have the same steps.
void forget(storage::Connection& connection, qint64 tokenId);

// How far the token of a set is; nothing where it is not the person's any more, as it was then.
struct Mark
{
    qint64 lastStep = -1;
    int driftSteps = 0;
    qint64 told = -1; // the furthest within the set that its workstation told of
};
[[nodiscard]] std::optional<Mark> markOf(storage::Connection& connection, const OfflineSetRow& set);
// Everything up to the step is consumed, if it was not. True: it was not.
bool raise(storage::Connection& connection, const OfflineSetRow& set, qint64 step);
// A workstation's word alone, and no logon here, made the step one that is used.
[[nodiscard]] bool wasMovedOver(storage::Connection& connection, qint64 tokenId, qint64 step);
// Person and token were there at that time.
void noteUse(storage::Connection& connection, const OfflineSetRow& set, contract::Timestamp at);

} // namespace holdfast::authentication::offlineSteps
