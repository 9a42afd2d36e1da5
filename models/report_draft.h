// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/list_query.h"
#include "services/contract/report.h"
#include "services/contract/saved_report.h"

#include <QAbstractListModel>
#include <QMap>

namespace holdfast::models {

// A report as it is being put together: its columns, ticked and in order, and what restricts it.
class ReportDraft final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ReportDraft(QObject* parent = nullptr);

    // All columns, no restriction.
    void begin(const contract::ReportTemplate& report);
    // As it was saved; columns that the template has no more are left out.
    void begin(const contract::ReportTemplate& report, const contract::SavedReport& saved);
    [[nodiscard]] const contract::ReportTemplate& report() const { return m_report; }

    // An empty value lifts it.
    void setFilter(const QString& name, const QString& value);
    [[nodiscard]] QString filter(const QString& name) const { return m_filters.value(name); }
    [[nodiscard]] bool hasFilters() const { return !m_filters.isEmpty(); }

    [[nodiscard]] QStringList chosenColumns() const; // in order
    // One up or down; the row where it is then.
    int move(int row, int by);

    // For GET /reports/{template}.
    [[nodiscard]] client::ListQuery query() const;
    // For saving; name, format and schedule are the caller's.
    [[nodiscard]] contract::SavedReportEdit toSave() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    // Columns or restrictions are others.
    void changed();

private:
    struct Column
    {
        QString name;
        bool chosen = true;
    };
    contract::ReportTemplate m_report;
    QList<Column> m_columns;
    QMap<QString, QString> m_filters;
};

} // namespace holdfast::models
