// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/restore_run.h"

#include "app/holdfastd/store.h"
#include "services/authentication/store/backup_file.h"
#include "services/authentication/store/private_file.h"
#include "services/authentication/store/schema.h"

#include <QDir>
#include <QFile>

namespace holdfast::daemon {

using contract::Result;
using contract::Unexpected;

namespace {

// What a restore made, so that one that fails takes it away again, and nothing else.
class Made
{
public:
    Made() = default;
    ~Made()
    {
        for (auto file = m_files.rbegin(); file != m_files.rend(); ++file) {
            QFile::remove(*file);
        }
        for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder) {
            QDir().rmdir(*folder); // does nothing where something else lies in it
        }
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    void addFolder(const QString& path)
    {
        if (!QFileInfo::exists(path)) {
            m_folders << path;
        }
    }
    void addFile(const QString& path) { m_files << path; }
    void keep()
    {
        m_files.clear();
        m_folders.clear();
    }

private:
    QStringList m_files;
    QStringList m_folders;
};

Result<void> writeHead(const QString& path, const QByteArray& text)
{
    authentication::PrivateFile file(path);
    return file.write(text) && file.keep() ? Result<void>() : Result<void>(file.error("restore_not_written"));
}

// An earlier program's database cannot be told from a later one's before it is opened.
Result<void> requireKnownSchema(const authentication::BackupManifest& manifest)
{
    if (manifest.schema <= authentication::schemaVersion()) {
        return {};
    }
    return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("database_newer"),
                             QStringLiteral("The backup was made by Holdfast %1, which is later than this "
                                            "program. Restore it with that version.")
                                 .arg(manifest.program));
}

Result<RestoreReport> settle(const DataDirectory& directory, const security::KeyRing& keys,
                             const RestoreRequest& request, const authentication::BackupManifest& manifest)
{
    auto store = Store::open(directory, keys);
    if (!store) {
        return Unexpected(store.error());
    }
    storage::Database& database = (*store)->database();
    const auto findings =
        authentication::verifyRestored(database, keys, directory.headFile(), request.acceptEventLoss);
    if (!findings) {
        return Unexpected(findings.error());
    }
    database.writeAndWait([&](storage::Connection& connection) {
        authentication::noteRestore(connection, (*store)->events(), manifest, *findings,
                                    (*store)->clock().now());
    });
    return authentication::rewriteEventHead(database, keys, directory.headFile()).map([&] {
        return RestoreReport {manifest, *findings};
    });
}

} // namespace

Result<RestoreReport> restoreBackup(const RestoreRequest& request)
{
    auto backup = authentication::BackupFile::open(request.from, request.passphrase);
    const auto known = backup ? requireKnownSchema((*backup)->parts().manifest) : Result<void>();
    const auto keys = backup && known
        ? security::KeyRing::fromText((*backup)->parts().keys)
        : Result<security::KeyRing>(Unexpected(backup ? known.error() : backup.error()));
    if (!keys) {
        return Unexpected(keys.error());
    }
    Made made;
    made.addFolder(request.dataDirectory);
    auto created = DataDirectory::create(request.dataDirectory);
    if (!created) {
        made.keep(); // nothing was made, or somebody else uses it
        return Unexpected(created.error());
    }
    DataDirectory& directory = **created;
    directory.useKeys(KeySource::Directory, QDir(request.keyDirectory).absolutePath());
    for (const char* name : {"/lock", "/holdfast.db", "/holdfast.db-wal", "/holdfast.db-shm"}) {
        made.addFile(directory.path() + QLatin1String(name));
    }
    made.addFolder(directory.keyDirectory());
    if (const auto saved = keys->save(directory.keyDirectory()); !saved) {
        return Unexpected(saved.error());
    }
    made.addFile(directory.keyDirectory() + QStringLiteral("/keyring.json"));
    if (const auto head = writeHead(directory.headFile(), (*backup)->parts().head); !head) {
        return Unexpected(head.error());
    }
    made.addFile(directory.headFile());
    auto report = (*backup)->extractDatabase(directory.databaseFile()).and_then([&] {
        return settle(directory, *keys, request, (*backup)->parts().manifest);
    });
    if (!report) {
        return report;
    }
    return directory.noteKeys(KeySource::Directory, directory.keyDirectory()).map([&] {
        made.keep();
        return *report;
    });
}

} // namespace holdfast::daemon
