// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/table_delegate.h"

#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QPainter>

namespace holdfast::views {

TableDelegate::TableDelegate(Roles roles, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles)
{ }

void TableDelegate::setStatusColumn(int column, StatusOf statusOf)
{
    m_statusColumn = column;
    m_statusOf = std::move(statusOf);
}

void TableDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (m_roles.monospace >= 0 && index.data(m_roles.monospace).toBool()) {
        option->font = typeFont(Type::Mono, option->font);
        option->fontMetrics = QFontMetrics(option->font);
    }
    if (m_roles.numeric >= 0 && index.data(m_roles.numeric).toBool()) {
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }
    // The end of a path says most.
    option->textElideMode = option->text.startsWith(QLatin1Char('/')) ? Qt::ElideLeft : Qt::ElideRight;
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QWidget* view = option.widget;
    const QString text = option.text;
    option.text.clear();
    option.state.setFlag(QStyle::State_HasFocus, false);
    const QStyle* style = view ? view->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, view);

    const QRect box = option.rect.adjusted(metrics::s, 0, -metrics::s, 0);
    if (index.column() == m_statusColumn) {
        if (const Status status = m_statusOf(index); !status.text.isEmpty()) {
            StatusChip::paint(painter, box, status, option.palette, option.font, option.direction, true);
        }
    } else {
        painter->save();
        painter->setFont(option.font);
        const bool enabled = option.state & QStyle::State_Enabled;
        const auto role = index.column() == 0 ? QPalette::Text : QPalette::PlaceholderText;
        QColor colour = option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, role);
        if (index.column() > 0) {
            colour = mixed(colour, option.palette.color(QPalette::Text), 0.45);
        }
        painter->setPen(colour);
        const auto alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
        painter->drawText(box, static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                          option.fontMetrics.elidedText(text, option.textElideMode, box.width()));
        painter->restore();
    }
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    int width = option.fontMetrics.horizontalAdvance(option.text);
    if (index.column() == m_statusColumn) {
        width = StatusChip::sizeFor(m_statusOf(index), option.font).width();
    }
    return {width + 2 * metrics::s + 2, std::max(metrics::rowHeight, option.fontMetrics.height() + 6)};
}

} // namespace holdfast::views
