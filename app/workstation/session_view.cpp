// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/session_view.h"

#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace holdfast::workstation {

namespace metrics = views::metrics;

namespace {

QString amount(int count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(count);
}

} // namespace

SessionView::SessionView(QWidget* parent)
    : QWidget(parent)
    , m_title(views::makeLabel({}, views::Type::PageTitle))
    , m_until(views::makeLabel({}, views::Type::Figure))
    , m_caption(views::makeParagraph({}, views::Ink::Secondary))
    , m_words(new WordsColumn)
    , m_lock(new QPushButton(tr("Lock")))
{
    constexpr int markSide = 40;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(new views::IconLabel(QStringLiteral("unlock"), views::Tone::Success, markSide), 0,
                      Qt::AlignHCenter);
    for (QLabel* label : {m_title, m_until, m_caption}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_words);
    column->addSpacing(metrics::xs);
    views::setButtonRole(m_lock, views::ButtonRole::Primary);
    column->addWidget(m_lock);
    connect(m_lock, &QPushButton::clicked, this, &SessionView::lockChosen);
}

void SessionView::begin(const QString& displayName, const QList<WordsColumn::Entry>& words)
{
    m_title->setText(tr("%1 is signed in").arg(displayName));
    m_words->clear();
    for (const WordsColumn::Entry& entry : words) {
        m_words->add(entry.tone, entry.text);
    }
}

void SessionView::setData(const agent::StatusSet* set)
{
    const bool good = set != nullptr && set->state == QLatin1String("good");
    m_until->setVisible(good);
    if (!good) {
        m_caption->setText(tr("This computer holds nothing that would let them in without a network."));
        return;
    }
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(set->expiresAt));
    m_until->setText(tr("Until %1").arg(QLocale().toString(end, QStringLiteral("d MMMM"))));
    constexpr int dayHours = 24;
    const int hours = static_cast<int>(std::floor(set->daysLeft * dayHours));
    m_caption->setText(tr("%1 and %2 without a network can follow.")
                           .arg(amount(hours / dayHours, tr("one day"), tr("%1 days")),
                                amount(hours % dayHours, tr("one hour"), tr("%1 hours"))));
}

void SessionView::focusFirst()
{
    m_lock->setFocus();
}

} // namespace holdfast::workstation
