// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Tokens, as a window onto GET /tokens. Restrictions: "state" (wire name of TokenState), "kind",
// "assigned" (yes, no), "domain" (path; its subtree), "expiring" (within so many days).
class TokensModel final : public TypedWindowModel<contract::Token>
{
    Q_OBJECT
public:
    enum Column
    {
        Serial,
        Kind,
        State,
        Owner,
        Pin,
        Expires,
        LastUsed,
        Domain,
        ColumnCount
    };
    enum Role
    {
        StateRole = CommonRoleEnd, // contract::TokenState as int
        OwnerIdRole // user id; empty when unassigned
    };

    TokensModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::Token> list(const client::ListQuery& query) override;
    QString idOf(const contract::Token& token) const override;
    QVariant cellOf(const contract::Token& token, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
