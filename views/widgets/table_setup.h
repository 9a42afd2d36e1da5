// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QTableView;
class QTreeView;
class QString;

namespace holdfast::views {

// What all tables share: rows of one height, no vertical grid, whole rows selected, columns that can be
// moved.
void setUpTable(QTableView* table);
void setUpTree(QTreeView* tree);

// Widths for the default size; the column `stretch` takes what is left, but no less than
// its width.
void setColumnWidths(QTableView* table, const QList<int>& widths, int stretch);

// Columns, order and sorting, kept under `key` in the settings.
void restoreColumns(QTableView* table, const QString& key);
// Columns of figures and times.
void setEndColumns(QTableView* table, const QList<int>& columns);

// A context menu of the header, to show and hide columns; the first one stays.
void addColumnMenu(QTableView* table);
void saveColumns(const QTableView* table, const QString& key);

} // namespace holdfast::views
