// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// The list of one job, as a window onto GET /bulk-jobs/{id}/items. Restriction: "state" (wire name of
// BulkItemState).
class BulkItemsModel final : public TypedWindowModel<contract::BulkItem>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Detail,
        Outcome,
        Reason,
        ColumnCount
    };
    enum Role
    {
        StateRole = CommonRoleEnd // contract::BulkItemState as int
    };

    explicit BulkItemsModel(client::ApiClient& api, QObject* parent = nullptr);

    // Empty: none. `tokens`: serial numbers rather than names.
    void setJob(const QString& id, bool tokens);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    bool isParameter(const QString& restriction) const override;
    client::PageReply<contract::BulkItem> list(const client::ListQuery& query) override;
    QString idOf(const contract::BulkItem& item) const override;
    QVariant cellOf(const contract::BulkItem& item, int column, int role) const override;

private:
    client::ApiClient& m_api;
    QString m_job;
    bool m_tokens = false;
};

} // namespace holdfast::models
