// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// People, as a window onto GET /users. Restrictions: "status" (wire name of UserStatus), "domain" (path; its
// subtree), "token" and "administrator" (yes, no).
class UsersModel final : public TypedWindowModel<contract::User>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        DisplayName,
        Status,
        Tokens,
        LastLogon,
        Domain,
        Email,
        ColumnCount
    };
    enum Role
    {
        StatusRole = CommonRoleEnd // contract::UserStatus as int
    };

    // Both must outlive the model.
    UsersModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::User> list(const client::ListQuery& query) override;
    QString idOf(const contract::User& user) const override;
    QVariant cellOf(const contract::User& user, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
