// SPDX-License-Identifier: Apache-2.0
#include "services/storage/snapshot.h"

#include "services/storage/reader_pool.h"

#include <QFile>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace holdfast::storage {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

struct Closer
{
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closer>;

Handle openHandle(const QString& path, int flags)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    Handle owned(handle);
    if (code != SQLITE_OK) {
        owned.reset();
    }
    return owned;
}

contract::Unexpected failed(int code, const QString& what)
{
    if ((code & 0xff) == SQLITE_FULL) {
        return failure(ErrorKind::Unavailable, QStringLiteral("disk_full"),
                       QStringLiteral("There is no room for a copy of the database."));
    }
    return failure(ErrorKind::Unavailable, QStringLiteral("snapshot_failed"),
                   QStringLiteral("%1 [sqlite %2]").arg(what).arg(code));
}

// Before SQLite opens it, so that it is never readable by others.
bool createPrivately(const QString& path)
{
    QFile::remove(path);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return file >= 0 && ::close(file) == 0;
}

} // namespace

Result<void> writeSnapshot(const QString& source, const QString& target)
{
    // Read and write: a reader of a write-ahead log notes its place in the log's index.
    const Handle from = openHandle(source, SQLITE_OPEN_READWRITE);
    if (!from) {
        return failed(SQLITE_CANTOPEN, QStringLiteral("The database file cannot be opened."));
    }
    constexpr int patience = 5000; // milliseconds
    sqlite3_busy_timeout(from.get(), patience);
    const Handle to = createPrivately(target) ? openHandle(target, SQLITE_OPEN_READWRITE) : Handle();
    if (!to) {
        return failed(SQLITE_CANTOPEN, QStringLiteral("The copy cannot be written."));
    }
    for (const char* pragma : {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"}) {
        sqlite3_exec(to.get(), pragma, nullptr, nullptr, nullptr);
    }
    sqlite3_backup* copy = sqlite3_backup_init(to.get(), "main", from.get(), "main");
    int code = copy != nullptr ? sqlite3_backup_step(copy, -1) : sqlite3_errcode(to.get());
    sqlite3_backup_finish(copy);
    if (code != SQLITE_DONE) {
        return failed(code, QStringLiteral("The database cannot be copied."));
    }
    return {};
}

Result<void> readFile(const QString& path, const std::function<void(Connection&)>& work)
{
    try {
        ReaderPool pool(path);
        auto connection = pool.take();
        work(*connection);
        pool.giveBack(std::move(connection));
        return {};
    } catch (const StorageError& thrown) {
        return failure(ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                       QString::fromUtf8(thrown.what()));
    }
}

} // namespace holdfast::storage
