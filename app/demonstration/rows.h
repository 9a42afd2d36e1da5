// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"
#include "services/authentication/store/events.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

namespace holdfast::demonstration {

// What became of accounts, tokens and codes at the end of the story.
void writePeople(storage::Connection& connection, const World& world);
void writeTokens(storage::Connection& connection, const security::KeyRing& keys, const World& world);
void writeIssues(storage::Connection& connection, const World& world);
// The journal from `first` on, at most `count`; the chain is that of the service.
void writeJournal(storage::Connection& connection, const authentication::EventLog& events, World& world,
                  size_t first, size_t count);

} // namespace holdfast::demonstration
