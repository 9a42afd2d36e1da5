// SPDX-License-Identifier: Apache-2.0
#include "models/bulk_items_model.h"

#include "models/formats.h"
#include "models/words_bulk.h"

namespace holdfast::models {

using contract::BulkItem;

BulkItemsModel::BulkItemsModel(client::ApiClient& api, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
{ }

void BulkItemsModel::setJob(const QString& id, bool tokens)
{
    if (m_job == id) {
        return;
    }
    const bool first = m_job.isEmpty();
    m_job = id;
    m_tokens = tokens;
    if (first) {
        load();
    } else {
        restart();
    }
}

int BulkItemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BulkItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return m_tokens ? tr("Serial number") : tr("Logon name");
    case Detail:
        return m_tokens ? tr("Owner") : tr("Name");
    case Outcome:
        return tr("Outcome");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

QString BulkItemsModel::sortKey(int) const
{
    return {}; // as the list was made
}

bool BulkItemsModel::isParameter(const QString&) const
{
    return true;
}

client::PageReply<BulkItem> BulkItemsModel::list(const client::ListQuery& query)
{
    return m_api.bulkItems(m_job, query);
}

QString BulkItemsModel::idOf(const BulkItem& item) const
{
    return QString::number(item.position);
}

QVariant BulkItemsModel::cellOf(const BulkItem& item, int column, int role) const
{
    switch (role) {
    case StateRole:
        return static_cast<int>(item.state);
    case MonospaceRole:
        return m_tokens && column == Name;
    case ToneRole:
        return static_cast<int>(column == Outcome ? words::toneOf(item.state) : Tone::Neutral);
    case Qt::ToolTipRole:
        return column == Reason ? words::bulkReason(item.code) : QString();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Name:
        return m_tokens ? groupedSerial(item.name) : item.name;
    case Detail:
        return item.detail;
    case Outcome:
        return words::of(item.state);
    case Reason:
        return words::bulkReason(item.code);
    default:
        return {};
    }
}

} // namespace holdfast::models
