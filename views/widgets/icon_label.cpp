// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/icon_label.h"

#include "views/theme/icons.h"

#include <QPainter>

namespace holdfast::views {

IconLabel::IconLabel(const QString& name, Tone tone, int side, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_tone(tone)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString& name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    if (!m_name.isEmpty()) {
        QPainter painter(this);
        drawIcon(&painter, rect(), m_name, toneColour(palette(), m_tone));
    }
}

} // namespace holdfast::views
