// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

contract::Result<std::vector<contract::SearchHit>> readHits(const Answer& answer)
{
    auto page = readPage<contract::SearchHit>(answer);
    if (!page) {
        return contract::Unexpected(page.error());
    }
    return std::move(page->items);
}

} // namespace

PageReply<contract::Event> ApiClient::events(const ListQuery& query)
{
    return askPage<contract::Event>(m_transport, m_pending.get(), getRequest(pathOf("/events"), query));
}

Reply<contract::EventCutList> ApiClient::eventCuts()
{
    return askValue<contract::EventCutList>(m_transport, m_pending.get(), getRequest(pathOf("/event-cuts")));
}

Reply<std::vector<contract::SearchHit>> ApiClient::search(const QString& text, int limit)
{
    const ListQuery query {.where = {{QStringLiteral("q"), text}}, .limit = limit};
    return begin<std::vector<contract::SearchHit>>(m_transport, m_pending.get(),
                                                   getRequest(pathOf("/search"), query),
                                                   [](Answer&& answer) { return readHits(answer); });
}

Reply<contract::Overview> ApiClient::overview()
{
    return askValue<contract::Overview>(m_transport, m_pending.get(), getRequest(pathOf("/overview")));
}

PageReply<contract::AdministratorEntry> ApiClient::administrators(const ListQuery& query)
{
    return askPage<contract::AdministratorEntry>(m_transport, m_pending.get(),
                                                 getRequest(pathOf("/administrators"), query));
}

Reply<contract::AdministratorEntry>
ApiClient::updateAdministrator(const QString& userId, const contract::AdministratorUpdate& change)
{
    return askValue<contract::AdministratorEntry>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf("/administrators", userId), std::nullopt, bodyOf(change)));
}

PageReply<contract::ApiClient> ApiClient::apiClients(const ListQuery& query)
{
    return askPage<contract::ApiClient>(m_transport, m_pending.get(),
                                        getRequest(pathOf("/api-clients"), query));
}

Reply<contract::ApiClientCreated> ApiClient::createApiClient(const contract::ApiClientCreate& client)
{
    return askValue<contract::ApiClientCreated>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/api-clients"), bodyOf(client), newIdempotencyKey()));
}

Reply<contract::ApiClient> ApiClient::enableApiClient(const QString& id)
{
    return askValue<contract::ApiClient>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/api-clients", id, "/enable"), {}, newIdempotencyKey()));
}

Reply<contract::ApiClient> ApiClient::disableApiClient(const QString& id)
{
    return askValue<contract::ApiClient>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/api-clients", id, "/disable"), {}, newIdempotencyKey()));
}

Reply<Nothing> ApiClient::deleteApiClient(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/api-clients", id), std::nullopt));
}

} // namespace holdfast::client
