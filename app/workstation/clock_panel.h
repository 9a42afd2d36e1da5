// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/world_clock.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace holdfast::workstation {

class RadioRow;

// Which day it is at the laptop.
class ClockPanel final : public QWidget
{
    Q_OBJECT
public:
    enum Day
    {
        Today,
        DayLater,
        WeekLater,
        LastDay, // of the data of whoever is meant
        AfterIt,
        DayBack
    };
    explicit ClockPanel(WorldClock& clock, QWidget* parent = nullptr);

    void setDataEnd(const std::optional<contract::Timestamp>& at);
    void choose(Day day);
    [[nodiscard]] Day day() const { return m_day; }
    void showTime();

Q_SIGNALS:
    void changed();

private:
    WorldClock& m_clock;
    RadioRow* m_choice;
    QLabel* m_caption;
    std::optional<contract::Timestamp> m_dataEnd;
    Day m_day = Today;
};

} // namespace holdfast::workstation
