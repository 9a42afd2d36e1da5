// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

constexpr QLatin1String apiRoot("/api/v1");

QString trialPath(const QString& policyId)
{
    return pathOf("/policies/offline", policyId, "/trial");
}

} // namespace

PageReply<contract::OfflineSet> ApiClient::offlineSets(const ListQuery& query)
{
    return askPage<contract::OfflineSet>(m_transport, m_pending.get(),
                                         getRequest(pathOf("/offline-sets"), query));
}

Reply<Nothing> ApiClient::renewOfflineSet(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      postRequest(pathOf("/offline-sets", id, "/renew"), {}, newIdempotencyKey()));
}

Reply<Nothing> ApiClient::extendOfflineSet(const QString& id, const contract::OfflineExtend& extension)
{
    return askNothing(
        m_transport, m_pending.get(),
        postRequest(pathOf("/offline-sets", id, "/extend"), bodyOf(extension), newIdempotencyKey()));
}

Reply<Nothing> ApiClient::revokeOfflineSet(const QString& id, const contract::OfflineReason& reason)
{
    return askNothing(
        m_transport, m_pending.get(),
        postRequest(pathOf("/offline-sets", id, "/revoke"), bodyOf(reason), newIdempotencyKey()));
}

Reply<contract::OfflineEmergencyReading>
ApiClient::readOfflineCode(const QString& setId, const contract::OfflineEmergencyRead& reading)
{
    return askValue<contract::OfflineEmergencyReading>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/offline-sets", setId, "/emergency-codes"), bodyOf(reading), newIdempotencyKey()));
}

Reply<contract::OfflineReadiness> ApiClient::offlineReadiness()
{
    return askValue<contract::OfflineReadiness>(m_transport, m_pending.get(),
                                                getRequest(pathOf("/offline-readiness")));
}

Reply<contract::OfflineExplanation> ApiClient::explainOffline(const QString& userId,
                                                              const QString& workstationId)
{
    ListQuery query {.limit = 0};
    if (!workstationId.isEmpty()) {
        query.where.append({QStringLiteral("workstationId"), workstationId});
    }
    return askValue<contract::OfflineExplanation>(
        m_transport, m_pending.get(), getRequest(pathOf("/users", userId, "/offline-explain"), query));
}

Reply<contract::OfflineVerdicts> ApiClient::offlineVerdicts(const contract::OfflinePolicy& policy)
{
    return askValue<contract::OfflineVerdicts>(
        m_transport, m_pending.get(), postRequest(pathOf("/policies/offline/verdicts"), bodyOf(policy)));
}

Reply<contract::OfflinePolicyTrial> ApiClient::offlineTrial(const QString& policyId)
{
    return askValue<contract::OfflinePolicyTrial>(m_transport, m_pending.get(),
                                                  getRequest(trialPath(policyId)));
}

Reply<contract::OfflinePolicyTrial> ApiClient::startOfflineTrial(const QString& policyId,
                                                                 const contract::OfflinePolicy& draft)
{
    return askValue<contract::OfflinePolicyTrial>(m_transport, m_pending.get(),
                                                  postRequest(trialPath(policyId), bodyOf(draft)));
}

Reply<Nothing> ApiClient::endOfflineTrial(const QString& policyId)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", trialPath(policyId), std::nullopt));
}

Reply<Nothing> ApiClient::perform(const contract::Cure& cure)
{
    const QString path = cure.path.startsWith(apiRoot) ? cure.path.mid(apiRoot.size()) : cure.path;
    contract::Secret body;
    if (!cure.body.isEmpty()) {
        body = contract::Secret(QByteArrayView(QJsonDocument(cure.body).toJson(QJsonDocument::Compact)));
    }
    if (cure.method == QLatin1String("POST")) {
        return askNothing(m_transport, m_pending.get(), postRequest(path, std::move(body)));
    }
    return askNothing(m_transport, m_pending.get(),
                      changeRequest(cure.method.toLatin1().constData(), path, cure.version, std::move(body)));
}

} // namespace holdfast::client
