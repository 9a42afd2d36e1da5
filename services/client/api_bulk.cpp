// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"

#include "services/client/requests.h"

namespace holdfast::client {

using contract::BulkJob;

// Nothing of a job is sent twice by itself: a second list would be another job.
Reply<BulkJob> ApiClient::createBulkJob(const contract::BulkJobCreate& job)
{
    return askValue<BulkJob>(m_transport, m_pending.get(), postRequest(pathOf("/bulk-jobs"), bodyOf(job)));
}

PageReply<BulkJob> ApiClient::bulkJobs(const ListQuery& query)
{
    return askPage<BulkJob>(m_transport, m_pending.get(), getRequest(pathOf("/bulk-jobs"), query));
}

Reply<BulkJob> ApiClient::bulkJob(const QString& id)
{
    return askValue<BulkJob>(m_transport, m_pending.get(), getRequest(pathOf("/bulk-jobs", id)));
}

PageReply<contract::BulkItem> ApiClient::bulkItems(const QString& id, const ListQuery& query)
{
    return askPage<contract::BulkItem>(m_transport, m_pending.get(),
                                       getRequest(pathOf("/bulk-jobs", id, "/items"), query));
}

Reply<BulkJob> ApiClient::startBulkJob(const QString& id, const contract::BulkJobStart& start)
{
    return askValue<BulkJob>(m_transport, m_pending.get(),
                             postRequest(pathOf("/bulk-jobs", id, "/start"), bodyOf(start)));
}

Reply<BulkJob> ApiClient::resumeBulkJob(const QString& id)
{
    return askValue<BulkJob>(m_transport, m_pending.get(), postRequest(pathOf("/bulk-jobs", id, "/resume")));
}

Reply<BulkJob> ApiClient::cancelBulkJob(const QString& id)
{
    return askValue<BulkJob>(m_transport, m_pending.get(), postRequest(pathOf("/bulk-jobs", id, "/cancel")));
}

Reply<BulkJob> ApiClient::undoBulkJob(const QString& id)
{
    return askValue<BulkJob>(m_transport, m_pending.get(), postRequest(pathOf("/bulk-jobs", id, "/undo")));
}

Reply<contract::BulkSettings> ApiClient::bulkSettings()
{
    return askValue<contract::BulkSettings>(m_transport, m_pending.get(),
                                            getRequest(pathOf("/settings/bulk-jobs")));
}

Reply<contract::BulkSettings> ApiClient::replaceBulkSettings(const contract::BulkSettings& settings)
{
    return askValue<contract::BulkSettings>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf("/settings/bulk-jobs"), settings.version, bodyOf(settings)));
}

PageReply<contract::BinEntry> ApiClient::bin(const ListQuery& query)
{
    return askPage<contract::BinEntry>(m_transport, m_pending.get(), getRequest(pathOf("/bin"), query));
}

Reply<contract::BinRestored> ApiClient::restoreFromBin(const QString& id, const contract::BinRestore& how)
{
    return askValue<contract::BinRestored>(m_transport, m_pending.get(),
                                           postRequest(pathOf("/bin", id, "/restore"), bodyOf(how)));
}

Reply<Nothing> ApiClient::deleteFromBin(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/bin", id), std::nullopt));
}

} // namespace holdfast::client
