// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"

#include "services/client/requests.h"

namespace holdfast::client {

Reply<contract::Administrator> ApiClient::confirmSession(const contract::SessionConfirm& proof)
{
    return askValue<contract::Administrator>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/sessions/current/reauthenticate"), bodyOf(proof)));
}

PageReply<contract::SessionEntry> ApiClient::sessions(const ListQuery& query)
{
    return askPage<contract::SessionEntry>(m_transport, m_pending.get(),
                                           getRequest(pathOf("/sessions"), query));
}

Reply<Nothing> ApiClient::revokeSession(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/sessions", id), std::nullopt));
}

Reply<contract::SignInSettings> ApiClient::signInSettings()
{
    return askValue<contract::SignInSettings>(m_transport, m_pending.get(),
                                              getRequest(pathOf("/settings/sign-in")));
}

Reply<contract::SignInSettings>
ApiClient::replaceSignInSettings(const contract::SignInSettings& settings)
{
    return askValue<contract::SignInSettings>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf("/settings/sign-in"), settings.version, bodyOf(settings)));
}

PageReply<contract::RoleDefinition> ApiClient::roles(const ListQuery& query)
{
    return askPage<contract::RoleDefinition>(m_transport, m_pending.get(), getRequest(pathOf("/roles"), query));
}

Reply<contract::RoleDefinition> ApiClient::createRole(const contract::RoleEdit& role)
{
    return askValue<contract::RoleDefinition>(
        m_transport, m_pending.get(), postRequest(pathOf("/roles"), bodyOf(role), newIdempotencyKey()));
}

Reply<contract::RoleDefinition> ApiClient::replaceRole(const QString& key, const contract::RoleEdit& role,
                                                       qint64 version)
{
    return askValue<contract::RoleDefinition>(
        m_transport, m_pending.get(), changeRequest("PUT", pathOf("/roles", key), version, bodyOf(role)));
}

Reply<Nothing> ApiClient::deleteRole(const QString& key, qint64 version)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/roles", key), version));
}

Reply<contract::DomainMovePreview> ApiClient::previewDomainMove(const QString& id, const QString& parent)
{
    return askValue<contract::DomainMovePreview>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/domains", id, "/preview-move"), bodyOf(contract::DomainMove {parent})));
}

} // namespace holdfast::client
