// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/security/key_ring.h"

#include <memory>

namespace holdfast::daemon {

// Where the keys of a data directory are.
enum class KeySource
{
    Directory, // keyring.json in a folder of its own
    Console, // the console keeps the master key in the keychain and hands it over at each start
};

// A service's folder: holdfast.db, service.json (where the keys are; nothing secret) and the lock. Holds the
// lock while it lives: one process for each data directory.
class DataDirectory
{
public:
    // Makes an absent or empty folder ready. Errors: data_directory_in_use, data_directory_not_empty,
    // data_directory_not_made.
    static contract::Result<std::unique_ptr<DataDirectory>> create(const QString& path);
    // Errors: data_directory_missing, data_directory_in_use, data_directory_damaged.
    static contract::Result<std::unique_ptr<DataDirectory>> open(const QString& path);
    // The same without the lock, beside a service that may be running: to read, never to write. Errors:
    // data_directory_missing, data_directory_damaged.
    static contract::Result<std::unique_ptr<DataDirectory>> look(const QString& path);
    // Whether `create` would find nothing there.
    [[nodiscard]] static bool isFresh(const QString& path);
    ~DataDirectory();
    DataDirectory(const DataDirectory&) = delete;
    DataDirectory& operator=(const DataDirectory&) = delete;

    [[nodiscard]] QString databaseFile() const { return m_path + QStringLiteral("/holdfast.db"); }
    [[nodiscard]] QString path() const { return m_path; }
    // Where a backup puts its copy of the database meanwhile, and what is noted of the last one.
    [[nodiscard]] QString snapshotFile() const { return m_path + QStringLiteral("/backup-copy.db"); }
    [[nodiscard]] QString backupNoteFile() const;
    // One backup, or rotation of keys, at a time; until this object ends. Error: backup_in_progress.
    [[nodiscard]] contract::Result<void> lockBackups();
    // The head of the event log is kept with the keys; with the console's keys beside the data directory.
    [[nodiscard]] QString headFile() const;
    [[nodiscard]] QString keyDirectory() const { return m_keyDirectory; }
    [[nodiscard]] KeySource keySource() const { return m_keySource; }

    // Where keys go when nobody says: a new 0700 folder under the user's configuration folder.
    [[nodiscard]] static contract::Result<QString> newKeyDirectory();
    // Where the keys are; noteKeys() writes it down as well, which makes the folder a service's.
    void useKeys(KeySource source, const QString& keyDirectory);
    [[nodiscard]] contract::Result<void> noteKeys(KeySource source, const QString& keyDirectory);

private:
    explicit DataDirectory(QString path);
    [[nodiscard]] contract::Result<void> requireService() const;
    [[nodiscard]] contract::Result<void> lock();
    [[nodiscard]] contract::Result<void> readNote();
    QString m_path;
    QString m_keyDirectory;
    KeySource m_keySource = KeySource::Directory;
    int m_lock = -1;
    int m_backupLock = -1;
};

} // namespace holdfast::daemon
