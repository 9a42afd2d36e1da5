// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Runs of saved reports, latest first, as a window onto GET /report-jobs. While it is watched it is asked
// again every few seconds.
class ReportJobsModel final : public TypedWindowModel<contract::ReportJob>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        State,
        Rows,
        Size,
        Asked,
        By,
        ColumnCount
    };
    enum Role
    {
        StateRole = CommonRoleEnd // contract::ReportJobState as int
    };

    ReportJobsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);
    void setWatched(bool watched);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::ReportJob> list(const client::ListQuery& query) override;
    QString idOf(const contract::ReportJob& job) const override;
    QVariant cellOf(const contract::ReportJob& job, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
    QTimer m_timer;
};

} // namespace holdfast::models
