// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace holdfast::views {

// A length of time as a number and a unit; the value is in seconds.
class DurationEdit final : public QWidget
{
    Q_OBJECT
public:
    // Bounds in seconds; units from minutes on.
    DurationEdit(int minimum, int maximum, QWidget* parent = nullptr);
    void setSeconds(int seconds);
    [[nodiscard]] int seconds() const;

Q_SIGNALS:
    void secondsChanged(int seconds);

private:
    void bound();

    int m_minimum;
    int m_maximum;
    QSpinBox* m_number;
    QComboBox* m_unit;
};

} // namespace holdfast::views
