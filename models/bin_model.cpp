// SPDX-License-Identifier: Apache-2.0
#include "models/bin_model.h"

#include "models/formats.h"
#include "models/words_bulk.h"

namespace holdfast::models {

using contract::BinEntry;

BinModel::BinModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{ }

int BinModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name or serial number");
    case Detail:
        return tr("Shown name or maker");
    case Kind:
        return tr("Kind");
    case Domain:
        return tr("Domain");
    case DeletedBy:
        return tr("Deleted by");
    case DeletedAt:
        return tr("Deleted");
    case KeptUntil:
        return tr("Deleted for good");
    default:
        return {};
    }
}

QString BinModel::sortKey(int) const
{
    return {}; // the latest first
}

client::PageReply<BinEntry> BinModel::list(const client::ListQuery& query)
{
    return m_api.bin(query);
}

QString BinModel::idOf(const BinEntry& entry) const
{
    return entry.id;
}

QVariant BinModel::cellOf(const BinEntry& entry, int column, int role) const
{
    const bool token = entry.kind == contract::BinKind::Token;
    if (role == MonospaceRole) {
        return token && column == Name;
    }
    if (role == NumericRole) {
        return column == DeletedAt || column == KeptUntil;
    }
    if (role == Qt::ToolTipRole) {
        return column == DeletedAt ? absoluteTime(entry.deletedAt)
            : column == KeptUntil  ? absoluteTime(entry.keptUntil)
                                   : QString();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Name:
        return token ? groupedSerial(entry.name) : entry.name;
    case Detail:
        return entry.detail;
    case Kind:
        return words::of(entry.kind);
    case Domain:
        return entry.domainGone ? tr("%1 (gone)").arg(entry.domain) : entry.domain;
    case DeletedBy:
        return entry.deletedBy;
    case DeletedAt:
        return relativeTime(entry.deletedAt, m_clock.now());
    case KeptUntil:
        return relativeTime(entry.keptUntil, m_clock.now());
    default:
        return {};
    }
}

} // namespace holdfast::models
