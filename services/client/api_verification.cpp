// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

constexpr int everything = 500;

QString verificationPath(const QString& userId, const QString& id, const char* action = "")
{
    return pathOf("/users", userId, "/verifications") + pathOf("", id, action);
}

} // namespace

Reply<contract::CallerVerification> ApiClient::beginVerification(const QString& userId)
{
    return askValue<contract::CallerVerification>(m_transport, m_pending.get(),
                                                  postRequest(pathOf("/users", userId, "/verifications")));
}

Reply<contract::CallerVerification> ApiClient::verification(const QString& userId, const QString& id)
{
    return askValue<contract::CallerVerification>(m_transport, m_pending.get(),
                                                  getRequest(verificationPath(userId, id)));
}

Reply<contract::CallerVerification>
ApiClient::addVerificationStep(const QString& userId, const QString& id,
                               const contract::VerificationStepCreate& step)
{
    return askValue<contract::CallerVerification>(
        m_transport, m_pending.get(), postRequest(verificationPath(userId, id, "/steps"), bodyOf(step)));
}

Reply<contract::CallerVerification> ApiClient::requestApproval(const QString& userId, const QString& id,
                                                               const contract::ApprovalCreate& request)
{
    return askValue<contract::CallerVerification>(
        m_transport, m_pending.get(),
        postRequest(verificationPath(userId, id, "/approval"), bodyOf(request)));
}

Reply<contract::CallerVerification> ApiClient::endVerification(const QString& userId, const QString& id)
{
    return askValue<contract::CallerVerification>(m_transport, m_pending.get(),
                                                  postRequest(verificationPath(userId, id, "/end")));
}

PageReply<contract::CallerQuestion> ApiClient::callerQuestions(const QString& userId)
{
    return askPage<contract::CallerQuestion>(m_transport, m_pending.get(),
                                             getRequest(pathOf("/users", userId, "/caller-questions")));
}

PageReply<contract::CallerQuestion>
ApiClient::replaceCallerQuestions(const QString& userId, const contract::CallerQuestionSet& questions)
{
    return askPage<contract::CallerQuestion>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf("/users", userId, "/caller-questions"), std::nullopt, bodyOf(questions)));
}

PageReply<contract::Approval> ApiClient::approvals()
{
    return askPage<contract::Approval>(m_transport, m_pending.get(),
                                       getRequest(pathOf("/approvals"), {.limit = everything}));
}

Reply<contract::Approval> ApiClient::decideApproval(const QString& id, bool approve)
{
    return askValue<contract::Approval>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/approvals", id, approve ? "/approve" : "/refuse")));
}

} // namespace holdfast::client
