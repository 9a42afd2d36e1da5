// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/api_clients.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/store/canonical.h"
#include "services/security/random.h"

namespace holdfast::authentication {

using contract::ApiClient;
using contract::ApiClientCreated;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// A client may ask about everybody's passcodes: only who administers everybody administers clients.
Result<void> requireEverywhere(const Call& call)
{
    return call.requireInScope(Permission::ManageApiClients, QStringLiteral("/"));
}

Result<contract::Page<ApiClient>> listClients(Call& call)
{
    if (const auto permitted = requireEverywhere(call); !permitted) {
        return Unexpected(permitted.error());
    }
    return call.read([&](storage::Connection& connection) {
        std::vector<ApiClient> all = apiClients::list(connection);
        const auto key = [](const ApiClient& client) {
            return canonicalName(client.name);
        };
        std::sort(all.begin(), all.end(),
                  [&](const ApiClient& a, const ApiClient& b) { return key(a) < key(b); });
        return pageOfSmallList(call, std::move(all), key);
    });
}

void tell(const Call& call, storage::Connection& connection, const char* key, const ApiClient& client,
          const char* action = nullptr)
{
    contract::Event event = call.event(key);
    event.client = client.name;
    event.detail.insert(QStringLiteral("name"), client.name);
    if (action != nullptr) {
        event.detail.insert(QStringLiteral("action"), QString::fromLatin1(action));
    }
    call.record(connection, std::move(event));
}

Result<ApiClientCreated> createClient(Call& call, storage::Connection& connection,
                                      const contract::ApiClientCreate& body)
{
    if (const auto permitted = requireEverywhere(call); !permitted) {
        return Unexpected(permitted.error());
    }
    const contract::Secret key = security::randomToken();
    const auto client = apiClients::create(connection, call.context().keys, body.name.trimmed(), key,
                                           call.caller().name, call.now());
    if (!client) {
        return Unexpected(client.error());
    }
    tell(call, connection, "CREATE_API_CLIENT", *client);
    return ApiClientCreated {client->id, client->name, key};
}

Result<qint64> clientId(const Call& call)
{
    return requireEverywhere(call).and_then([&] { return call.pathId("id", "api_client_unknown"); });
}

Result<ApiClient> setEnabled(Call& call, bool enabled)
{
    auto client = call.write([&](storage::Connection& connection) -> Result<ApiClient> {
        return clientId(call)
            .and_then([&](qint64 id) { return apiClients::setEnabled(connection, id, enabled); })
            .map([&](ApiClient changed) {
                tell(call, connection, "UPDATE_API_CLIENT", changed, enabled ? "enable" : "disable");
                return changed;
            });
    });
    call.context().apiClients.reload();
    return client;
}

Result<NoAnswer> removeClient(Call& call)
{
    auto removed = call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto id = clientId(call);
        const auto client = id ? apiClients::find(connection, *id) : std::nullopt;
        if (!client) {
            return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("api_client_unknown"),
                                     QStringLiteral("There is no such API client."));
        }
        return apiClients::remove(connection, *id).map([&] {
            tell(call, connection, "DELETE_API_CLIENT", *client);
            return NoAnswer {};
        });
    });
    call.context().apiClients.reload();
    return removed;
}

} // namespace

void addApiClientRoutes(Routes& routes)
{
    const char* tag = "API clients";
    routes.list<ApiClient>({.path = "/api/v1/api-clients",
                            .id = "listApiClients",
                            .summary = "Lists the programs that may call /mfa/v1_1, by name.",
                            .tag = tag,
                            .access = Permission::ManageApiClients},
                           listClients);
    routes.post<contract::ApiClientCreate, ApiClientCreated>(
        {.path = "/api/v1/api-clients",
         .id = "createApiClient",
         .summary = "Lets a program authenticate people; its key is shown this once.",
         .tag = tag,
         .access = Permission::ManageApiClients,
         .success = 201,
         .idempotent = true,
         .secret = true,
         .committed =
             [](const ApiContext& context) {
                 context.apiClients.reload();
             }},
        createClient);
    routes.post<NoBody, ApiClient>({.path = "/api/v1/api-clients/{id}/enable",
                                    .id = "enableApiClient",
                                    .summary = "Takes the client's key again.",
                                    .tag = tag,
                                    .access = Permission::ManageApiClients},
                                   [](Call& call) { return setEnabled(call, true); });
    routes.post<NoBody, ApiClient>({.path = "/api/v1/api-clients/{id}/disable",
                                    .id = "disableApiClient",
                                    .summary = "Refuses the client's key.",
                                    .tag = tag,
                                    .access = Permission::ManageApiClients},
                                   [](Call& call) { return setEnabled(call, false); });
    routes.remove({.path = "/api/v1/api-clients/{id}",
                   .id = "deleteApiClient",
                   .summary = "Removes the client; its key is refused from now on.",
                   .tag = tag,
                   .access = Permission::ManageApiClients},
                  removeClient);
}

} // namespace holdfast::authentication
