// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/drop_area.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

DropArea::DropArea(const QString& text, const QString& button, QWidget* parent)
    : QWidget(parent)
{
    auto* choose = new QPushButton(icon(QStringLiteral("file")), button);
    QLabel* label = makeLabel(text, Type::Title);
    label->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::xl, metrics::xl, metrics::xl);
    column->setSpacing(metrics::m);
    column->addStretch();
    column->addWidget(new IconLabel(QStringLiteral("import"), Tone::Neutral, 40), 0, Qt::AlignHCenter);
    column->addWidget(label);
    column->addWidget(choose, 0, Qt::AlignHCenter);
    column->addStretch();
    setFocusProxy(choose);
    connect(choose, &QPushButton::clicked, this, &DropArea::chooseClicked);
}

void DropArea::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Dark), 1.5, Qt::DashLine));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
}

} // namespace holdfast::views
