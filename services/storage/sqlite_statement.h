// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace holdfast::storage {

// A prepared statement of SQLite. Qt's own result class describes all columns anew at every execution, which
// costs ten times the query itself (docs/performance.md); hence the handle that QSqlDriver offers is used.
class SqliteStatement final : public Cursor
{
public:
    SqliteStatement(sqlite3* handle, const QString& sql);
    ~SqliteStatement() override;
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    [[nodiscard]] bool active() const { return m_active; }
    void bind(const QVariantList& values);
    void run(); // to its end, rows ignored

    bool next() override;
    void reset() noexcept override;
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArray bytes(int column) const override;

private:
    void bindOne(int position, const QVariant& value);

    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
    std::vector<QByteArray> m_bound; // what SQLite points into while it runs
    bool m_active = false;
};

} // namespace holdfast::storage
