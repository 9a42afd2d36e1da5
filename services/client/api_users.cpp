// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

PageReply<contract::User> ApiClient::users(const ListQuery& query)
{
    return askPage<contract::User>(m_transport, m_pending.get(), getRequest(pathOf("/users"), query));
}

Reply<contract::User> ApiClient::user(const QString& id)
{
    return askValue<contract::User>(m_transport, m_pending.get(), getRequest(pathOf("/users", id)));
}

Reply<contract::User> ApiClient::createUser(const contract::UserCreate& user)
{
    return askValue<contract::User>(m_transport, m_pending.get(),
                                    postRequest(pathOf("/users"), bodyOf(user), newIdempotencyKey()));
}

Reply<contract::User> ApiClient::updateUser(const QString& id, const contract::UserUpdate& change,
                                            qint64 version)
{
    return askValue<contract::User>(m_transport, m_pending.get(),
                                    changeRequest("PATCH", pathOf("/users", id), version, bodyOf(change)));
}

Reply<Nothing> ApiClient::deleteUser(const QString& id, qint64 version)
{
    return askNothing(m_transport, m_pending.get(), changeRequest("DELETE", pathOf("/users", id), version));
}

Reply<contract::User> ApiClient::unlockUser(const QString& id)
{
    return askValue<contract::User>(m_transport, m_pending.get(),
                                    postRequest(pathOf("/users", id, "/unlock"), {}, newIdempotencyKey()));
}

Reply<contract::User> ApiClient::enableUser(const QString& id)
{
    return askValue<contract::User>(m_transport, m_pending.get(),
                                    postRequest(pathOf("/users", id, "/enable"), {}, newIdempotencyKey()));
}

Reply<contract::User> ApiClient::disableUser(const QString& id)
{
    return askValue<contract::User>(m_transport, m_pending.get(),
                                    postRequest(pathOf("/users", id, "/disable"), {}, newIdempotencyKey()));
}

Reply<contract::UserCard> ApiClient::userCard(const QString& id)
{
    return askValue<contract::UserCard>(m_transport, m_pending.get(),
                                        getRequest(pathOf("/users", id, "/card")));
}

Reply<contract::Explanation> ApiClient::explainUser(const QString& id)
{
    return askValue<contract::Explanation>(m_transport, m_pending.get(),
                                           getRequest(pathOf("/users", id, "/explain")));
}

PageReply<contract::EmergencyCode> ApiClient::emergencyCodes(const QString& userId, const ListQuery& query)
{
    return askPage<contract::EmergencyCode>(m_transport, m_pending.get(),
                                            getRequest(pathOf("/users", userId, "/emergency-codes"), query));
}

Reply<contract::EmergencyCodesIssued>
ApiClient::issueEmergencyCodes(const QString& userId, const contract::EmergencyCodeIssue& issue,
                               const QByteArray& idempotencyKey)
{
    return askValue<contract::EmergencyCodesIssued>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/users", userId, "/emergency-codes"), bodyOf(issue),
                    idempotencyKey.isEmpty() ? newIdempotencyKey() : idempotencyKey));
}

Reply<contract::EmergencyCode> ApiClient::cancelEmergencyCode(const QString& userId, const QString& codeId)
{
    return askValue<contract::EmergencyCode>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/users", userId, "/emergency-codes/") + pathOf("", codeId, "/cancel").mid(1), {},
                    newIdempotencyKey()));
}

} // namespace holdfast::client
