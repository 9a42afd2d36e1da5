// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/table_pane.h"

#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_setup.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::WindowModel;

TablePane::TablePane(WindowModel& model, Words words, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_words(std::move(words))
    , m_filter(new FilterLine(m_words.filterHint))
    , m_message(new MessageBar)
    , m_table(new QTableView)
    , m_delegate(new TableDelegate({models::ToneRole, models::NumericRole, models::MonospaceRole}, this))
    , m_states(new StateView(m_table))
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setAccessibleName(m_words.accessibleName);
    setUpTable(m_table);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bars = new QVBoxLayout;
    bars->setContentsMargins(metrics::l, 0, metrics::l, metrics::s);
    bars->setSpacing(metrics::s);
    bars->addWidget(m_filter);
    bars->addWidget(m_message);
    column->addLayout(bars);
    column->addWidget(makeLine());
    column->addWidget(m_states, 1);

    connect(m_filter, &FilterLine::changed, this, [this](const QString& text) { m_model.setFilter(text); });
    connect(m_filter, &FilterLine::tagRemoved, this, &TablePane::clearFilter);
    connect(m_filter, &FilterLine::leftDownwards, this, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid()) {
            selectFirst();
        }
    });
    connect(&m_model, &WindowModel::stateChanged, this, &TablePane::showState);
    connect(&m_model, &WindowModel::totalChanged, this, &TablePane::showCount);
    connect(&m_model, &WindowModel::filterChanged, this, [this] {
        if (m_model.isRestricted()) { // else the total is still that of the filter before
            showCount();
        }
    });
    connect(&m_model, &WindowModel::failed, this, [this](const contract::Error& error) {
        m_message->showMessage(Tone::Warning, models::words::problem(error), tr("Retry"), [this] {
            m_message->clear();
            m_model.refresh();
        });
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT activated(index.data(models::IdRole).toString()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TablePane::tellCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT selectionChanged(selectedCount()); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TablePane::tellCurrent);
    // A reset drops what was chosen without a word.
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            [this] { Q_EMIT selectionChanged(selectedCount()); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TablePane::tellCurrent);
    showState();
}

TablePane::~TablePane()
{
    saveColumns(m_table, m_words.settingsKey);
}

void TablePane::setStatusColumn(int column, TableDelegate::StatusOf statusOf)
{
    m_delegate->setStatusColumn(column, std::move(statusOf));
}

void TablePane::setColumns(const QList<int>& widths, int stretch, const QList<int>& hidden)
{
    setColumnWidths(m_table, widths, stretch);
    for (const int column : hidden) {
        m_table->setColumnHidden(column, true);
    }
    QHeaderView* header = m_table->horizontalHeader();
    header->setSortIndicator(m_words.sortColumn, Qt::AscendingOrder);
    restoreColumns(m_table, m_words.settingsKey);
    m_table->setSortingEnabled(m_words.sortColumn >= 0);
    addColumnMenu(m_table);
}

void TablePane::load()
{
    m_model.load();
    showState();
}

void TablePane::clearFilter()
{
    m_filter->setText({});
    m_filter->setTag({});
    Q_EMIT clearRequested();
    m_model.clearFilter();
}

void TablePane::focusFilter()
{
    m_filter->focusText();
}

QString TablePane::currentId() const
{
    return m_table->currentIndex().data(models::IdRole).toString();
}

int TablePane::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        count += range.height();
    }
    return count;
}

QStringList TablePane::selectedIds(int most) const
{
    QStringList ids;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        // A placeholder would have its page fetched by being asked.
        for (int row = range.top(); row <= range.bottom() && ids.size() < most; ++row) {
            if (m_model.isThere(row)) {
                ids << m_model.index(row, 0).data(models::IdRole).toString();
            }
        }
    }
    return ids;
}

void TablePane::selectFirst()
{
    if (m_model.rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void TablePane::showState()
{
    switch (m_model.state()) {
    case WindowModel::State::Idle:
    case WindowModel::State::Loading:
        m_states->showLoading(m_words.loading);
        break;
    case WindowModel::State::Ready:
        m_message->clear();
        m_states->showContent();
        break;
    case WindowModel::State::Empty:
        m_states->showWords(
            {m_words.icon, m_words.emptyTitle, m_words.emptyText, m_words.emptyButton, m_words.emptyAction});
        break;
    case WindowModel::State::NoMatch:
        m_states->showWords({QStringLiteral("search"), m_words.noMatchTitle,
                             m_filter->text().isEmpty() ? tr("The choices above leave nothing over.")
                                                        : tr("Nothing contains “%1”.").arg(m_filter->text()),
                             tr("Clear filter"), [this] {
                                 clearFilter();
                             }});
        break;
    case WindowModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("This list could not be loaded"),
                             models::words::problem(m_model.error()), tr("Retry"), [this] {
                                 m_model.retry();
                             }});
        break;
    }
    showCount();
}

void TablePane::showCount()
{
    const auto state = m_model.state();
    if (state == WindowModel::State::Ready || state == WindowModel::State::NoMatch) {
        if (!m_model.isRestricted()) {
            m_all = m_model.total();
        }
        m_filter->setCount(m_model.total(), m_model.isRestricted() ? m_all : std::nullopt);
    } else {
        m_filter->setCountText({});
    }
}

void TablePane::tellCurrent()
{
    // What has the keyboard is also chosen: a view that gets the focus makes its first row current, and no
    // more.
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(current.row());
    }
    if (const QString id = currentId(); id != m_current) {
        m_current = id;
        Q_EMIT currentChanged(id);
    }
}

} // namespace holdfast::views
