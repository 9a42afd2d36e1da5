// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Jobs over many, the latest first, as a window onto GET /bulk-jobs.
class BulkJobsModel final : public TypedWindowModel<contract::BulkJob>
{
    Q_OBJECT
public:
    enum Column
    {
        What,
        Status,
        Result,
        Who,
        When,
        UndoUntil,
        ColumnCount
    };
    enum Role
    {
        StateRole = CommonRoleEnd // contract::BulkJobState as int
    };

    BulkJobsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::BulkJob> list(const client::ListQuery& query) override;
    QString idOf(const contract::BulkJob& job) const override;
    QVariant cellOf(const contract::BulkJob& job, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
