// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/fitted_scroll.h"

#include <QEvent>
#include <QScrollBar>

namespace holdfast::views {

FittedScroll::FittedScroll(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    // The keyboard stops here only where there is something to scroll.
    setFocusPolicy(Qt::NoFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int end) { setFocusPolicy(end > 0 ? Qt::StrongFocus : Qt::NoFocus); });
    // What is behind it shows through.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

bool FittedScroll::hasHeightForWidth() const
{
    return true;
}

int FittedScroll::heightForWidth(int width) const
{
    const int wrapped = widget()->heightForWidth(width);
    return wrapped >= 0 ? wrapped : widget()->sizeHint().height();
}

QSize FittedScroll::sizeHint() const
{
    return widget()->sizeHint();
}

QSize FittedScroll::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    return {least.width(), std::min(least.height(), 2 * fontMetrics().lineSpacing())};
}

bool FittedScroll::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // another content wants another height
    }
    return QScrollArea::event(event);
}

} // namespace holdfast::views
