// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace holdfast::views {

FlowLayout::FlowLayout(int gap)
    : m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setSpread(bool spread)
{
    m_spread = spread;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
    invalidate();
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    invalidate();
    return m_items.takeAt(index);
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    QSize all(0, 0);
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            const QSize size = item->sizeHint();
            all = QSize(all.width() + (all.width() > 0 ? m_gap : 0) + size.width(),
                        std::max(all.height(), size.height()));
        }
    }
    return all.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize widest(0, 0);
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            widest = widest.expandedTo(item->minimumSize());
        }
    }
    return widest.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LayoutDirectionAuto;
    QList<std::pair<QLayoutItem*, QRect>> row;
    int x = inner.x();
    int y = inner.y();
    int height = 0;
    // What is lower than its row stands in the middle of it.
    bool first = true;
    const auto endRow = [&] {
        const int rest = m_spread && first ? inner.x() + inner.width() - (x - m_gap) : 0;
        for (qsizetype i = 1; i < row.size(); ++i) {
            row[i].second.translate(std::max(0, rest), 0);
        }
        first = first && row.isEmpty();
        for (const auto& [item, box] : std::as_const(row)) {
            if (place) {
                item->setGeometry(
                    QStyle::visualRect(direction, inner, box.translated(0, y + (height - box.height()) / 2)));
            }
        }
        row.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        QSize size = item->sizeHint().boundedTo(QSize(inner.width(), QLAYOUTSIZE_MAX));
        if (item->hasHeightForWidth() && size.width() < item->sizeHint().width()) {
            size.setHeight(item->heightForWidth(size.width()));
        }
        if (!row.isEmpty() && x + size.width() > inner.x() + inner.width()) {
            endRow();
            x = inner.x();
            y += height + m_gap;
            height = 0;
        }
        row.append({item, QRect(QPoint(x, 0), size)});
        x += size.width() + m_gap;
        height = std::max(height, size.height());
    }
    endRow();
    return y + height - rect.y() + contentsMargins().bottom();
}

} // namespace holdfast::views
