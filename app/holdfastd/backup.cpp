// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/backup.h"

#include "app/holdfastd/open_store.h"
#include "app/holdfastd/password_input.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/store/backup_note.h"

#include <QFileInfo>

#include <cstdio>

namespace holdfast::daemon {

namespace {

using contract::Result;

Result<void> makeBackup(const Options& options)
{
    const auto target = options.required("to");
    const auto path = options.required("data-dir");
    if (!target || !path) {
        return contract::Unexpected(target ? path.error() : target.error());
    }
    auto directory = DataDirectory::look(*path);
    if (!directory) {
        return contract::Unexpected(directory.error());
    }
    const auto passphrase = readNewPassphrase();
    if (!passphrase) {
        return contract::Unexpected(passphrase.error());
    }
    if (auto locked = (*directory)->lockBackups(); !locked) {
        return locked;
    }
    const auto keys = keysOf(**directory, options);
    if (!keys) {
        return contract::Unexpected(keys.error());
    }
    const QString file = QFileInfo(*target).absoluteFilePath();
    const auto made = authentication::writeBackup(
        {(*directory)->databaseFile(), (*directory)->headFile(), (*directory)->snapshotFile(), file, *keys,
         *passphrase, QStringLiteral(HOLDFAST_VERSION), contract::SystemClock().now()});
    if (!made) {
        return contract::Unexpected(made.error());
    }
    const qint64 bytes = QFileInfo(file).size();
    std::printf("A backup of %lld events is in %s (%lld bytes).\n", static_cast<long long>(made->events),
                file.toUtf8().constData(), static_cast<long long>(bytes));
    return authentication::writeBackupNote((*directory)->backupNoteFile(),
                                           {made->madeAt, file, bytes, made->events});
}

int backup(const Options& options)
{
    const auto made = makeBackup(options);
    return made ? 0 : complain(made.error());
}

} // namespace

Verb backupVerb()
{
    return {QStringLiteral("backup"),
            QStringLiteral("Saves data and keys, sealed under a passphrase from standard input; the service "
                           "may run."),
            {dataDirectoryFlag(),
             keyDirectoryFlag(),
             {"to", "FILE", "Where the backup goes; must not exist."},
             configFlag()},
            backup};
}

} // namespace holdfast::daemon
