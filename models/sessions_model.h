// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Who is signed in now, as a window onto GET /sessions.
class SessionsModel final : public TypedWindowModel<contract::SessionEntry>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        SignedIn,
        LastSeen,
        Address,
        ColumnCount
    };

    SessionsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::SessionEntry> list(const client::ListQuery& query) override;
    QString idOf(const contract::SessionEntry& entry) const override;
    QVariant cellOf(const contract::SessionEntry& entry, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
