// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/session_view.h"

#include "app/workstation/words_column.h"
#include "models/formats.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace holdfast::workstation {

namespace metrics = views::metrics;

SessionView::SessionView(QWidget* parent)
    : QWidget(parent)
    , m_title(views::makeLabel({}, views::Type::PageTitle))
    , m_days(views::makeLabel({}, views::Type::Figure))
    , m_caption(views::makeParagraph({}, views::Ink::Secondary))
    , m_words(new WordsColumn)
{
    constexpr int markSide = 40;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(new views::IconLabel(QStringLiteral("unlock"), views::Tone::Success, markSide), 0,
                      Qt::AlignHCenter);
    for (QLabel* label : {m_title, m_days, m_caption}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_words);
    column->addSpacing(metrics::xs);
    auto* lock = new QPushButton(tr("Lock"));
    views::setButtonRole(lock, views::ButtonRole::Primary);
    column->addWidget(lock);
    connect(lock, &QPushButton::clicked, this, &SessionView::lockChosen);
}

void SessionView::begin(const QString& displayName, const QStringList& words)
{
    m_title->setText(tr("%1 is signed in").arg(displayName));
    m_words->clear();
    for (const QString& text : words) {
        m_words->add(views::Tone::Accent, text);
    }
}

void SessionView::setData(const agent::StatusSet* set)
{
    const bool good = set != nullptr && set->state == QLatin1String("good");
    m_days->setVisible(good);
    if (!good) {
        m_caption->setText(tr("This computer holds nothing that would let them in without a network."));
        return;
    }
    const int whole = static_cast<int>(std::floor(set->daysLeft + 0.01)); // of full ones, minutes are gone
    m_days->setText(whole < 1        ? tr("Less than a day")
                        : whole == 1 ? tr("One day")
                                     : tr("%1 days").arg(whole));
    m_caption->setText(
        tr("without a network can follow, with the token %1.").arg(models::groupedSerial(set->tokenSerial)));
}

} // namespace holdfast::workstation
