// SPDX-License-Identifier: Apache-2.0
#include "models/service_words.h"

#include "models/formats.h"
#include "models/words_table.h"

#include <QLocale>

namespace holdfast::models::words {

using contract::HealthStatus;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array names {
    Entry {"database", QT_TRANSLATE_NOOP("Words", "Database")},
    Entry {"disk", QT_TRANSLATE_NOOP("Words", "Disk")},
    Entry {"queue", QT_TRANSLATE_NOOP("Words", "Waiting changes")},
    Entry {"eventHead", QT_TRANSLATE_NOOP("Words", "Event log")},
    Entry {"keys", QT_TRANSLATE_NOOP("Words", "Keys")},
    Entry {"backup", QT_TRANSLATE_NOOP("Words", "Backup")},
    Entry {"clock", QT_TRANSLATE_NOOP("Words", "Clock")},
    Entry {"logs", QT_TRANSLATE_NOOP("Words", "Logs")},
};

// Of a check without a reason by its name, else by its reason. %1: what was measured.
constexpr std::array sentences {
    Entry {"database", QT_TRANSLATE_NOOP("Words", "Answers; %1 in size.")},
    Entry {"disk", QT_TRANSLATE_NOOP("Words", "%1 are free.")},
    Entry {"queue", QT_TRANSLATE_NOOP("Words", "%1 waiting to be written.")},
    Entry {"eventHead", QT_TRANSLATE_NOOP("Words", "Its head record follows the log.")},
    Entry {"keys", QT_TRANSLATE_NOOP("Words", "In their place, and private.")},
    Entry {"backup", QT_TRANSLATE_NOOP("Words", "The last one was made %1 ago.")},
    Entry {"clock", QT_TRANSLATE_NOOP("Words", "In step.")},
    Entry {"logs", QT_TRANSLATE_NOOP("Words", "At the configured levels.")},
    Entry {"disk_low", QT_TRANSLATE_NOOP("Words", "Only %1 are free. Make room.")},
    Entry {"disk_full", QT_TRANSLATE_NOOP("Words", "Only %1 are free: nobody can sign in once it is full.")},
    Entry {"disk_unknown", QT_TRANSLATE_NOOP("Words", "The disk of the data cannot be asked.")},
    Entry {"queue_long", QT_TRANSLATE_NOOP("Words", "%1 waiting to be written: the disk is too slow.")},
    Entry {"event_head_missing",
           QT_TRANSLATE_NOOP("Words", "Its head record is missing, so a cut end would go unnoticed.")},
    Entry {"event_head_forged",
           QT_TRANSLATE_NOOP("Words", "Its head record was changed, or is of another service.")},
    Entry {"event_head_unreadable", QT_TRANSLATE_NOOP("Words", "Its head record cannot be read.")},
    Entry {"event_head_behind",
           QT_TRANSLATE_NOOP("Words", "Its head record does not follow: can the key folder be written?")},
    Entry {"event_log_cut", QT_TRANSLATE_NOOP("Words", "The end of the log is missing.")},
    Entry {"keys_missing",
           QT_TRANSLATE_NOOP("Words", "The key file is gone: the service will not start again.")},
    Entry {
        "keys_readable_by_others",
        QT_TRANSLATE_NOOP("Words", "The key file can be read by others: the service will not start again.")},
    Entry {"backup_missing", QT_TRANSLATE_NOOP("Words", "None was ever made.")},
    Entry {"backup_old", QT_TRANSLATE_NOOP("Words", "The last one was made %1 ago.")},
    Entry {"clock_unsynchronised",
           QT_TRANSLATE_NOOP("Words", "The system does not say that its clock is in step with others.")},
    Entry {"clock_set_back",
           QT_TRANSLATE_NOOP("Words", "The clock was set back; codes are refused until it has caught up.")},
    Entry {"logs_verbose", QT_TRANSLATE_NOOP("Words", "Verbose for a while.")},
};

QString measured(const contract::HealthCheck& check)
{
    const qint64 value = check.value.value_or(0);
    if (check.name == QLatin1String("backup")) {
        return duration(std::chrono::minutes(std::max<qint64>(1, value / 60)));
    }
    if (check.name == QLatin1String("disk") || check.name == QLatin1String("database")) {
        return QLocale().formattedDataSize(value);
    }
    return QLocale().toString(value);
}

// "3 hours" rather than "187 minutes": an age is told to what matters.
contract::HealthCheck rounded(contract::HealthCheck check)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    if (check.name == QLatin1String("backup") && check.value) {
        const qint64 unit = *check.value >= 2 * day ? day : (*check.value >= 2 * hour ? hour : 60);
        check.value = *check.value / unit * unit;
    }
    return check;
}

} // namespace

QString healthName(const contract::HealthCheck& check)
{
    const QString name = find(names, check.name);
    return name.isEmpty() ? check.name : name;
}

QString healthSentence(const contract::HealthCheck& check)
{
    const QString text = find(sentences, check.reason.isEmpty() ? check.name : check.reason);
    if (text.isEmpty() || (text.contains(QLatin1String("%1")) && !check.value)) {
        return check.detail;
    }
    return text.contains(QLatin1String("%1")) ? text.arg(measured(rounded(check))) : text;
}

QString of(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Good:
        return Words::tr("Good");
    case HealthStatus::Warning:
        return Words::tr("Look at it");
    case HealthStatus::Failing:
        return Words::tr("Failing");
    }
    return {};
}

Tone toneOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Good:
        return Tone::Good;
    case HealthStatus::Warning:
        return Tone::Warning;
    case HealthStatus::Failing:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

} // namespace holdfast::models::words
