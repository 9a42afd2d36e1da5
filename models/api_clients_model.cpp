// SPDX-License-Identifier: Apache-2.0
#include "models/api_clients_model.h"

#include "models/formats.h"

namespace holdfast::models {

ApiClientsModel::ApiClientsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{ }

int ApiClientsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApiClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case LastUsed:
        return tr("Last used");
    case CreatedBy:
        return tr("Created by");
    case CreatedAt:
        return tr("Created");
    default:
        return {};
    }
}

QString ApiClientsModel::sortKey(int) const
{
    return {}; // a short list in the service's own order
}

client::PageReply<contract::ApiClient> ApiClientsModel::list(const client::ListQuery& query)
{
    return m_api.apiClients(query);
}

QString ApiClientsModel::idOf(const contract::ApiClient& entry) const
{
    return entry.id;
}

QVariant ApiClientsModel::cellOf(const contract::ApiClient& entry, int column, int role) const
{
    const bool tip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !tip) {
        return {};
    }
    const auto time = [&](contract::Timestamp at) {
        return tip ? absoluteTime(at) : relativeTime(at, m_clock.now());
    };
    switch (column) {
    case Name:
        return entry.name;
    case LastUsed:
        return entry.lastUsedAt ? time(*entry.lastUsedAt) : tr("never");
    case CreatedBy:
        return entry.createdBy;
    case CreatedAt:
        return time(entry.createdAt);
    default:
        return {};
    }
}

} // namespace holdfast::models
