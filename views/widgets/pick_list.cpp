// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/pick_list.h"

#include "models/words.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/table_delegate.h"
#include "views/widgets/table_setup.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::WindowModel;

PickList::PickList(WindowModel& model, const QList<int>& columns, const QString& hint, const QString& nothing,
                   QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_nothing(nothing)
    , m_field(new QLineEdit)
    , m_table(new QTableView)
    , m_note(makeLabel({}, Type::Caption, Ink::Secondary))
{
    m_field->setPlaceholderText(hint);
    m_field->setAccessibleName(hint);
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(QStringLiteral("search"), Tone::Neutral), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(
        new TableDelegate({models::ToneRole, models::NumericRole, models::MonospaceRole}, m_table));
    setUpTable(m_table);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->hide();
    m_table->setAccessibleName(hint);
    m_table->setMinimumHeight(7 * metrics::rowHeight + 2);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_table->setColumnHidden(column, !columns.contains(column));
    }
    QHeaderView* header = m_table->horizontalHeader();
    for (int i = 0; i < columns.size(); ++i) {
        header->moveSection(header->visualIndex(columns.at(i)), i);
        header->setSectionResizeMode(columns.at(i), i == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        header->resizeSection(columns.at(i), 130);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(m_field);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);

    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(m_field, &QLineEdit::textEdited, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, [this] { m_model.setFilter(m_field->text().trimmed()); });
    connect(&m_model, &WindowModel::stateChanged, this, &PickList::showState);
    connect(&m_model, &WindowModel::totalChanged, this, &PickList::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PickList::chosenChanged);
    connect(m_table, &QTableView::doubleClicked, this, &PickList::activated);
    m_model.load();
    showState();
}

QString PickList::chosenId() const
{
    return m_table->currentIndex().data(models::IdRole).toString();
}

void PickList::showState()
{
    const QLocale locale;
    switch (m_model.state()) {
    case WindowModel::State::Idle:
    case WindowModel::State::Loading:
        m_note->setText(tr("Loading…"));
        break;
    case WindowModel::State::Ready:
        m_note->setText(tr("%n match(es)", nullptr, static_cast<int>(m_model.total())));
        if (m_model.total() == 1) {
            m_table->selectRow(0); // Enter takes it
        }
        break;
    case WindowModel::State::Empty:
        m_note->setText(m_nothing);
        break;
    case WindowModel::State::NoMatch:
        m_note->setText(m_field->text().isEmpty() ? m_nothing
                                                  : tr("Nothing matches “%1”.").arg(m_field->text()));
        break;
    case WindowModel::State::Failed:
        m_note->setText(models::words::problem(m_model.error()));
        break;
    }
    Q_EMIT chosenChanged();
}

bool PickList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int row = m_table->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
        if (row >= 0 && row < m_model.rowCount()) {
            m_table->selectRow(row);
        }
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_delay.isActive()) {
        m_delay.stop();
        m_model.setFilter(m_field->text().trimmed());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace holdfast::views
