// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/table_setup.h"

#include "views/theme/metrics.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTreeView>

namespace holdfast::views {
namespace {

void setUpView(QAbstractItemView* view)
{
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setMouseTracking(true);
    view->setTabKeyNavigation(false);
}

QString settingsKey(const QString& key)
{
    return QStringLiteral("columns/") + key;
}

// Figures and times stand at the end of their column, and so do their titles. It keeps a selection of its
// own, an empty one: while it paints it asks whether columns are chosen whole, for which the rows of the
// table's would be walked, all million of them.
class TableHeader final : public QHeaderView
{
public:
    explicit TableHeader(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
    { }
    QList<int> endColumns;

    void setSelectionModel(QItemSelectionModel* chosen) override
    {
        if (chosen->QObject::parent() == this) {
            QHeaderView::setSelectionModel(chosen);
        }
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int column) const override
    {
        QHeaderView::initStyleOptionForIndex(option, column);
        if (endColumns.contains(column)) {
            option->textAlignment = Qt::AlignTrailing | Qt::AlignVCenter;
        }
    }
};

// Lets a column take the room that is left, but no less than its width: below that the table scrolls.
class StretchColumn final : public QObject
{
public:
    StretchColumn(QTableView* table, int column, int least)
        : QObject(table)
        , m_table(table)
        , m_column(column)
        , m_least(least)
    {
        table->viewport()->installEventFilter(this);
        connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int) {
            if (section != m_column) {
                fit();
            }
        });
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize) {
            fit();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        QHeaderView* header = m_table->horizontalHeader();
        if (m_column >= header->count() || header->isSectionHidden(m_column)) {
            return;
        }
        const int others = header->length() - header->sectionSize(m_column);
        const bool room = m_table->viewport()->width() - others >= m_least;
        const auto mode = room ? QHeaderView::Stretch : QHeaderView::Interactive;
        if (header->sectionResizeMode(m_column) != mode) {
            header->setSectionResizeMode(m_column, mode);
            if (!room) {
                header->resizeSection(m_column, m_least);
            }
        }
    }

    QTableView* m_table;
    int m_column;
    int m_least;
};

} // namespace

void setUpTable(QTableView* table)
{
    setUpView(table);
    auto* titles = new TableHeader(table);
    titles->setSectionsClickable(true);
    table->setHorizontalHeader(titles);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    QHeaderView* rows = table->verticalHeader();
    rows->hide();
    const int height = std::max(metrics::rowHeight, table->fontMetrics().height() + 6);
    rows->setMinimumSectionSize(height);
    rows->setDefaultSectionSize(height);
    rows->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* columns = table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setSectionsMovable(true);
    columns->setFirstSectionMovable(false);
    columns->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    columns->setMinimumSectionSize(48);
    columns->setTextElideMode(Qt::ElideRight);
}

void setUpTree(QTreeView* tree)
{
    setUpView(tree);
    tree->setUniformRowHeights(true);
    tree->setIndentation(metrics::l);
    tree->setAllColumnsShowFocus(true);
    tree->header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    tree->header()->setHighlightSections(false);
}

void setColumnWidths(QTableView* table, const QList<int>& widths, int stretch)
{
    QHeaderView* header = table->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column) {
        header->setSectionResizeMode(column,
                                     column == stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (column != stretch) {
            header->resizeSection(column, widths.at(column));
        }
    }
    if (stretch >= 0) {
        new StretchColumn(table, stretch, widths.at(stretch));
    }
}

void restoreColumns(QTableView* table, const QString& key)
{
    const QByteArray state = QSettings().value(settingsKey(key)).toByteArray();
    if (!state.isEmpty()) {
        table->horizontalHeader()->restoreState(state);
    }
}

void setEndColumns(QTableView* table, const QList<int>& columns)
{
    if (auto* header = dynamic_cast<TableHeader*>(table->horizontalHeader())) {
        header->endColumns = columns;
    }
}

void addColumnMenu(QTableView* table)
{
    QHeaderView* header = table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, table, [table, header](const QPoint& at) {
        auto* menu = new QMenu(table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (int column = 1; column < header->count(); ++column) {
            QAction* action = menu->addAction(table->model()->headerData(column, Qt::Horizontal).toString());
            action->setCheckable(true);
            action->setChecked(!header->isSectionHidden(column));
            QObject::connect(action, &QAction::toggled, header,
                             [header, column](bool shown) { header->setSectionHidden(column, !shown); });
        }
        menu->popup(header->mapToGlobal(at));
    });
}

void saveColumns(const QTableView* table, const QString& key)
{
    QSettings().setValue(settingsKey(key), table->horizontalHeader()->saveState());
}

} // namespace holdfast::views
