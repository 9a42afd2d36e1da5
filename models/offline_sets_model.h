// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Who holds what where: a window onto GET /offline-sets. Restrictions: "state" (wire name of
// OfflineSetState), "domain" (the person's; its subtree), "user" (id), "workstation" (id), "daysBelow",
// "refill", "leavers", "warning" (a figure of the readiness).
class OfflineSetsModel final : public TypedWindowModel<contract::OfflineSet>
{
    Q_OBJECT
public:
    enum Column
    {
        Person,
        Workstation,
        Days, // that are left
        State,
        Renewal,
        Codes,
        Policy,
        LastContact,
        Issued,
        Token,
        Domain,
        ColumnCount
    };
    enum Role
    {
        StateRole = CommonRoleEnd, // contract::OfflineSetState as int
        DaysRole, // double
        ReasonRole, // why it is not valid
        ShareRole, // of two weeks that are left, 0 to 1; none where the days say nothing
        ReportedRole, // what the workstation told, in words, where it differs
        UserIdRole,
        WorkstationIdRole
    };

    OfflineSetsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::OfflineSet> list(const client::ListQuery& query) override;
    QString idOf(const contract::OfflineSet& set) const override;
    QVariant cellOf(const contract::OfflineSet& set, int column, int role) const override;

private:
    [[nodiscard]] QVariant textOf(const contract::OfflineSet& set, int column) const;

    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
