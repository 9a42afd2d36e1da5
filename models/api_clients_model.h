// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Programs that may authenticate people, as a window onto GET /api-clients. Never their keys.
class ApiClientsModel final : public TypedWindowModel<contract::ApiClient>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        LastUsed,
        CreatedBy,
        CreatedAt,
        ColumnCount
    };

    // Both must outlive the model.
    ApiClientsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::ApiClient> list(const client::ListQuery& query) override;
    QString idOf(const contract::ApiClient& entry) const override;
    QVariant cellOf(const contract::ApiClient& entry, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
