// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/lines_view.h"

#include "views/theme/metrics.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QGridLayout>

namespace holdfast::workstation {

namespace metrics = views::metrics;

namespace {

constexpr int nameWidth = 120;

} // namespace

LinesView::LinesView(const QString& name, QWidget* parent)
    : QScrollArea(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void LinesView::setLines(const QList<Line>& lines, const QString& nothing)
{
    m_lines = lines;
    auto* page = new QWidget;
    page->setAutoFillBackground(false);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(metrics::xs, metrics::s, metrics::m, metrics::s);
    grid->setHorizontalSpacing(metrics::s);
    grid->setVerticalSpacing(metrics::s);
    grid->setColumnMinimumWidth(1, nameWidth);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const Line& line : lines) {
        grid->addWidget(new views::IconLabel(line.icon, line.tone), row, 0, Qt::AlignTop);
        QLabel* name = views::makeLabel(line.name, views::Type::Strong);
        name->setWordWrap(true);
        grid->addWidget(name, row, 1, Qt::AlignTop);
        grid->addWidget(views::makeParagraph(line.text), row, 2, Qt::AlignTop);
        ++row;
    }
    if (lines.isEmpty()) {
        grid->addWidget(views::makeParagraph(nothing, views::Ink::Secondary), row++, 0, 1, 3);
    }
    grid->setRowStretch(row, 1);
    setWidget(page);
}

} // namespace holdfast::workstation
