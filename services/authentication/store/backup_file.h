// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/backup_manifest.h"
#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QString>

#include <functional>
#include <memory>

class QFile;

namespace holdfast::security {
class SealedStreamReader;
}

namespace holdfast::authentication {

// The container of a backup: manifest, keys, head of the event log and database, sealed under a passphrase as
// one stream. docs/backup-format.md tells every byte.

struct BackupParts
{
    BackupManifest manifest;
    contract::Secret keys; // text of keyring.json
    QByteArray head; // text of event-head.json
};

// Writes a new file (0600) that appears under its name when it is whole and on the disk. Errors:
// backup_file_exists, backup_not_written, disk_full; nothing of it is left then.
[[nodiscard]] contract::Result<void> writeBackupFile(const QString& path, const contract::Secret& passphrase,
                                                     const BackupParts& parts, const QString& databaseFile);

class BackupFile
{
public:
    // Errors: backup_unreadable, backup_unknown (no backup, or of a later version), backup_passphrase_wrong,
    // backup_truncated, backup_damaged.
    static contract::Result<std::unique_ptr<BackupFile>> open(const QString& path,
                                                              const contract::Secret& passphrase);
    ~BackupFile();
    BackupFile(const BackupFile&) = delete;
    BackupFile& operator=(const BackupFile&) = delete;

    [[nodiscard]] const BackupParts& parts() const { return m_parts; }
    // Once: the database into a new file (0600), synced. Errors: those of open(), restore_not_written,
    // disk_full.
    [[nodiscard]] contract::Result<void> extractDatabase(const QString& target);

private:
    BackupFile();
    [[nodiscard]] contract::Result<void> readParts();
    [[nodiscard]] contract::Result<QByteArray> readExactly(qsizetype size);
    [[nodiscard]] contract::Result<QByteArray> readSection(qsizetype most);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<security::SealedStreamReader> m_stream;
    BackupParts m_parts;
};

} // namespace holdfast::authentication
