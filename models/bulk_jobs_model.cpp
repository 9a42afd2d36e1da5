// SPDX-License-Identifier: Apache-2.0
#include "models/bulk_jobs_model.h"

#include "models/formats.h"
#include "models/words_bulk.h"

namespace holdfast::models {

using contract::BulkJob;

BulkJobsModel::BulkJobsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{ }

int BulkJobsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BulkJobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case What:
        return tr("Job");
    case Status:
        return tr("State");
    case Result:
        return tr("Result");
    case Who:
        return tr("By");
    case When:
        return tr("Made");
    case UndoUntil:
        return tr("Undo ends");
    default:
        return {};
    }
}

QString BulkJobsModel::sortKey(int) const
{
    return {}; // the latest first
}

client::PageReply<BulkJob> BulkJobsModel::list(const client::ListQuery& query)
{
    return m_api.bulkJobs(query);
}

QString BulkJobsModel::idOf(const BulkJob& job) const
{
    return job.id;
}

QVariant BulkJobsModel::cellOf(const BulkJob& job, int column, int role) const
{
    if (role == StateRole) {
        return static_cast<int>(job.state);
    }
    if (role == ToneRole) {
        return static_cast<int>(column == Status ? words::toneOf(job.state) : Tone::Neutral);
    }
    if (role == Qt::ToolTipRole) {
        return column == When  ? absoluteTime(job.createdAt)
            : column == Status ? words::bulkReason(job.code)
                               : QString();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case What:
        return words::title(job);
    case Status:
        return words::of(job.state);
    case Result:
        return job.startedAt ? words::outcome(job) : words::summary(job);
    case Who:
        return job.createdBy;
    case When:
        return relativeTime(job.createdAt, m_clock.now());
    case UndoUntil:
        return job.undoneBy ? tr("undone")
            : job.undoUntil ? relativeTime(*job.undoUntil, m_clock.now())
                            : QString();
    default:
        return {};
    }
}

} // namespace holdfast::models
