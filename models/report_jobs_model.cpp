// SPDX-License-Identifier: Apache-2.0
#include "models/report_jobs_model.h"

#include "models/formats.h"
#include "models/report_words.h"

#include <QLocale>

namespace holdfast::models {

using contract::ReportJobState;

ReportJobsModel::ReportJobsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{
    constexpr std::chrono::seconds again {3};
    m_timer.setInterval(again);
    connect(&m_timer, &QTimer::timeout, this, &ReportJobsModel::refresh);
}

void ReportJobsModel::setWatched(bool watched)
{
    if (watched) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

int ReportJobsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReportJobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Report");
    case State:
        return tr("State");
    case Rows:
        return tr("Rows");
    case Size:
        return tr("Size");
    case Asked:
        return tr("Begun");
    case By:
        return tr("By");
    default:
        return {};
    }
}

QString ReportJobsModel::sortKey(int) const
{
    return {}; // latest first, always
}

client::PageReply<contract::ReportJob> ReportJobsModel::list(const client::ListQuery& query)
{
    return m_api.reportJobs(query);
}

QString ReportJobsModel::idOf(const contract::ReportJob& job) const
{
    return job.id;
}

QVariant ReportJobsModel::cellOf(const contract::ReportJob& job, int column, int role) const
{
    if (role == StateRole) {
        return static_cast<int>(job.state);
    }
    if (role == NumericRole) {
        return column == Rows || column == Size;
    }
    if (role == Qt::ToolTipRole) {
        return job.state == ReportJobState::Failed ? words::reportFailure(job)
            : column == Asked                      ? absoluteTime(job.createdAt)
                                                   : cellOf(job, column, Qt::DisplayRole);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Name:
        return job.state == ReportJobState::Failed ? tr("%1: %2").arg(job.name, words::reportFailure(job))
                                                   : job.name;
    case State:
        return job.state == ReportJobState::Finished && !job.available ? tr("Removed") : words::of(job.state);
    case Rows:
        return job.rows > 0 || job.state == ReportJobState::Finished ? QLocale().toString(job.rows)
                                                                     : QString();
    case Size:
        return job.bytes > 0 ? QLocale().formattedDataSize(job.bytes) : QString();
    case Asked:
        return relativeTime(job.createdAt, m_clock.now());
    case By:
        return job.scheduled ? tr("Schedule") : job.owner;
    default:
        return {};
    }
}

} // namespace holdfast::models
