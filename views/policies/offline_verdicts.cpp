// SPDX-License-Identifier: Apache-2.0
#include "views/policies/offline_verdicts.h"

#include "views/theme/colours.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::views {

using models::OfflineVerdictsModel;

namespace {

constexpr int pinColumn = 50;
constexpr int kindColumn = 146; // words wrap, so that the reason has room
constexpr int rowPadding = 6; // above and below the words

// Icon and number; never the colour alone.
class VerdictDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        const QVariant allowed = index.data(OfflineVerdictsModel::AllowedRole);
        if (allowed.isValid()) {
            paintVerdict(painter, given, index, allowed.toBool());
        } else {
            QStyledItemDelegate::paint(painter, given, index);
        }
        painter->fillRect(given.rect.left(), given.rect.bottom(), given.rect.width(), 1,
                          given.palette.color(QPalette::Mid));
    }

    // A verdict is one line: where its cell is one for all lengths of PIN, it has their room.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRect room(0, 0, option.rect.width() - 2 * metrics::s, QWIDGETSIZE_MAX);
        const int words = index.data(OfflineVerdictsModel::AllowedRole).isValid()
            ? option.fontMetrics.height()
            : option.fontMetrics.boundingRect(room, Qt::TextWordWrap, index.data().toString()).height();
        return {0, words + 2 * rowPadding};
    }

private:
    void paintVerdict(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index,
                      bool isAllowed) const
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const QString text = option.text;
        option.text.clear();
        option.state.setFlag(QStyle::State_HasFocus, false);
        const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        constexpr int side = 14;
        QRect box = option.rect.adjusted(metrics::s, 0, -metrics::xs, 0);
        // In the middle where the cell is one for all lengths of PIN.
        const int words = side + metrics::xs + option.fontMetrics.horizontalAdvance(text);
        if (const auto* table = qobject_cast<const QTableView*>(option.widget);
            table && table->columnSpan(index.row(), index.column()) > 1) {
            box.adjust(std::max(0, (box.width() - words) / 2), 0, 0, 0);
        }
        const QRect picture(box.left(), box.center().y() - side / 2 + 1, side, side);
        drawIcon(painter, QStyle::visualRect(option.direction, option.rect, picture),
                 isAllowed ? QStringLiteral("check") : QStringLiteral("close"),
                 toneColour(option.palette, isAllowed ? Tone::Success : Tone::Danger));
        painter->save();
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        painter->drawText(
            QStyle::visualRect(option.direction, option.rect, box.adjusted(side + metrics::xs, 0, 0, 0)),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            text);
        painter->restore();
    }
};

} // namespace

OfflineVerdicts::OfflineVerdicts(OfflineVerdictsModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView)
    , m_hint(makeParagraph({}, Ink::Secondary))
{
    m_table->setModel(&m_model);
    setUpTable(m_table);
    m_table->setItemDelegate(new VerdictDelegate(m_table));
    m_table->setAccessibleName(tr("Which tokens work offline"));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setSortingEnabled(false);
    m_table->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::s, 0, metrics::s);
    column->setSpacing(metrics::xs);
    QLabel* title = makeLabel(tr("Which tokens work offline"), Type::Title);
    column->addWidget(title);
    QLabel* legend =
        makeLabel(tr("Characters that are typed, for each length of PIN"), Type::Caption, Ink::Secondary);
    legend->setWordWrap(true);
    title->setWordWrap(true);
    column->addWidget(legend);
    column->addWidget(m_table);
    column->addWidget(m_hint);
    connect(&m_model, &OfflineVerdictsModel::stateChanged, this, &OfflineVerdicts::showVerdicts);
    showVerdicts();
}

QString OfflineVerdicts::hint() const
{
    return m_hint->text();
}

void OfflineVerdicts::showVerdicts()
{
    const auto state = m_model.state();
    const bool there = m_model.rowCount() > 0
        && (state == OfflineVerdictsModel::State::Ready || state == OfflineVerdictsModel::State::Working);
    setVisible(there);
    m_table->setEnabled(state == OfflineVerdictsModel::State::Ready);
    if (state != OfflineVerdictsModel::State::Ready || !there) {
        return;
    }
    m_hint->setText(m_model.hint());
    m_table->clearSpans();
    QHeaderView* header = m_table->horizontalHeader();
    const int pins = m_model.pinColumns();
    header->setStretchLastSection(true);
    for (int column = 0; column <= pins; ++column) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, column == 0 ? kindColumn : pinColumn);
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.isWide(row) && pins > 1) {
            m_table->setSpan(row, 1, 1, pins);
        }
    }
    fitRows();
}

void OfflineVerdicts::fitRows()
{
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        height += m_table->rowHeight(row);
    }
    if (height != m_table->height()) {
        m_table->setFixedHeight(height);
    }
}

void OfflineVerdicts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width()) {
        QTimer::singleShot(0, this, &OfflineVerdicts::fitRows); // the last column has its width by then
    }
}

} // namespace holdfast::views
