// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/status_chip.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"

#include <QPainter>
#include <QStyle>

namespace holdfast::views {
namespace {

constexpr int iconSide = 14;
constexpr int inset = 7;
constexpr int gap = 5;
constexpr int chipHeight = 20;

QFont chipFont(const QFont& font)
{
    QFont result = font;
    result.setPixelSize(std::max(11, font.pixelSize() - 1));
    result.setWeight(QFont::Medium);
    return result;
}

} // namespace

StatusChip::StatusChip(Status status, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(std::move(status));
}

void StatusChip::setStatus(Status status)
{
    m_status = std::move(status);
    setAccessibleName(m_status.text);
    updateGeometry();
    update();
}

QSize StatusChip::sizeFor(const Status& status, const QFont& font)
{
    const int text = QFontMetrics(chipFont(font)).horizontalAdvance(status.text);
    return {inset + iconSide + gap + text + inset + 1, chipHeight};
}

QSize StatusChip::sizeHint() const
{
    return sizeFor(m_status, font());
}

void StatusChip::paint(QPainter* painter, const QRect& rect, const Status& status, const QPalette& palette,
                       const QFont& font, Qt::LayoutDirection direction, bool quiet)
{
    const QFont small = chipFont(font);
    QSize size = sizeFor(status, font);
    size.setWidth(std::min(size.width(), rect.width()));
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, rect);
    const QColor colour = toneColour(palette, status.tone);
    const bool plain = status.tone == Tone::Neutral;
    const bool bare = quiet && (plain || status.tone == Tone::Success);
    if (!bare) {
        drawRounded(painter, chip, plain ? palette.color(QPalette::Midlight) : toneFill(palette, status.tone),
                    isHighContrast(palette) ? colour : QColor(Qt::transparent), chipHeight / 2.0);
    }
    const int before = bare ? 0 : inset;
    const QRect image(chip.left() + before, chip.center().y() - iconSide / 2 + 1, iconSide, iconSide);
    drawIcon(painter, QStyle::visualRect(direction, chip, image), status.icon, colour);
    painter->save();
    painter->setFont(small);
    painter->setPen(
        bare ? mixed(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Text), 0.45) : colour);
    const QRect words = chip.adjusted(before + iconSide + gap, 0, -inset + 2, 0);
    painter->drawText(QStyle::visualRect(direction, chip, words),
                      static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter),
                      QFontMetrics(small).elidedText(status.text, Qt::ElideRight, words.width()));
    painter->restore();
}

void StatusChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(&painter, rect(), m_status, palette(), font(), layoutDirection());
}

} // namespace holdfast::views
