// SPDX-License-Identifier: Apache-2.0
#include "views/shell/view_banner.h"

#include "models/session.h"
#include "views/theme/colours.h"
#include "views/theme/metrics.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace holdfast::views {

ViewBanner::ViewBanner(models::Session& session, QWidget* parent)
    : QWidget(parent)
    , m_end(new QPushButton(tr("End the view")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::l, metrics::xs + 2, metrics::m, metrics::xs + 2);
    row->setSpacing(metrics::s);
    row->addWidget(new IconLabel(QStringLiteral("eye"), Tone::Accent, 18));
    QLabel* text =
        makeLabel(tr("You see the console as %1 would. Nothing is changed meanwhile.").arg(session.viewedRole()));
    row->addWidget(text, 1);
    row->addWidget(m_end);
    setAccessibleName(text->text());
    setVisible(session.isViewing());
    // The shell that this banner belongs to goes away with the view: not before the press has ended.
    connect(m_end, &QPushButton::clicked, this,
            [&session] { QTimer::singleShot(0, &session, &models::Session::endView); });
}

void ViewBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneFill(palette(), Tone::Accent));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace holdfast::views
