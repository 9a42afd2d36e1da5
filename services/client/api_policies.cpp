// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

template <class T>
constexpr const char* collectionOf = nullptr;
template <>
constexpr const char* collectionOf<contract::LockoutPolicy> = "/policies/lockout";
template <>
constexpr const char* collectionOf<contract::TokenPolicy> = "/policies/token";
template <>
constexpr const char* collectionOf<contract::OfflinePolicy> = "/policies/offline";

} // namespace

PageReply<contract::SecurityDomain> ApiClient::domains(const ListQuery& query)
{
    return askPage<contract::SecurityDomain>(m_transport, m_pending.get(),
                                             getRequest(pathOf("/domains"), query));
}

Reply<contract::SecurityDomain> ApiClient::domain(const QString& id)
{
    return askValue<contract::SecurityDomain>(m_transport, m_pending.get(),
                                              getRequest(pathOf("/domains", id)));
}

Reply<contract::SecurityDomain> ApiClient::createDomain(const contract::DomainCreate& domain)
{
    return askValue<contract::SecurityDomain>(
        m_transport, m_pending.get(), postRequest(pathOf("/domains"), bodyOf(domain), newIdempotencyKey()));
}

Reply<contract::SecurityDomain> ApiClient::updateDomain(const QString& id,
                                                        const contract::DomainUpdate& change, qint64 version)
{
    return askValue<contract::SecurityDomain>(
        m_transport, m_pending.get(),
        changeRequest("PATCH", pathOf("/domains", id), version, bodyOf(change)));
}

Reply<Nothing> ApiClient::deleteDomain(const QString& id, qint64 version)
{
    return askNothing(m_transport, m_pending.get(), changeRequest("DELETE", pathOf("/domains", id), version));
}

template <class T>
PageReply<T> ApiClient::policies(const ListQuery& query)
{
    return askPage<T>(m_transport, m_pending.get(), getRequest(pathOf(collectionOf<T>), query));
}

template <class T>
Reply<T> ApiClient::policy(const QString& id)
{
    return askValue<T>(m_transport, m_pending.get(), getRequest(pathOf(collectionOf<T>, id)));
}

template <class T>
Reply<T> ApiClient::createPolicy(const T& policy)
{
    return askValue<T>(m_transport, m_pending.get(),
                       postRequest(pathOf(collectionOf<T>), bodyOf(policy), newIdempotencyKey()));
}

template <class T>
Reply<T> ApiClient::replacePolicy(const T& policy)
{
    return askValue<T>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf(collectionOf<T>, policy.id), policy.version, bodyOf(policy)));
}

template <class T>
Reply<T> ApiClient::makePolicyDefault(const QString& id)
{
    return askValue<T>(m_transport, m_pending.get(),
                       postRequest(pathOf(collectionOf<T>, id, "/make-default"), {}, newIdempotencyKey()));
}

template <class T>
Reply<Nothing> ApiClient::deletePolicy(const QString& id, qint64 version)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf(collectionOf<T>, id), version));
}

template <class T>
Reply<contract::PolicyPreview> ApiClient::previewPolicy(const T& policy)
{
    return askValue<contract::PolicyPreview>(
        m_transport, m_pending.get(),
        postRequest(pathOf(collectionOf<T>, policy.id, "/preview"), bodyOf(policy), newIdempotencyKey()));
}

template <class T>
PageReply<contract::PolicyVersion> ApiClient::policyVersions(const QString& id, const ListQuery& query)
{
    return askPage<contract::PolicyVersion>(m_transport, m_pending.get(),
                                            getRequest(pathOf(collectionOf<T>, id, "/versions"), query));
}

template <class T>
Reply<T> ApiClient::restorePolicy(const QString& id, qint64 number, qint64 version)
{
    const QString path =
        pathOf(collectionOf<T>, id, "/versions/") + QString::number(number) + QStringLiteral("/restore");
    return askValue<T>(m_transport, m_pending.get(), changeRequest("POST", path, version));
}

template PageReply<contract::LockoutPolicy> ApiClient::policies(const ListQuery&);
template Reply<contract::LockoutPolicy> ApiClient::policy(const QString&);
template Reply<contract::LockoutPolicy> ApiClient::makePolicyDefault(const QString&);
template Reply<contract::LockoutPolicy> ApiClient::createPolicy(const contract::LockoutPolicy&);
template Reply<contract::LockoutPolicy> ApiClient::replacePolicy(const contract::LockoutPolicy&);
template Reply<Nothing> ApiClient::deletePolicy<contract::LockoutPolicy>(const QString&, qint64);
template Reply<contract::PolicyPreview> ApiClient::previewPolicy(const contract::LockoutPolicy&);
template PageReply<contract::PolicyVersion>
ApiClient::policyVersions<contract::LockoutPolicy>(const QString&, const ListQuery&);
template Reply<contract::LockoutPolicy> ApiClient::restorePolicy(const QString&, qint64, qint64);

template PageReply<contract::TokenPolicy> ApiClient::policies(const ListQuery&);
template Reply<contract::TokenPolicy> ApiClient::policy(const QString&);
template Reply<contract::TokenPolicy> ApiClient::makePolicyDefault(const QString&);
template Reply<contract::TokenPolicy> ApiClient::createPolicy(const contract::TokenPolicy&);
template Reply<contract::TokenPolicy> ApiClient::replacePolicy(const contract::TokenPolicy&);
template Reply<Nothing> ApiClient::deletePolicy<contract::TokenPolicy>(const QString&, qint64);
template Reply<contract::PolicyPreview> ApiClient::previewPolicy(const contract::TokenPolicy&);
template PageReply<contract::PolicyVersion>
ApiClient::policyVersions<contract::TokenPolicy>(const QString&, const ListQuery&);
template Reply<contract::TokenPolicy> ApiClient::restorePolicy(const QString&, qint64, qint64);

template PageReply<contract::OfflinePolicy> ApiClient::policies(const ListQuery&);
template Reply<contract::OfflinePolicy> ApiClient::policy(const QString&);
template Reply<contract::OfflinePolicy> ApiClient::makePolicyDefault(const QString&);
template Reply<contract::OfflinePolicy> ApiClient::createPolicy(const contract::OfflinePolicy&);
template Reply<contract::OfflinePolicy> ApiClient::replacePolicy(const contract::OfflinePolicy&);
template Reply<Nothing> ApiClient::deletePolicy<contract::OfflinePolicy>(const QString&, qint64);
template Reply<contract::PolicyPreview> ApiClient::previewPolicy(const contract::OfflinePolicy&);
template PageReply<contract::PolicyVersion>
ApiClient::policyVersions<contract::OfflinePolicy>(const QString&, const ListQuery&);
template Reply<contract::OfflinePolicy> ApiClient::restorePolicy(const QString&, qint64, qint64);

} // namespace holdfast::client
