// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/optional_date.h"

#include "views/theme/metrics.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>

namespace holdfast::views {

OptionalDate::OptionalDate(const QString& none, Day day, QWidget* parent)
    : QWidget(parent)
    , m_none(none)
    , m_day(day)
    , m_set(new QCheckBox)
    , m_edit(new QDateEdit(QDate::currentDate()))
{
    m_edit->setCalendarPopup(true);
    m_edit->setMinimumDate(QDate(1970, 1, 1));
    m_edit->setSpecialValueText(m_none);
    m_set->setAccessibleName(tr("On a certain day"));
    m_edit->setAccessibleName(tr("Day"));
    m_edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    row->addWidget(m_set);
    row->addWidget(m_edit, 1);
    setMinimumHeight(metrics::controlHeight);
    setFocusProxy(m_set);
    connect(m_set, &QCheckBox::toggled, this, &OptionalDate::showNone);
    connect(m_edit, &QDateEdit::dateChanged, this, &OptionalDate::momentChanged); // also by showNone()
    showNone();
}

void OptionalDate::setMoment(std::optional<contract::Timestamp> moment)
{
    m_set->setChecked(moment.has_value());
    if (moment) {
        const qint64 shift = m_day == Day::End ? -1 : 0;
        m_edit->setDate(QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(*moment) + shift).date());
    }
    m_original = moment;
    m_originalShown = shownMoment();
    showNone();
}

std::optional<contract::Timestamp> OptionalDate::shownMoment() const
{
    if (!m_set->isChecked()) {
        return std::nullopt;
    }
    const QDate date = m_day == Day::End ? m_edit->date().addDays(1) : m_edit->date();
    return contract::fromMilliseconds(date.startOfDay().toMSecsSinceEpoch());
}

std::optional<contract::Timestamp> OptionalDate::moment() const
{
    // A moment within the day, set elsewhere, is not rounded by merely being looked at.
    return isChanged() ? shownMoment() : m_original;
}

bool OptionalDate::isChanged() const
{
    return shownMoment() != m_originalShown;
}

void OptionalDate::showNone()
{
    const bool set = m_set->isChecked();
    m_edit->setEnabled(set);
    if (!set) {
        m_edit->setDate(m_edit->minimumDate()); // shows what none means
    } else if (m_edit->date() == m_edit->minimumDate()) {
        m_edit->setDate(QDate::currentDate());
    }
}

} // namespace holdfast::views
