// SPDX-License-Identifier: Apache-2.0
#include "models/report_draft.h"

#include "models/report_words.h"

namespace holdfast::models {

ReportDraft::ReportDraft(QObject* parent)
    : QAbstractListModel(parent)
{ }

void ReportDraft::begin(const contract::ReportTemplate& report)
{
    beginResetModel();
    m_report = report;
    m_filters.clear();
    m_columns.clear();
    for (const QString& name : report.columns) {
        m_columns.append({name, true});
    }
    endResetModel();
    Q_EMIT changed();
}

void ReportDraft::begin(const contract::ReportTemplate& report, const contract::SavedReport& saved)
{
    beginResetModel();
    m_report = report;
    m_filters.clear();
    m_columns.clear();
    for (const QString& name : saved.columns) {
        if (report.columns.contains(name)) {
            m_columns.append({name, true});
        }
    }
    for (const QString& name : report.columns) {
        if (!saved.columns.contains(name)) {
            m_columns.append({name, saved.columns.isEmpty()});
        }
    }
    for (const contract::ReportFilter& filter : saved.filters) {
        m_filters.insert(filter.name, filter.value);
    }
    endResetModel();
    Q_EMIT changed();
}

void ReportDraft::setFilter(const QString& name, const QString& value)
{
    if (m_filters.value(name) == value) {
        return;
    }
    if (value.isEmpty()) {
        m_filters.remove(name);
    } else {
        m_filters.insert(name, value);
    }
    Q_EMIT changed();
}

QStringList ReportDraft::chosenColumns() const
{
    QStringList names;
    for (const Column& column : m_columns) {
        if (column.chosen) {
            names << column.name;
        }
    }
    return names;
}

int ReportDraft::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount() || by == 0) {
        return row;
    }
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_columns.move(row, to);
    endMoveRows();
    Q_EMIT changed();
    return to;
}

client::ListQuery ReportDraft::query() const
{
    client::ListQuery query;
    query.limit = 0;
    for (auto filter = m_filters.begin(); filter != m_filters.end(); ++filter) {
        query.where.append({filter.key(), filter.value()});
    }
    const QStringList columns = chosenColumns();
    if (columns != m_report.columns) {
        query.where.append({QStringLiteral("columns"), columns.join(QLatin1Char(','))});
    }
    return query;
}

contract::SavedReportEdit ReportDraft::toSave() const
{
    contract::SavedReportEdit edit;
    edit.report = m_report.id;
    edit.columns = chosenColumns();
    for (auto filter = m_filters.begin(); filter != m_filters.end(); ++filter) {
        edit.filters.push_back({filter.key(), filter.value()});
    }
    return edit;
}

int ReportDraft::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ReportDraft::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Column& column = m_columns.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words::reportColumn(column.name);
    case Qt::CheckStateRole:
        return column.chosen ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

// The last one stays: a report without columns says nothing.
bool ReportDraft::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole) {
        return false;
    }
    const bool chosen = value.toInt() == Qt::Checked;
    if (!chosen && chosenColumns().size() == 1 && m_columns.at(index.row()).chosen) {
        return false;
    }
    m_columns[index.row()].chosen = chosen;
    Q_EMIT dataChanged(index, index, {role});
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags ReportDraft::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::NoItemFlags;
}

} // namespace holdfast::models
