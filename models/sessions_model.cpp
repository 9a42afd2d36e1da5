// SPDX-License-Identifier: Apache-2.0
#include "models/sessions_model.h"

#include "models/formats.h"

namespace holdfast::models {

SessionsModel::SessionsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{ }

int SessionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Administrator");
    case SignedIn:
        return tr("Signed in");
    case LastSeen:
        return tr("Last seen");
    case Address:
        return tr("From");
    default:
        return {};
    }
}

QString SessionsModel::sortKey(int) const
{
    return {}; // a short list in the service's own order
}

client::PageReply<contract::SessionEntry> SessionsModel::list(const client::ListQuery& query)
{
    return m_api.sessions(query);
}

QString SessionsModel::idOf(const contract::SessionEntry& entry) const
{
    return entry.id;
}

QVariant SessionsModel::cellOf(const contract::SessionEntry& entry, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const QString shown = entry.displayName.isEmpty() ? entry.name : entry.displayName;
    switch (column) {
    case Name:
        return entry.current ? tr("%1 (this session)").arg(shown) : shown;
    case SignedIn:
        return relativeTime(entry.createdAt, m_clock.now());
    case LastSeen:
        return relativeTime(entry.lastSeenAt, m_clock.now());
    case Address:
        return entry.clientAddress;
    default:
        return {};
    }
}

} // namespace holdfast::models
