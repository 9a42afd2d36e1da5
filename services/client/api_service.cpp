// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

Reply<contract::HealthReport> ApiClient::healthReport()
{
    return askValue<contract::HealthReport>(m_transport, m_pending.get(), getRequest(pathOf("/health")));
}

Reply<contract::LoggingState> ApiClient::logging()
{
    return askValue<contract::LoggingState>(m_transport, m_pending.get(), getRequest(pathOf("/logging")));
}

Reply<contract::LoggingState> ApiClient::turnVerboseLogsOn(const contract::VerboseLogs& logs)
{
    return askValue<contract::LoggingState>(m_transport, m_pending.get(),
                                            postRequest(pathOf("/logging/verbose"), bodyOf(logs)));
}

Reply<contract::LoggingState> ApiClient::turnVerboseLogsOff()
{
    return askValue<contract::LoggingState>(m_transport, m_pending.get(),
                                            postRequest(pathOf("/logging/normal")));
}

Reply<QByteArray> ApiClient::supportBundle()
{
    return begin<QByteArray>(m_transport, m_pending.get(), getRequest(pathOf("/support-bundle")),
                             [](Answer&& answer) { return contract::Result<QByteArray>(answer.body); });
}

} // namespace holdfast::client
