// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

namespace holdfast::models {

// Deleted people and tokens, the latest first, as a window onto GET /bin. Restriction: "kind" (user, token).
class BinModel final : public TypedWindowModel<contract::BinEntry>
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Detail,
        Kind,
        Domain,
        DeletedBy,
        DeletedAt,
        KeptUntil,
        ColumnCount
    };

    BinModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::BinEntry> list(const client::ListQuery& query) override;
    QString idOf(const contract::BinEntry& entry) const override;
    QVariant cellOf(const contract::BinEntry& entry, int column, int role) const override;

private:
    client::ApiClient& m_api;
    const contract::Clock& m_clock;
};

} // namespace holdfast::models
