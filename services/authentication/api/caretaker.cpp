// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/caretaker.h"

#include "services/authentication/api/log_switch.h"
#include "services/authentication/api/notification_watch.h"
#include "services/authentication/api/surroundings.h"
#include "services/authentication/store/backup_note.h"
#include "services/authentication/store/bin.h"
#include "services/authentication/store/bulk_jobs.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/offline_sets.h"
#include "services/authentication/store/settings.h"
#include "services/storage/database.h"

#include <QLoggingCategory>

namespace holdfast::authentication {

namespace {

Q_LOGGING_CATEGORY(logCare, "holdfast.api.care")

const QString toldBackup = QStringLiteral("told_backup"); // when the last one that is told was made

contract::Event systemEvent(const char* key, contract::Timestamp now)
{
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::System;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Success;
    return event;
}

} // namespace

void endVerboseLogs(const ApiContext& context, contract::Timestamp now)
{
    if (!context.logs || !context.logs->isDue(now) || !context.logs->turnOff()) {
        return;
    }
    context.database.writeAndWait([&](storage::Connection& connection) {
        contract::Event event = systemEvent("VERBOSE_LOGS_OFF", now);
        event.reason = QStringLiteral("time_over");
        context.events.append(connection, std::move(event));
    });
}

void tellBackup(const ApiContext& context, contract::Timestamp now)
{
    if (!context.surroundings) {
        return;
    }
    const auto note = readBackupNote(context.surroundings->backupNoteFile);
    if (!note) {
        return;
    }
    const QString madeAt = contract::toRfc3339(note->madeAt);
    const auto told = context.database.read(
        [](storage::Connection& connection) { return settings::value(connection, toldBackup); });
    if (told == madeAt) {
        return;
    }
    context.database.writeAndWait([&](storage::Connection& connection) {
        settings::setValue(connection, toldBackup, madeAt);
        contract::Event event = systemEvent("BACKUP_MADE", now);
        event.detail = {{QStringLiteral("madeAt"), madeAt},
                        {QStringLiteral("file"), note->file},
                        {QStringLiteral("bytes"), note->bytes},
                        {QStringLiteral("events"), note->events}};
        context.events.append(connection, std::move(event));
    });
}

void emptyBin(const ApiContext& context, contract::Timestamp now)
{
    constexpr int atOnce = 500;
    const bool due = context.database.read([&](storage::Connection& connection) {
        return bin::hasOld(connection, now - bin::kept) || bulk_jobs::hasOld(connection, now);
    });
    if (!due) {
        return;
    }
    context.database.writeAndWait([&](storage::Connection& connection) {
        bulk_jobs::forgetOld(connection, now);
        const qint64 erased = bin::eraseOld(connection, context.keys, now - bin::kept, atOnce);
        if (erased > 0) {
            contract::Event event = systemEvent("BIN_EMPTIED", now);
            event.detail = {{QStringLiteral("items"), erased}};
            context.events.append(connection, std::move(event));
        }
    });
}

bool forgetOfflineData(const ApiContext& context, contract::Timestamp now)
{
    constexpr int atOnce = 500;
    return context.database.writeAndWait(
        [&](storage::Connection& connection) { return offlineSets::forgetOld(connection, now, atOnce); });
}

Caretaker::Caretaker(const ApiContext& context)
    : m_context(context)
    , m_thread([this] { run(); })
{ }

Caretaker::~Caretaker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Caretaker::run()
{
    constexpr std::chrono::seconds pause {2};
    constexpr int roundsBetweenNotifications = 15;
    constexpr int roundsBetweenCleaning = 450; // some fifteen minutes
    bool moreOffline = false;
    std::unique_lock lock(m_mutex);
    for (int round = 0; !m_stop; ++round) {
        lock.unlock();
        try {
            endVerboseLogs(m_context, m_context.clock.now());
            tellBackup(m_context, m_context.clock.now());
            emptyBin(m_context, m_context.clock.now());
            if (moreOffline || round % roundsBetweenCleaning == roundsBetweenCleaning - 1) {
                moreOffline = forgetOfflineData(m_context, m_context.clock.now());
            }
            if (round % roundsBetweenNotifications == 0) {
                lookAfterNotifications(m_context, m_context.clock.now());
            }
        } catch (const storage::StorageError& failed) {
            qCWarning(logCare) << "Nothing could be noted:" << failed.what();
        }
        lock.lock();
        m_wake.wait_for(lock, pause, [this] { return m_stop; });
    }
}

} // namespace holdfast::authentication
