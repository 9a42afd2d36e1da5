// SPDX-License-Identifier: Apache-2.0
#include "models/report_preview_model.h"

#include "models/report_words.h"
#include "models/window_model.h"

#include <QJsonDocument>

namespace holdfast::models {

ReportPreviewModel::ReportPreviewModel(client::ApiClient& api, QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
{ }

void ReportPreviewModel::load(const QString& report, const QStringList& columns,
                              const client::ListQuery& query)
{
    m_call.cancel();
    become(State::Loading);
    m_call = client::consume(m_api.firstRows(report, query, mostRows), this,
                             [this, columns](const contract::Result<QByteArray>& lines) {
                                 if (lines) {
                                     show(columns, *lines);
                                     return;
                                 }
                                 m_error = lines.error();
                                 show({}, {});
                                 become(State::Failed);
                             });
}

void ReportPreviewModel::clear()
{
    m_call.cancel();
    show({}, {});
    become(State::Idle);
}

void ReportPreviewModel::show(const QStringList& columns, const QByteArray& lines)
{
    beginResetModel();
    m_columns = columns;
    m_rows.clear();
    for (const QByteArray& line : lines.split('\n')) {
        if (!line.isEmpty()) {
            m_rows.append(QJsonDocument::fromJson(line).object());
        }
    }
    endResetModel();
    become(m_rows.isEmpty() ? State::Empty : State::Ready);
}

void ReportPreviewModel::become(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

int ReportPreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReportPreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ReportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size()) {
        return {};
    }
    return role == Qt::DisplayRole ? QVariant(words::reportColumn(m_columns.at(section))) : QVariant();
}

QVariant ReportPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    const QString& column = m_columns.at(index.column());
    const QJsonValue value = m_rows.at(index.row()).value(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return words::reportCell(column, value);
    case NumericRole:
        return value.isDouble();
    case MonospaceRole:
        return column == QLatin1String("token");
    default:
        return {};
    }
}

} // namespace holdfast::models
