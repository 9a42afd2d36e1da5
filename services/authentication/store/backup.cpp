// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/backup.h"

#include "services/authentication/store/backup_file.h"
#include "services/authentication/store/events_chain.h"
#include "services/authentication/store/events_head.h"
#include "services/authentication/store/key_check.h"
#include "services/authentication/store/schema.h"
#include "services/storage/snapshot.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Unexpected;

namespace {

// The copy lies on the disk of the service, which must not be filled up by its own backup.
Result<void> requireRoom(const BackupRequest& request)
{
    constexpr qint64 reserve = 32LL * 1024 * 1024;
    const qint64 needed = QFileInfo(request.databaseFile).size()
        + QFileInfo(request.databaseFile + QStringLiteral("-wal")).size() + reserve;
    const QStorageInfo disk(QFileInfo(request.snapshotFile).absolutePath());
    if (!disk.isValid() || disk.bytesAvailable() >= needed) {
        return {};
    }
    return failure(ErrorKind::Unavailable, QStringLiteral("disk_full"),
                   QStringLiteral("A backup needs %1 MiB beside the data for a while; %2 MiB are free.")
                       .arg(needed / 1048576)
                       .arg(disk.bytesAvailable() / 1048576));
}

class Snapshot
{
public:
    explicit Snapshot(QString file)
        : m_file(std::move(file))
    {
        remove(); // of an attempt that was killed
    }
    ~Snapshot() { remove(); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    void remove()
    {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            QFile::remove(m_file + QLatin1String(suffix));
        }
    }
    QString m_file;
};

// What belongs together is looked at in the copy itself.
Result<BackupParts> describe(const BackupRequest& request, const EventHead& before)
{
    Result<BackupParts> parts = BackupParts {};
    const auto read = storage::readFile(request.snapshotFile, [&](storage::Connection& connection) {
        if (const auto match = key_check::compare(connection, request.keys); !match) {
            parts = Unexpected(match.error());
            return;
        }
        const EventChainEnd end = readChainEnd(connection);
        auto rows =
            connection.select(QStringLiteral("SELECT mac FROM events WHERE sequence = ?"), {before.sequence});
        const bool holds =
            before.sequence == 0 || (rows.next() && contract::constantTimeEquals(rows.bytes(0), before.mac));
        if (!holds) {
            parts = failure(ErrorKind::Conflict, QStringLiteral("event_log_cut"),
                            QStringLiteral("The database does not hold event %1, which the head record "
                                           "knows. Look at `holdfastd audit verify` first.")
                                .arg(before.sequence));
            return;
        }
        parts->head = eventHeadText(request.keys, {end.sequence, end.mac});
        parts->manifest.schema = schemaVersionOf(connection);
        parts->manifest.events = end.sequence;
    });
    return read ? parts : Result<BackupParts>(Unexpected(read.error()));
}

} // namespace

Result<BackupManifest> writeBackup(const BackupRequest& request)
{
    if (QFile::exists(request.target)) {
        return failure(
            ErrorKind::Conflict, QStringLiteral("backup_file_exists"),
            QStringLiteral("%1 is there already. A backup never replaces a file.").arg(request.target));
    }
    // The head first: events that are written after it make the copy longer, never shorter.
    const auto head = readEventHead(request.headFile, request.keys);
    if (!head) {
        return Unexpected(head.error());
    }
    if (const auto room = requireRoom(request); !room) {
        return Unexpected(room.error());
    }
    const Snapshot snapshot(request.snapshotFile);
    if (const auto copied = storage::writeSnapshot(request.databaseFile, request.snapshotFile); !copied) {
        return Unexpected(copied.error());
    }
    auto parts = describe(request, *head);
    if (!parts) {
        return Unexpected(parts.error());
    }
    parts->keys = request.keys.toText();
    BackupManifest& manifest = parts->manifest;
    manifest.program = request.program;
    manifest.madeAt = request.now;
    manifest.keyVersion = request.keys.currentVersion();
    manifest.databaseBytes = QFileInfo(request.snapshotFile).size();
    return writeBackupFile(request.target, request.passphrase, *parts, request.snapshotFile).map([&] {
        return manifest;
    });
}

} // namespace holdfast::authentication
