// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/clock_panel.h"

#include "app/workstation/radio_row.h"
#include "views/widgets/labels.h"

#include <QDateTime>
#include <QLocale>

namespace holdfast::workstation {

using namespace std::chrono_literals;

ClockPanel::ClockPanel(WorldClock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_choice(new RadioRow(tr("Clock"),
                            {tr("Today"), tr("A day later"), tr("A week later"), tr("The last day"),
                             tr("After the last day"), tr("Set back a day")},
                            3))
    , m_caption(views::makeParagraph({}, views::Ink::Secondary))
{
    layOut(this, tr("Clock"), m_choice, m_caption);
    connect(m_choice, &RadioRow::chosenByHand, this, [this](int index) { choose(static_cast<Day>(index)); });
    setDataEnd({});
    showTime();
}

void ClockPanel::setDataEnd(const std::optional<contract::Timestamp>& at)
{
    m_dataEnd = at;
    const QString why = tr("This person has no data on the laptop yet.");
    m_choice->setChoiceEnabled(LastDay, at.has_value(), why);
    m_choice->setChoiceEnabled(AfterIt, at.has_value(), why);
}

void ClockPanel::choose(Day day)
{
    const contract::Timestamp real = contract::SystemClock().now();
    const contract::Timestamp end = m_dataEnd.value_or(real);
    std::chrono::milliseconds ahead {0};
    switch (day) {
    case Today:
        break;
    case DayLater:
        ahead = 24h;
        break;
    case WeekLater:
        ahead = 24h * 7;
        break;
    case LastDay:
        ahead = end - 6h - real;
        break;
    case AfterIt:
        ahead = end + 1h - real;
        break;
    case DayBack:
        ahead = -24h;
        break;
    }
    m_day = day;
    m_clock.setAhead(ahead);
    m_choice->choose(day);
    showTime();
    Q_EMIT changed();
}

void ClockPanel::showTime()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(m_clock.now()));
    const QString shown = QLocale().toString(now, QStringLiteral("ddd d MMM, HH:mm:ss"));
    if (m_clock.ahead() > 0ms) {
        m_caption->setText(
            tr("It is %1 here. The service lives in today; with the cable in, so does the laptop.")
                .arg(shown));
    } else if (m_clock.ahead() < 0ms) {
        m_caption->setText(tr("Somebody set the laptop to %1. Tokens have clocks of their own.").arg(shown));
    } else {
        m_caption->setText(tr("It is %1, for the laptop, the token and the service.").arg(shown));
    }
}

} // namespace holdfast::workstation
