// SPDX-License-Identifier: Apache-2.0
#include "services/storage/sqlite_connection.h"

#include "services/storage/sqlite_error.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>

#include <atomic>
#include <sqlite3.h>

namespace holdfast::storage {

namespace {

constexpr size_t mostStatements = 256; // filters and lists of ids make texts of their own

// Others on the machine must not read it; SQLite gives its companions the mode of the file.
void createPrivately(const QString& path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
}

// Without its memory statistics SQLite takes no lock at each allocation. Only before its first use.
void settleSqlite()
{
    static const int settled = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(settled)
}

} // namespace

SqliteConnection::SqliteConnection(const QString& path, Access access, qint64 maxPages)
    : m_access(access)
{
    settleSqlite();
    static std::atomic<quint64> count {0};
    const QString name = QStringLiteral("holdfast-%1").arg(++count);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    try {
        open(path);
        configure(maxPages);
    } catch (...) {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(name);
        throw;
    }
}

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

void SqliteConnection::open(const QString& path)
{
    if (m_access == Access::Write) {
        createPrivately(path);
    }
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.isValid() || !m_database.open()) {
        throw StorageError("The database file cannot be opened.");
    }
    const QVariant handle = m_database.driver()->handle();
    m_handle = *static_cast<sqlite3* const*>(handle.constData());
    m_database.driver()->moveToThread(nullptr); // it belongs to whoever uses the connection
}

void SqliteConnection::configure(qint64 maxPages)
{
    execute("PRAGMA trusted_schema = OFF");
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA temp_store = MEMORY"); // savepoints keep their pages there
    if (m_access == Access::Read) {
        execute("PRAGMA cache_size = -8192");
        execute("PRAGMA query_only = ON");
        return;
    }
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = FULL");
    execute("PRAGMA wal_autocheckpoint = 0"); // the checkpointer does it, off the writer's path
    // No memory map: a fault of the disk is an error then, not a signal.
    execute("PRAGMA cache_size = -65536");
    if (maxPages > 0) {
        execute(QByteArray("PRAGMA max_page_count = " + QByteArray::number(maxPages)).constData());
    }
    sqlite3_wal_hook(m_handle, &SqliteConnection::noteWal, this);
}

int SqliteConnection::noteWal(void* self, sqlite3*, const char*, int pages)
{
    static_cast<SqliteConnection*>(self)->m_walPages = pages;
    return SQLITE_OK;
}

void SqliteConnection::execute(const char* sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throwSqliteError(m_handle, code);
    }
}

SqliteStatement& SqliteConnection::statement(const QString& sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) {
        return *found->second;
    }
    if (m_statements.size() >= mostStatements) {
        std::erase_if(m_statements, [](const auto& entry) { return !entry.second->active(); });
    }
    return *m_statements.emplace(sql, std::make_unique<SqliteStatement>(m_handle, sql)).first->second;
}

Connection::Rows SqliteConnection::select(const QString& sql, const QVariantList& values)
{
    SqliteStatement& found = statement(sql);
    found.bind(values);
    return Rows(found);
}

qint64 SqliteConnection::change(const QString& sql, const QVariantList& values)
{
    SqliteStatement& found = statement(sql);
    found.bind(values);
    found.run();
    return sqlite3_changes64(m_handle);
}

qint64 SqliteConnection::insert(const QString& sql, const QVariantList& values)
{
    change(sql, values);
    return sqlite3_last_insert_rowid(m_handle); // the alias of every `id` here
}

void SqliteConnection::script(const QString& sql)
{
    execute(sql.toUtf8().constData());
}

void SqliteConnection::run(const QString& sql)
{
    SqliteStatement& found = statement(sql);
    found.bind({});
    found.run();
}

bool SqliteConnection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

} // namespace holdfast::storage
