// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/report_schedule.h"

#include <QDateTime>

namespace holdfast::authentication {

using contract::ReportSchedule;

std::optional<contract::Timestamp> nextRun(const RunTimes& times, contract::Timestamp after,
                                           const QTimeZone& zone)
{
    if (times.schedule == ReportSchedule::None) {
        return std::nullopt;
    }
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(after), zone);
    constexpr int mostDays = 8; // today, and a week until its time has come again
    for (int day = 0; day <= mostDays; ++day) {
        const QDate date = begin.date().addDays(day);
        if (times.schedule == ReportSchedule::Weekly && date.dayOfWeek() != times.weekday) {
            continue;
        }
        QDateTime at(date, QTime(times.hour, 0), zone);
        if (!at.isValid()) { // the clocks skip this hour
            constexpr int secondsOfHour = 3600;
            at = date.startOfDay(zone).addSecs(qint64 {times.hour} * secondsOfHour);
        }
        if (at > begin) {
            return contract::fromMilliseconds(at.toMSecsSinceEpoch());
        }
    }
    return std::nullopt;
}

} // namespace holdfast::authentication
