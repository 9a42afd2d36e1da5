// SPDX-License-Identifier: Apache-2.0
// The rows of ImportModel.
#include "models/formats.h"
#include "models/import_model.h"
#include "models/words.h"

namespace holdfast::models {

using contract::ImportOutcome;
using contract::ImportRow;

void ImportModel::selectRows()
{
    m_shown.clear();
    for (size_t i = 0; i < m_result.rows.size(); ++i) {
        if (!m_onlyProblems || m_result.rows[i].outcome == ImportOutcome::Failed
            || m_result.rows[i].outcome == ImportOutcome::Ignored) {
            m_shown.push_back(static_cast<int>(i));
        }
    }
}

void ImportModel::setOnlyProblems(bool only)
{
    if (m_onlyProblems != only) {
        beginResetModel();
        m_onlyProblems = only;
        selectRows();
        endResetModel();
    }
}

int ImportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ImportRow& row = m_result.rows[static_cast<size_t>(m_shown[static_cast<size_t>(index.row())])];
    if (role == OutcomeRole) {
        return static_cast<int>(row.outcome);
    }
    if (role == ToneRole) {
        return static_cast<int>(index.column() == Outcome ? words::toneOf(row.outcome) : Tone::Neutral);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Position:
        return row.position;
    case Serial:
        return groupedSerial(row.serial);
    case Outcome:
        return words::of(row.outcome);
    case Cause:
        return words::importCause(row.code, row.cause);
    case Cure:
        return words::importCure(row.code, row.cure);
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant()
                                       : QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Position:
        return m_request.format == contract::ImportFormat::Csv
                || m_request.format == contract::ImportFormat::Otpauth
            ? tr("Line")
            : tr("No.");
    case Serial:
        return tr("Serial number");
    case Outcome:
        return tr("Outcome");
    case Cause:
        return tr("Cause");
    case Cure:
        return tr("What to do");
    default:
        return {};
    }
}

} // namespace holdfast::models
