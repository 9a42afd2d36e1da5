// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/identity.h"
#include "services/agent/ledger.h"
#include "services/offline/offline_verifier.h"

// Offline sets as files: SETID.set, the bytes as the service signed them.
namespace holdfast::agent {

// More people than this are not kept at one computer: the data that ends first goes.
inline constexpr size_t mostSetsHeld = 500;

// An identifier that can be the name of a file.
[[nodiscard]] bool isSetId(const QString& text);

// Errors: file_missing, file_unreadable, those of OfflineSet::read, set_of_another_id.
[[nodiscard]] contract::Result<offline::OfflineSet>
readSetFile(const StateDirectory& directory, const Identity& identity, const QString& setId);
void removeSetFile(const StateDirectory& directory, const QString& setId);
void removeAllSetFiles(const StateDirectory& directory);
// One that is damaged: renamed, and out of the ledger. The event is the caller's.
void setAsideSet(const StateDirectory& directory, Ledger& ledger, const QString& setId,
                 const QString& reason);
[[nodiscard]] std::vector<SetAside> setAsideAllSetFiles(const StateDirectory& directory,
                                                        const Identity& identity, const QString& reason);

[[nodiscard]] offline::SetState stateIn(const LedgerSet& entry);
void keepState(LedgerSet& entry, const offline::SetState& state);

// Whether a set that comes in was asked for by a logon, which takes failures back, or by a refill.
enum class SetOrigin
{
    Logon,
    Refill
};
// Checks it, writes it, and puts it in the place of what the person had of that token. Under the lock; the
// caller commits. Errors: those of OfflineSet::read, keys_not_for_this_workstation, set_malformed,
// state_not_written.
[[nodiscard]] contract::Result<LedgerSet> takeSet(const StateDirectory& directory, const Identity& identity,
                                                  Ledger& ledger, const contract::AgentSet& set,
                                                  contract::Timestamp serverTime, SetOrigin origin);

} // namespace holdfast::agent
