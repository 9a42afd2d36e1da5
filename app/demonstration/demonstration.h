// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/hands.h"
#include "services/authentication/store/events.h"
#include "services/contract/timestamp.h"
#include "services/security/key_ring.h"
#include "services/storage/database.h"

// An invented organisation to look at: people, tokens, domains, policies and ninety days of activity that
// agree with each other. The same people each time; seeds and keys are random, and nobody knows a PIN, a
// password or an API key of it (SecurID records excepted: they are published with the program), but for the
// few people whose hands are told.
namespace holdfast::demonstration {

// Error: not_empty (the service has people already). Takes a few seconds.
[[nodiscard]] contract::Result<Hands> fillDemonstration(storage::Database& database,
                                                        const security::KeyRing& keys,
                                                        const authentication::EventLog& events,
                                                        contract::Timestamp now);

} // namespace holdfast::demonstration
