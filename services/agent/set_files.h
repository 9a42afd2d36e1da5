// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/installation.h"
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
// Whether what was to be read is gone or spoilt. A disk or a process that cannot read it now spoils nothing.
[[nodiscard]] bool isDamage(const contract::Error& error);
void removeSetFile(const StateDirectory& directory, const QString& setId);
// All sets, and whatever was set aside.
void removeAllSetFiles(const StateDirectory& directory);
// Files that no entry stands for, of a power cut between writing and committing. Under the lock, with nothing
// uncommitted.
void removeStraySetFiles(const StateDirectory& directory, const Ledger& ledger);
// Out of the ledger; the file goes with the next commit.
void removeSet(OpenLedger& ledger, const QString& setId);
// One that is damaged: renamed, and out of the ledger. The event is the caller's.
void setAsideSet(const StateDirectory& directory, Ledger& ledger, const QString& setId,
                 const QString& reason);
[[nodiscard]] std::vector<SetAside> setAsideAllSetFiles(const StateDirectory& directory,
                                                        const Identity& identity, const QString& reason);

[[nodiscard]] offline::SetState stateIn(const LedgerSet& entry);
void keepState(LedgerSet& entry, const offline::SetHeader& header, const offline::SetState& state);

// Whether a set that comes in was asked for by a logon or by a refill. A logon takes failures back, and its
// set tells the time anew, also where a wrong clock had carried the mark ahead.
enum class SetOrigin
{
    Logon,
    Refill
};
// Checks it, writes it, and puts it in the place of what the person had of that token. What was there stays
// until the caller has committed. Errors: those of OfflineSet::read, keys_not_for_this_workstation,
// set_malformed, state_not_written.
[[nodiscard]] contract::Result<LedgerSet> takeSet(const Installation& installation, OpenLedger& ledger,
                                                  const contract::AgentSet& set, SetOrigin origin);

} // namespace holdfast::agent
