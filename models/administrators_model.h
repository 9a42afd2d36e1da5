// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Who administers, with which roles, as a window onto GET /administrators.
class AdministratorsModel final : public TypedWindowModel<contract::AdministratorEntry>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        DisplayName,
        Roles, // "Help Desk of /Sales"
        Password,
        ColumnCount
    };

    explicit AdministratorsModel(client::ApiClient& api, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::AdministratorEntry> list(const client::ListQuery& query) override;
    QString idOf(const contract::AdministratorEntry& entry) const override;
    QVariant cellOf(const contract::AdministratorEntry& entry, int column, int role) const override;

private:
    client::ApiClient& m_api;
};

} // namespace holdfast::models
