// SPDX-License-Identifier: Apache-2.0
#include "models/workstations_model.h"

#include "models/formats.h"
#include "models/words_offline.h"

namespace holdfast::models {

using contract::Workstation;

WorkstationsModel::WorkstationsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{
    setSort(Name, Qt::AscendingOrder);
}

int WorkstationsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WorkstationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section == People && role == Qt::ToolTipRole) {
        return tr("People who can sign in there without a network");
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant() : WindowModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Name:
        return tr("Workstation");
    case State:
        return tr("State");
    case People:
        return tr("Can sign in");
    case LastContact:
        return tr("Last contact");
    case Clock:
        return tr("Clock");
    case Keys:
        return tr("Keys");
    case Domain:
        return tr("Domain");
    case System:
        return tr("System");
    default:
        return {};
    }
}

QString WorkstationsModel::sortKey(int column) const
{
    switch (column) {
    case Name:
        return QStringLiteral("name");
    case LastContact:
        return QStringLiteral("lastContact");
    default:
        return {};
    }
}

client::PageReply<Workstation> WorkstationsModel::list(const client::ListQuery& query)
{
    return m_api.workstations(query);
}

QString WorkstationsModel::idOf(const Workstation& workstation) const
{
    return workstation.id;
}

QVariant WorkstationsModel::cellOf(const Workstation& workstation, int column, int role) const
{
    switch (role) {
    case StateRole:
        return static_cast<int>(workstation.state);
    case NumericRole:
        return column == People || column == LastContact;
    case ToneRole:
        if (column == Clock) {
            return static_cast<int>(words::clockTone(workstation.clockOffsetSeconds));
        }
        return static_cast<int>(column == State ? words::toneOf(workstation.state) : Tone::Neutral);
    case Qt::ToolTipRole:
        if (column == LastContact && workstation.lastContactAt) {
            return absoluteTime(*workstation.lastContactAt);
        }
        return column == Keys ? QVariant(words::of(workstation.keyProtection)) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Name:
        return workstation.name;
    case State:
        return words::of(workstation.state);
    case People:
        return QLocale().toString(workstation.people);
    case LastContact:
        return workstation.lastContactAt ? relativeTime(*workstation.lastContactAt, m_clock.now())
                                         : tr("never");
    case Clock:
        return words::clockDifference(workstation.clockOffsetSeconds);
    case Keys:
        return words::briefly(workstation.keyProtection);
    case Domain:
        return workstation.domain;
    case System:
        return workstation.system;
    default:
        return {};
    }
}

} // namespace holdfast::models
