// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/health_checks.h"

#include "services/authentication/store/backup_note.h"
#include "services/authentication/store/events_chain.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <sys/timex.h>

namespace holdfast::authentication::health_checks {

using contract::HealthCheck;
using contract::HealthStatus;
using contract::Timestamp;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

HealthCheck good(const char* name, const QString& detail, std::optional<qint64> value = {})
{
    return {QString::fromLatin1(name), HealthStatus::Good, {}, detail, value};
}

HealthCheck bad(HealthStatus status, const char* name, const char* reason, const QString& detail,
                std::optional<qint64> value = {})
{
    return {QString::fromLatin1(name), status, QString::fromLatin1(reason), detail, value};
}

std::optional<Timestamp> lastEventAt(storage::Connection& connection)
{
    auto rows = connection.select(QStringLiteral("SELECT at FROM events ORDER BY sequence DESC LIMIT 1"));
    return rows.next() ? std::optional(contract::fromMilliseconds(rows.integer(0))) : std::nullopt;
}

} // namespace

HealthCheck database(const HealthInput& input)
{
    constexpr auto name = "database";
    try {
        auto rows = input.connection.select(QStringLiteral("SELECT id FROM domains WHERE parent_id IS NULL"));
        if (!rows.next()) {
            return bad(HealthStatus::Failing, name, "database_damaged",
                       QStringLiteral("The root domain is missing."));
        }
    } catch (const storage::StorageError& failed) {
        return bad(HealthStatus::Failing, name, "storage_unavailable", QString::fromUtf8(failed.what()));
    }
    const QString detail = QStringLiteral("It answers.");
    return input.surroundings ? good(name, detail, QFileInfo(input.surroundings->databaseFile).size())
                              : good(name, detail);
}

HealthCheck queue(int waiting)
{
    constexpr auto name = "queue";
    constexpr int many = 1000;
    constexpr int nearlyFull = 15'000; // 20,000 are refused
    const QString detail = QStringLiteral("%1 changes wait to be written.").arg(waiting);
    if (waiting >= many) {
        return bad(waiting >= nearlyFull ? HealthStatus::Failing : HealthStatus::Warning, name, "queue_long",
                   detail, waiting);
    }
    return good(name, detail, waiting);
}

HealthCheck disk(const QString& folder)
{
    constexpr auto name = "disk";
    constexpr qint64 least = 64 * mebibyte;
    constexpr qint64 low = 1024 * mebibyte;
    const QStorageInfo disk(folder);
    if (!disk.isValid()) {
        return bad(HealthStatus::Warning, name, "disk_unknown",
                   QStringLiteral("The disk of the data cannot be asked."));
    }
    const qint64 available = disk.bytesAvailable();
    const QString detail = QStringLiteral("%1 MiB of %2 MiB are free.")
                               .arg(available / mebibyte)
                               .arg(disk.bytesTotal() / mebibyte);
    if (available < least) {
        return bad(HealthStatus::Failing, name, "disk_full", detail, available);
    }
    if (available < low) {
        return bad(HealthStatus::Warning, name, "disk_low", detail, available);
    }
    return good(name, detail, available);
}

HealthCheck eventHead(const HealthInput& input)
{
    constexpr auto name = "eventHead";
    constexpr std::chrono::seconds patience {30}; // a second is promised
    const contract::Result<EventHead>& head = *input.head;
    if (!head) {
        return bad(HealthStatus::Failing, name, head.error().code.toLatin1().constData(),
                   head.error().detail);
    }
    const qint64 behind = readChainEnd(input.connection).sequence - head->sequence;
    if (behind < 0) {
        return bad(HealthStatus::Failing, name, "event_log_cut",
                   QStringLiteral("The log lacks %1 events that the head record knows.").arg(-behind),
                   behind);
    }
    const auto last = lastEventAt(input.connection);
    if (behind > 0 && last && input.now - *last > patience) {
        return bad(HealthStatus::Failing, name, "event_head_behind",
                   QStringLiteral("%1 events are not in the head record.").arg(behind), behind);
    }
    return good(name, QStringLiteral("It follows the log."), behind);
}

HealthCheck keyFile(const QString& folder)
{
    constexpr auto name = "keys";
    const QFileInfo file(folder + QStringLiteral("/keyring.json"));
    if (!file.isReadable()) {
        return bad(
            HealthStatus::Failing, name, "keys_missing",
            QStringLiteral("keyring.json is gone: the service will not start again. Make a backup now, "
                           "while it runs, if the keys are elsewhere."));
    }
    constexpr auto others = QFileDevice::Permissions(0x0077);
    if ((file.permissions() & others) != QFileDevice::Permissions()) {
        return bad(HealthStatus::Failing, name, "keys_readable_by_others",
                   QStringLiteral("keyring.json can be read by others: the service will not start again."));
    }
    return good(name, QStringLiteral("They are in their place."));
}

HealthCheck backup(const QString& noteFile, Timestamp now)
{
    constexpr auto name = "backup";
    constexpr std::chrono::hours old {24 * 7};
    const auto note = readBackupNote(noteFile);
    if (!note) {
        return bad(HealthStatus::Warning, name, "backup_missing", QStringLiteral("None was ever made."));
    }
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(now - note->madeAt);
    const QString detail = QStringLiteral("The last one is of %1.").arg(contract::toRfc3339(note->madeAt));
    return age > old ? bad(HealthStatus::Warning, name, "backup_old", detail, age.count())
                     : good(name, detail, age.count());
}

HealthCheck clock(const HealthInput& input)
{
    constexpr auto name = "clock";
    constexpr std::chrono::minutes tolerance {1};
    const auto last = lastEventAt(input.connection);
    if (last && *last > input.now + tolerance) {
        return bad(HealthStatus::Failing, name, "clock_set_back",
                   QStringLiteral("The last event is of %1: the clock was set back, and codes are refused.")
                       .arg(contract::toRfc3339(*last)));
    }
    timex state {};
    if (::adjtimex(&state) < 0 || (static_cast<unsigned>(state.status) & STA_UNSYNC) != 0) {
        return bad(HealthStatus::Warning, name, "clock_unsynchronised",
                   QStringLiteral("The system does not say that its clock is in step with others (NTP)."));
    }
    return good(name, QStringLiteral("It is in step."));
}

HealthCheck logs(const contract::LoggingState& state)
{
    constexpr auto name = "logs";
    if (!state.verbose) {
        return good(name, QStringLiteral("They are at the configured levels."));
    }
    return bad(HealthStatus::Warning, name, "logs_verbose",
               QStringLiteral("They are verbose until %1.")
                   .arg(contract::toRfc3339(state.until.value_or(Timestamp {}))));
}

} // namespace holdfast::authentication::health_checks
