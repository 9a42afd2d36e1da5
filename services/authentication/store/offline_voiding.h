// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"
#include "services/authentication/store/policies_snapshot.h"

#include <functional>

// What a changed policy does to the data that were made under it.
namespace holdfast::authentication::offlineSets {

// What a set becomes under a policy; empty: it stays as it is. policy_changed: other values would be sent;
// otherwise why nothing would be.
[[nodiscard]] QString fateUnder(const contract::OfflinePolicy& policy, const OfflineSetRow& row);

struct Voided
{
    qint64 sets = 0;
    qint64 people = 0;
    qint64 workstations = 0;
};
// To be called by whoever changed a policy, a domain's choice, or the domain of a person or a workstation, in
// the same transaction. Compares the sets with what is in effect now; one whose policy is again as it was
// made under is valid again.
Voided followPolicies(storage::Connection& connection, contract::Timestamp now);
Voided followPoliciesOfUser(storage::Connection& connection, qint64 userId, contract::Timestamp now);
Voided followPoliciesOfWorkstation(storage::Connection& connection, qint64 workstationId,
                                   contract::Timestamp now);

// Some name of the person's is theirs no more, and may be another's: the data that know it are void.
Voided takeNamesBack(storage::Connection& connection, qint64 userId, contract::Timestamp now);
// An administrator cleared the token's PIN, or wants a new one: what was made with it is void, whatever PIN
// is chosen next; and the way back.
void takePinBack(storage::Connection& connection, qint64 tokenId);
void givePinBack(storage::Connection& connection, qint64 tokenId);

// Sets that are valid now, streamed; at most so many. False: there are more.
bool eachValid(storage::Connection& connection, contract::Timestamp now, int limit,
               const std::function<void(const OfflineSetRow&)>& see);

} // namespace holdfast::authentication::offlineSets
