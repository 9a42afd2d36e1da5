// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/offline_checks.h"
#include "services/authentication/store/offline_sets.h"
#include "services/authentication/store/workstations.h"
#include "services/security/key_ring.h"

// A person at a workstation, with everything that decides about offline data. See domain/offline_checks.h.
namespace holdfast::authentication {

struct LoadedCase
{
    std::shared_ptr<AttemptFacts> person; // the case points at it
    OfflineCase facts {};
    std::vector<OfflineSetRow> held {}; // what the workstation holds for the person, one set for each token

    [[nodiscard]] const TokenFacts* token(qint64 id) const;
    [[nodiscard]] const OfflineSetRow* presentOf(qint64 tokenId) const; // null: none
    [[nodiscard]] const OfflineSetRow* present() const; // of whichever token lets the person in the longest
};

// Nothing where there is no such person. `workstation`: null for any of the person's own domain. `keys`: to
// open seeds with; null: without codes.
[[nodiscard]] std::optional<LoadedCase> loadOfflineCase(storage::Connection& connection,
                                                        const security::KeyRing* keys, qint64 userId,
                                                        const WorkstationRow* workstation,
                                                        contract::Timestamp now);
// The same for a person that was read already.
[[nodiscard]] LoadedCase offlineCaseOf(storage::Connection& connection, AttemptFacts person,
                                       const WorkstationRow* workstation, contract::Timestamp now);

// What whoever asks may see of a set.
struct OfflineSetRights
{
    bool codes = false; // emergency codes
    bool serials = false; // of tokens
};
// As the board and the card show it.
[[nodiscard]] contract::OfflineSet toOfflineSet(storage::Connection& connection, const OfflineSetRow& row,
                                                const OfflineSetRights& rights, contract::Timestamp now);

} // namespace holdfast::authentication
