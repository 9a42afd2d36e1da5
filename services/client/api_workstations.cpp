// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

PageReply<contract::Workstation> ApiClient::workstations(const ListQuery& query)
{
    return askPage<contract::Workstation>(m_transport, m_pending.get(),
                                          getRequest(pathOf("/workstations"), query));
}

Reply<contract::Workstation> ApiClient::workstation(const QString& id)
{
    return askValue<contract::Workstation>(m_transport, m_pending.get(),
                                           getRequest(pathOf("/workstations", id)));
}

Reply<contract::Workstation>
ApiClient::updateWorkstation(const QString& id, const contract::WorkstationChange& change, qint64 version)
{
    return askValue<contract::Workstation>(
        m_transport, m_pending.get(),
        changeRequest("PATCH", pathOf("/workstations", id), version, bodyOf(change)));
}

Reply<contract::WorkstationRevoked> ApiClient::revokeWorkstation(const QString& id,
                                                                 const contract::WorkstationRevoke& how)
{
    return askValue<contract::WorkstationRevoked>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/workstations", id, "/revoke"), bodyOf(how), newIdempotencyKey()));
}

Reply<contract::ChallengeResponse>
ApiClient::answerChallenge(const QString& workstationId, const contract::ChallengeResponseCreate& challenge)
{
    return askValue<contract::ChallengeResponse>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/workstations", workstationId, "/responses"), bodyOf(challenge),
                    newIdempotencyKey()));
}

Reply<contract::EnrolmentCode> ApiClient::createEnrolmentCode(const contract::EnrolmentCodeCreate& code)
{
    return askValue<contract::EnrolmentCode>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/enrolment-codes"), bodyOf(code), newIdempotencyKey()));
}

PageReply<contract::OpenEnrolmentCode> ApiClient::enrolmentCodes(const ListQuery& query)
{
    return askPage<contract::OpenEnrolmentCode>(m_transport, m_pending.get(),
                                                getRequest(pathOf("/enrolment-codes"), query));
}

Reply<contract::OpenEnrolmentCode> ApiClient::enrolmentCode(const QString& id)
{
    return askValue<contract::OpenEnrolmentCode>(m_transport, m_pending.get(),
                                                 getRequest(pathOf("/enrolment-codes", id)));
}

Reply<Nothing> ApiClient::cancelEnrolmentCode(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/enrolment-codes", id), std::nullopt));
}

} // namespace holdfast::client
