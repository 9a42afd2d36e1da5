// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/words_column.h"

#include "views/theme/metrics.h"
#include "views/widgets/message_bar.h"

#include <QVBoxLayout>

namespace holdfast::workstation {

namespace {

constexpr int mostShown = 3;

} // namespace

WordsColumn::WordsColumn(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(views::metrics::s);
    hide();
}

void WordsColumn::add(views::Tone tone, const QString& text)
{
    while (m_column->count() >= mostShown) {
        QLayoutItem* oldest = m_column->takeAt(0);
        oldest->widget()->hide();
        oldest->widget()->deleteLater();
        delete oldest;
    }
    m_entries.append({tone, text});
    auto* bar = new views::MessageBar;
    bar->setClosable(false);
    m_column->addWidget(bar);
    bar->showMessage(tone, text);
    show();
}

void WordsColumn::clear()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_entries.clear();
    hide();
}

} // namespace holdfast::workstation
