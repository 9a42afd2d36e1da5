// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/sqlite_statement.h"

#include <QHash>
#include <QSqlDatabase>

#include <unordered_map>

namespace holdfast::storage {

enum class Access
{
    Write,
    Read,
    Checkpoint
};

// A connection to an SQLite file: opened and closed by Qt Sql. It may be handed from thread to thread, used
// by one at a time.
class SqliteConnection final : public Connection
{
public:
    // Throws StorageError.
    SqliteConnection(const QString& path, Access access, qint64 maxPages);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    [[nodiscard]] Dialect dialect() const override { return Dialect::Sqlite; }
    [[nodiscard]] bool writes() const override { return m_access == Access::Write; }
    [[nodiscard]] Rows select(const QString& sql, const QVariantList& values) override;
    qint64 change(const QString& sql, const QVariantList& values) override;
    qint64 insert(const QString& sql, const QVariantList& values) override;
    void script(const QString& sql) override;

    // Without parameters, for BEGIN and the like; prepared once.
    void run(const QString& sql);
    // False also after SQLite rolled back by itself, as it may when the disk is full.
    [[nodiscard]] bool inTransaction() const;
    // Pages in the write-ahead log after the last commit of this connection.
    [[nodiscard]] int walPages() const { return m_walPages; }

private:
    SqliteStatement& statement(const QString& sql);
    void open(const QString& path);
    void configure(qint64 maxPages);
    void execute(const char* sql);
    static int noteWal(void* self, sqlite3* handle, const char* name, int pages);

    Access m_access;
    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr;
    std::unordered_map<QString, std::unique_ptr<SqliteStatement>> m_statements;
    int m_walPages = 0;
};

} // namespace holdfast::storage
