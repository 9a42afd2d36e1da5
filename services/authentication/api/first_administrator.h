// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"
#include "services/contract/error.h"
#include "services/contract/session.h"

namespace holdfast::authentication {

// What it takes to make the first administrator: also before there is a server, in `holdfastd init`.
struct FirstAdministratorContext
{
    storage::Database& database;
    const security::KeyRing& keys;
    const contract::Clock& clock;
    EventLog& events;
};

struct FirstAdministratorRequest
{
    contract::FirstRun person;
    bool localOwner = false; // the embedded service's local sessions become this person's
    QString clientAddress {};
};

// The setting that holds the local owner's user id.
inline constexpr QLatin1String localOwnerSetting("local_owner");

// Makes the account, Super Administrator of the root, with its events. Blocks (a slow hash, two writes).
// Returns the user's id. Errors: first_run_complete (Conflict) when there is an administrator, and those of
// users::create().
[[nodiscard]] contract::Result<qint64> makeFirstAdministrator(const FirstAdministratorContext& context,
                                                              const FirstAdministratorRequest& request);

} // namespace holdfast::authentication
