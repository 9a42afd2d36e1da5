// SPDX-License-Identifier: Apache-2.0
#include "models/emergency_codes_model.h"

#include "models/formats.h"
#include "models/window_model.h"
#include "models/words.h"

namespace holdfast::models {

using contract::EmergencyCode;

EmergencyCodesModel::EmergencyCodesModel(const contract::Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{ }

void EmergencyCodesModel::setCodes(std::vector<EmergencyCode> codes)
{
    beginResetModel();
    m_codes = std::move(codes);
    endResetModel();
}

const EmergencyCode* EmergencyCodesModel::code(int row) const
{
    return row >= 0 && static_cast<size_t>(row) < m_codes.size() ? &m_codes[static_cast<size_t>(row)]
                                                                 : nullptr;
}

int EmergencyCodesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_codes.size());
}

int EmergencyCodesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EmergencyCodesModel::data(const QModelIndex& index, int role) const
{
    const EmergencyCode* code = index.isValid() ? this->code(index.row()) : nullptr;
    if (code == nullptr) {
        return {};
    }
    const contract::Timestamp now = m_clock.now();
    switch (role) {
    case IdRole:
        return code->id;
    case PlaceholderRole:
        return false;
    case ToneRole:
        return static_cast<int>(index.column() == State ? words::toneOf(code->state) : Tone::Neutral);
    case NumericRole:
        return index.column() == Remaining;
    case Qt::ToolTipRole:
        return index.column() == Expires ? QVariant(absoluteTime(code->expiresAt))
            : index.column() == IssuedAt ? QVariant(absoluteTime(code->issuedAt))
            : index.column() == Kind     ? QVariant(words::of(code->replaces))
                                         : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case State:
        return words::of(code->state);
    case Kind:
        return words::of(code->kind);
    case Remaining:
        return code->kind == contract::EmergencyCodeKind::Fixed
            ? QString()
            : tr("%1 of %2", "codes left").arg(code->remaining).arg(code->count);
    case Expires:
        return relativeTime(code->expiresAt, now);
    case Reason:
        return code->reason;
    case IssuedBy:
        return code->issuedBy;
    case IssuedAt:
        return relativeTime(code->issuedAt, now);
    default:
        return {};
    }
}

QVariant EmergencyCodesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant()
                                       : QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case State:
        return tr("State");
    case Kind:
        return tr("Kind");
    case Remaining:
        return tr("Left");
    case Expires:
        return tr("Until");
    case Reason:
        return tr("Reason");
    case IssuedBy:
        return tr("Issued by");
    case IssuedAt:
        return tr("Issued");
    default:
        return {};
    }
}

} // namespace holdfast::models
