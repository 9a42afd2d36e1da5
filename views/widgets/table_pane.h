// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"
#include "views/widgets/table_delegate.h"

#include <QWidget>

#include <functional>
#include <optional>

class QTableView;

namespace holdfast::views {

class FilterLine;
class MessageBar;
class StateView;

// A table over a window model with its filter line and its four states in words.
class TablePane final : public QWidget
{
    Q_OBJECT
public:
    struct Words
    {
        QString settingsKey;
        QString accessibleName;
        QString filterHint;
        QString loading;
        QString icon;
        QString emptyTitle;
        QString emptyText;
        QString emptyButton; // empty: none, for want of permission
        std::function<void()> emptyAction;
        QString noMatchTitle;
        int sortColumn = -1; // -1: the list has an order of its own
    };
    // The model stays the caller's; the pane loads it when asked to.
    TablePane(models::WindowModel& model, Words words, QWidget* parent = nullptr);
    ~TablePane() override;

    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] FilterLine* filterLine() const { return m_filter; }
    [[nodiscard]] StateView* states() const { return m_states; }
    void setStatusColumn(int column, TableDelegate::StatusOf statusOf);
    // Restores what the person last had, else these.
    void setColumns(const QList<int>& widths, int stretch, const QList<int>& hidden = {});

    void load();
    // Words and choices beside them; choices of the caller are cleared through clearRequested().
    void clearFilter();
    void focusFilter();

    [[nodiscard]] QString currentId() const;
    // Rows, without a look at them: a million may be chosen.
    [[nodiscard]] int selectedCount() const;
    // Up to `most` of those that are loaded.
    [[nodiscard]] QStringList selectedIds(int most = 5000) const;
    void selectFirst();

Q_SIGNALS:
    void currentChanged(const QString& id);
    void selectionChanged(int count);
    // Enter or a double click.
    void activated(const QString& id);
    void clearRequested();

private:
    void showState();
    void showCount();
    void tellCurrent();

    models::WindowModel& m_model;
    Words m_words;
    FilterLine* m_filter;
    MessageBar* m_message;
    QTableView* m_table;
    TableDelegate* m_delegate;
    StateView* m_states;
    std::optional<qint64> m_all; // rows without a filter, once known
    QString m_current;
};

} // namespace holdfast::views
