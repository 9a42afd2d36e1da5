// SPDX-License-Identifier: Apache-2.0
#include "views/policies/duration_edit.h"

#include "views/theme/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace holdfast::views {
namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;

} // namespace

DurationEdit::DurationEdit(int minimum, int maximum, QWidget* parent)
    : QWidget(parent)
    , m_minimum(minimum)
    , m_maximum(maximum)
    , m_number(new QSpinBox)
    , m_unit(new QComboBox)
{
    m_unit->addItem(tr("minutes"), minute);
    m_unit->addItem(tr("hours"), hour);
    m_unit->addItem(tr("days"), day);
    m_unit->setAccessibleName(tr("Unit"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch();
    m_number->setMinimumWidth(90);
    setFocusProxy(m_number);
    bound();
    connect(m_number, &QSpinBox::valueChanged, this, [this] { Q_EMIT secondsChanged(seconds()); });
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        bound();
        Q_EMIT secondsChanged(seconds());
    });
}

void DurationEdit::bound()
{
    const int unit = m_unit->currentData().toInt();
    m_number->setRange(std::max(1, (m_minimum + unit - 1) / unit), std::max(1, m_maximum / unit));
}

void DurationEdit::setSeconds(int seconds)
{
    if (seconds == this->seconds()) {
        return;
    }
    const QSignalBlocker quietNumber(m_number);
    const QSignalBlocker quietUnit(m_unit);
    const int unit = seconds % day == 0 ? day : seconds % hour == 0 ? hour : minute;
    m_unit->setCurrentIndex(m_unit->findData(unit));
    bound();
    m_number->setValue(seconds / unit);
}

int DurationEdit::seconds() const
{
    return m_number->value() * m_unit->currentData().toInt();
}

} // namespace holdfast::views
