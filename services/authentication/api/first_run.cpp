// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/first_administrator.h"

namespace holdfast::authentication {

using contract::Administrator;
using contract::Result;

namespace {

Result<Administrator> firstRun(Call& call, const contract::FirstRun& body)
{
    if (call.caller().userId) {
        return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("first_run_complete"),
                                 QStringLiteral("The service has an administrator already."));
    }
    const ApiContext& context = call.context();
    const auto id =
        makeFirstAdministrator({context.database, context.keys, context.clock, context.events},
                               {.person = body, .localOwner = true, .clientAddress = call.clientAddress()});
    if (!id) {
        return contract::Unexpected(id.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<Administrator> {
        const auto caller = callerOf(connection, *id, call.now());
        if (!caller) {
            throw std::logic_error("the first administrator is gone at once");
        }
        return toAdministrator(*caller);
    });
}

} // namespace

void addFirstRunRoutes(Routes& routes)
{
    routes.post<contract::FirstRun, Administrator>(
        {.path = "/api/v1/first-run",
         .id = "completeFirstRun",
         .summary = "Names the local owner, who becomes Super Administrator. The session stays.",
         .tag = "Sessions",
         .access = Access::anySession(),
         .success = 201},
        firstRun);
}

} // namespace holdfast::authentication
