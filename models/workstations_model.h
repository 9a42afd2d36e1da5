// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Workstations, as a window onto GET /workstations. Restrictions: "state" (wire name of WorkstationState),
// "domain" (path; its subtree), "name".
class WorkstationsModel final : public TypedWindowModel<contract::Workstation>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        State,
        People,
        LastContact,
        Clock,
        Keys,
        Domain,
        System,
        ColumnCount
    };
    enum Role
    {
        StateRole = CommonRoleEnd // contract::WorkstationState as int
    };

    WorkstationsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::Workstation> list(const client::ListQuery& query) override;
    QString idOf(const contract::Workstation& workstation) const override;
    QVariant cellOf(const contract::Workstation& workstation, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
