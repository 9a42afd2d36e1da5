// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

constexpr int mostSaved = 500;

// A report is whole, or its first rows: no pages.
ListQuery withoutPages(ListQuery query)
{
    query.limit = 0;
    query.total = false;
    query.after.reset();
    query.before.reset();
    query.at.reset();
    return query;
}

Reply<Nothing> stream(Transport& transport, QObject* owner, Request request,
                      std::shared_ptr<QIODevice> target, Progress progress)
{
    auto* pending = new Pending<Nothing>(
        transport, [](Answer&&) { return contract::Result<Nothing>(Nothing {}); }, owner);
    auto future = pending->future();
    pending->setId(transport.download(
        std::move(request), std::move(target), std::move(progress),
        [pending](contract::Result<Answer> answer) { pending->ended(std::move(answer)); }));
    return future;
}

} // namespace

PageReply<contract::ReportTemplate> ApiClient::reportTemplates()
{
    return askPage<contract::ReportTemplate>(m_transport, m_pending.get(), getRequest(pathOf("/reports")));
}

Reply<Nothing> ApiClient::report(const QString& reportTemplate, const ListQuery& query,
                                 contract::ReportFormat format, std::shared_ptr<QIODevice> target,
                                 Progress progress)
{
    ListQuery whole = withoutPages(query);
    whole.where.append({QStringLiteral("format"), contract::enumName(format)});
    return stream(m_transport, m_pending.get(), getRequest(pathOf("/reports", reportTemplate), whole),
                  std::move(target), std::move(progress));
}

Reply<QByteArray> ApiClient::firstRows(const QString& reportTemplate, const ListQuery& query, int limit)
{
    ListQuery first = withoutPages(query);
    first.where.append({QStringLiteral("format"), contract::enumName(contract::ReportFormat::JsonLines)});
    first.where.append({QStringLiteral("limit"), QString::number(limit)});
    return begin<QByteArray>(m_transport, m_pending.get(),
                             getRequest(pathOf("/reports", reportTemplate), first),
                             [](Answer&& answer) { return contract::Result<QByteArray>(answer.body); });
}

PageReply<contract::SavedReport> ApiClient::savedReports(const ListQuery& query)
{
    ListQuery all = query;
    all.limit = mostSaved;
    return askPage<contract::SavedReport>(m_transport, m_pending.get(),
                                          getRequest(pathOf("/saved-reports"), all));
}

Reply<contract::SavedReport> ApiClient::createSavedReport(const contract::SavedReportEdit& report)
{
    return askValue<contract::SavedReport>(m_transport, m_pending.get(),
                                           postRequest(pathOf("/saved-reports"), bodyOf(report)));
}

Reply<contract::SavedReport>
ApiClient::replaceSavedReport(const QString& id, const contract::SavedReportEdit& report, qint64 version)
{
    return askValue<contract::SavedReport>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf("/saved-reports", id), version, bodyOf(report)));
}

Reply<Nothing> ApiClient::deleteSavedReport(const QString& id, qint64 version)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/saved-reports", id), version));
}

Reply<contract::ReportJob> ApiClient::runSavedReport(const QString& id)
{
    return askValue<contract::ReportJob>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/saved-reports", id, "/run"), {}, newIdempotencyKey()));
}

PageReply<contract::ReportJob> ApiClient::reportJobs(const ListQuery& query)
{
    return askPage<contract::ReportJob>(m_transport, m_pending.get(),
                                        getRequest(pathOf("/report-jobs"), query));
}

Reply<Nothing> ApiClient::deleteReportJob(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/report-jobs", id), std::nullopt));
}

Reply<Nothing> ApiClient::reportResult(const QString& jobId, std::shared_ptr<QIODevice> target,
                                       Progress progress)
{
    return stream(m_transport, m_pending.get(), getRequest(pathOf("/report-jobs", jobId, "/result")),
                  std::move(target), std::move(progress));
}

PageReply<contract::Notification> ApiClient::notifications()
{
    return askPage<contract::Notification>(m_transport, m_pending.get(),
                                           getRequest(pathOf("/notifications")));
}

Reply<contract::NotificationSettings> ApiClient::notificationSettings()
{
    return askValue<contract::NotificationSettings>(m_transport, m_pending.get(),
                                                    getRequest(pathOf("/settings/notifications")));
}

Reply<contract::NotificationSettings>
ApiClient::replaceNotificationSettings(const contract::NotificationSettings& settings)
{
    return askValue<contract::NotificationSettings>(
        m_transport, m_pending.get(),
        changeRequest("PUT", pathOf("/settings/notifications"), settings.version, bodyOf(settings)));
}

Reply<contract::MailState> ApiClient::mailState()
{
    return askValue<contract::MailState>(m_transport, m_pending.get(), getRequest(pathOf("/mail")));
}

Reply<Nothing> ApiClient::sendTestMail(const contract::TestMail& mail)
{
    Request request = postRequest(pathOf("/notifications/test-mail"), bodyOf(mail));
    request.timeout = std::chrono::minutes(2); // the service waits for the mail server
    return askNothing(m_transport, m_pending.get(), std::move(request));
}

} // namespace holdfast::client
