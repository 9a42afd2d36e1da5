// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace holdfast::models {

namespace {

struct Formats
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

using namespace std::chrono;

QDateTime local(contract::Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(at));
}

// The time of day as the language writes it, "14:02" or "2:02 PM".
QString clockTime(const QDateTime& at, bool seconds = false)
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(QLatin1String(":ss")); // the C locale's
    if (seconds) {
        format.replace(QLatin1String("mm"), QLatin1String("mm:ss"));
    }
    return QLocale().toString(at.time(), format);
}

QString dateAndTime(const QDateTime& at, bool seconds)
{
    return Formats::tr("%1, %2", "date, time")
        .arg(QLocale().toString(at.date(), Formats::tr("d MMM yyyy", "a date as in 4 May 2026")),
             clockTime(at, seconds));
}

QString grouped(const QString& text, qsizetype size)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && i % size == 0) {
            result += QLatin1Char(' ');
        }
        result += text.at(i);
    }
    return result;
}

QString minutesAway(bool future, int minutes)
{
    return future ? Formats::tr("in %n minute(s)", nullptr, minutes)
                  : Formats::tr("%n minute(s) ago", nullptr, minutes);
}

QString hoursAway(bool future, int hours)
{
    return future ? Formats::tr("in %n hour(s)", nullptr, hours)
                  : Formats::tr("%n hour(s) ago", nullptr, hours);
}

} // namespace

QString relativeTime(contract::Timestamp at, contract::Timestamp now)
{
    const bool future = at > now;
    const auto distance = future ? at - now : now - at;
    if (distance < 1min) {
        return future ? Formats::tr("in a moment") : Formats::tr("just now");
    }
    if (distance < 1h) {
        return minutesAway(future, static_cast<int>(duration_cast<minutes>(distance).count()));
    }
    if (distance < 6h) {
        return hoursAway(future, static_cast<int>(duration_cast<hours>(distance).count()));
    }
    const QDateTime when = local(at);
    const qint64 days = local(now).date().daysTo(when.date());
    if (days == 0) {
        return Formats::tr("today, %1").arg(clockTime(when));
    }
    if (days == -1) {
        return Formats::tr("yesterday, %1").arg(clockTime(when));
    }
    if (days == 1) {
        return Formats::tr("tomorrow, %1").arg(clockTime(when));
    }
    if (days > 1 && days <= 30) {
        return Formats::tr("in %n day(s)", nullptr, static_cast<int>(days));
    }
    if (days < -1 && days >= -30) {
        return Formats::tr("%n day(s) ago", nullptr, static_cast<int>(-days));
    }
    return QLocale().toString(when.date(), Formats::tr("d MMM yyyy", "a date as in 4 May 2026"));
}

QString deadline(contract::Timestamp at, contract::Timestamp now)
{
    const QDateTime when = local(at);
    switch (local(now).date().daysTo(when.date())) {
    case 0:
        return clockTime(when);
    case 1:
        return Formats::tr("tomorrow, %1").arg(clockTime(when));
    default:
        return QLocale().toString(when.date(), Formats::tr("d MMM yyyy", "a date as in 4 May 2026"));
    }
}

QString absoluteTime(contract::Timestamp at)
{
    return dateAndTime(local(at), true);
}

QString endTime(contract::Timestamp at)
{
    return dateAndTime(local(at), false);
}

QString shortDate(contract::Timestamp at)
{
    return QLocale().toString(local(at).date(), Formats::tr("d MMM", "a date as in 4 May"));
}

QString timeSpan(contract::Timestamp from, contract::Timestamp to)
{
    const QDateTime first = local(from);
    const QDateTime last = local(to);
    const bool sameDay = first.date() == last.date();
    return Formats::tr("%1 to %2", "from one time to another")
        .arg(sameDay ? clockTime(first, true) : absoluteTime(from),
             sameDay ? clockTime(last, true) : absoluteTime(to));
}

QString duration(minutes length)
{
    const auto count = length.count();
    constexpr auto perHour = 60;
    constexpr auto perDay = 24 * perHour;
    if (count >= 2 * perDay && count % perDay == 0) {
        return Formats::tr("%n day(s)", nullptr, static_cast<int>(count / perDay));
    }
    if (count >= perHour && count % perHour == 0) {
        return Formats::tr("%n hour(s)", nullptr, static_cast<int>(count / perHour));
    }
    return Formats::tr("%n minute(s)", nullptr, static_cast<int>(count));
}

QString groupedSerial(const QString& serial)
{
    // Only plain numbers: "HW-2231-A" is grouped already.
    const bool number = std::all_of(serial.begin(), serial.end(), [](QChar c) { return c.isDigit(); });
    return number && serial.size() > 4 ? grouped(serial, 4) : serial;
}

QString groupedCode(const QString& code)
{
    return grouped(code, 4);
}

QString ungrouped(const QString& text)
{
    QString result;
    for (const QChar c : text) {
        if (!c.isSpace() && c != QLatin1Char('-')) {
            result += c.toUpper();
        }
    }
    return result;
}

} // namespace holdfast::models
