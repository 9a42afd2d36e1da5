// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"

#include "services/client/requests.h"

#include <QRandomGenerator>

namespace holdfast::client {

using contract::Result;

namespace {

// A sign-in's token is used from then on.
Pending<contract::Session>::Parse acceptedBy(Transport& transport)
{
    return [&transport](Answer&& answer) {
        Result<contract::Session> session = readValue<contract::Session>(answer);
        if (session) {
            transport.setBearer(session->token);
        }
        return session;
    };
}

Result<Health> readHealth(const Answer& answer)
{
    const auto object = contract::parseObject(answer.body);
    if (!object) {
        return contract::Unexpected(unreadableAnswer(object.error().detail));
    }
    return Health {object->value(QLatin1String("status")).toString(),
                   object->value(QLatin1String("version")).toString()};
}

} // namespace

ApiClient::ApiClient(Transport& transport)
    : m_transport(transport)
    , m_pending(std::make_unique<QObject>())
{ }

ApiClient::~ApiClient() = default;

QByteArray ApiClient::newIdempotencyKey()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

Reply<contract::Session> ApiClient::signIn(const contract::SessionCreate& credentials)
{
    m_transport.setBearer({});
    return begin<contract::Session>(m_transport, m_pending.get(),
                                    postRequest(pathOf("/sessions"), bodyOf(credentials)),
                                    acceptedBy(m_transport));
}

Reply<contract::Session> ApiClient::signInLocally(const contract::LocalSessionCreate& secret)
{
    m_transport.setBearer({});
    return begin<contract::Session>(m_transport, m_pending.get(),
                                    postRequest(pathOf("/local-sessions"), bodyOf(secret)),
                                    acceptedBy(m_transport));
}

Reply<contract::Administrator> ApiClient::currentAdministrator()
{
    return askValue<contract::Administrator>(m_transport, m_pending.get(),
                                             getRequest(pathOf("/sessions/current")));
}

Reply<Nothing> ApiClient::signOut()
{
    Reply<Nothing> reply = askNothing(m_transport, m_pending.get(),
                                      changeRequest("DELETE", pathOf("/sessions/current"), std::nullopt));
    m_transport.setBearer({}); // the request above has taken it along
    return reply;
}

Reply<contract::Administrator> ApiClient::completeFirstRun(const contract::FirstRun& owner)
{
    return askValue<contract::Administrator>(m_transport, m_pending.get(),
                                             postRequest(pathOf("/first-run"), bodyOf(owner)));
}

Reply<Health> ApiClient::health()
{
    Request request = getRequest(pathOf("/health"));
    request.fromRoot = true;
    return begin<Health>(m_transport, m_pending.get(), std::move(request),
                         [](Answer&& answer) { return readHealth(answer); });
}

} // namespace holdfast::client
