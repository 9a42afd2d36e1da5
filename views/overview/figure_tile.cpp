// SPDX-License-Identifier: Apache-2.0
#include "views/overview/figure_tile.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"
#include "views/widgets/tones.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace holdfast::views {

namespace {

constexpr int leastHeight = 88;
constexpr int wordsTop = 36;
constexpr int wordsBelow = 6; // may stand so far into the lower margin

} // namespace

FigureTile::FigureTile(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // as high as the highest beside it
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureTile::setFigure(const models::OverviewFigure& figure)
{
    m_figure = figure;
    setText(figure.title);
    setAccessibleName(tr("%1: %2").arg(figure.title, QLocale().toString(figure.value)));
    updateGeometry();
    update();
}

QSize FigureTile::sizeHint() const
{
    return {180, leastHeight};
}

int FigureTile::heightForWidth(int width) const
{
    const QRect room(0, 0, width - 2 * metrics::l, QWIDGETSIZE_MAX);
    const int words = QFontMetrics(typeFont(Type::Caption, font()))
                          .boundingRect(room, Qt::AlignTop | Qt::TextWordWrap, m_figure.title)
                          .height();
    return std::max(leastHeight, 2 * metrics::m + wordsTop + words - wordsBelow);
}

void FigureTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QPalette& colours = palette();
    const Tone tone = toneFrom(m_figure.tone);
    const QColor fill = isDown() ? colours.color(QPalette::Midlight)
        : underMouse()           ? colours.color(QPalette::AlternateBase)
                                 : colours.color(QPalette::Base);
    drawRounded(&painter, rect(), fill, colours.color(underMouse() ? QPalette::Dark : QPalette::Mid),
                metrics::radius + 2);
    const QRect box = rect().adjusted(metrics::l, metrics::m, -metrics::l, -metrics::m);
    const auto start = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const QFont large = typeFont(Type::Figure, font());
    painter.setFont(large);
    painter.setPen(colours.color(QPalette::Text));
    const QString number = QLocale().toString(m_figure.value);
    painter.drawText(box, start | static_cast<int>(Qt::AlignTop), number);
    if (tone != Tone::Neutral) {
        const int used = QFontMetrics(large).horizontalAdvance(number) + metrics::s;
        const QRect image(box.left() + used, box.top() + 8, 18, 18);
        drawIcon(&painter, QStyle::visualRect(layoutDirection(), box, image),
                 tone == Tone::Danger ? QStringLiteral("failure") : QStringLiteral("warning"),
                 toneColour(colours, tone));
    }
    painter.setFont(typeFont(Type::Caption, font()));
    painter.setPen(colours.color(QPalette::PlaceholderText));
    const QRect words = box.adjusted(0, wordsTop, 0, wordsBelow);
    painter.drawText(words, start | static_cast<int>(Qt::AlignTop | Qt::TextWordWrap), m_figure.title);
    if (hasFocus()) {
        drawFocusRing(&painter, rect(), colours, metrics::radius + 2);
    }
}

} // namespace holdfast::views
