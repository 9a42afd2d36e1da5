// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <stdexcept>

class QSqlQuery;

namespace holdfast::storage {

// Storage failed: disk full, file damaged, server gone. An exception, for no repository can do anything about
// it; the edge of the request turns it into 503 `storage_unavailable`. `what()` holds no values of rows.
class StorageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// Where the supported databases differ, and nothing else does.
enum class Dialect
{
    Sqlite,
    PostgreSql
};

// One thread's connection. Statements are prepared once for each text and kept.
class Connection
{
public:
    // A statement that has been bound and executed; `next()` walks its rows. It must end before the same text
    // is executed again on this connection.
    class Rows
    {
    public:
        explicit Rows(QSqlQuery& query)
            : m_query(&query)
        { }
        Rows(Rows&& other) noexcept
            : m_query(std::exchange(other.m_query, nullptr))
        { }
        Rows& operator=(Rows&&) = delete;
        ~Rows(); // resets the statement
        bool next();
        [[nodiscard]] bool isNull(int column) const;
        [[nodiscard]] qint64 integer(int column) const;
        [[nodiscard]] QString text(int column) const;
        [[nodiscard]] QByteArray bytes(int column) const;
        [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
        [[nodiscard]] std::optional<qint64> optionalInteger(int column) const;

    private:
        QSqlQuery* m_query;
    };

    virtual ~Connection() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    // `sql` with positional placeholders (?); values in order. Throws StorageError.
    [[nodiscard]] virtual Rows select(const QString& sql, const QVariantList& values = {}) = 0;
    // Returns the number of rows changed.
    virtual qint64 change(const QString& sql, const QVariantList& values = {}) = 0;
    // Inserts and returns the new row's `id` column.
    virtual qint64 insert(const QString& sql, const QVariantList& values = {}) = 0;
    // Several statements without parameters, for migrations.
    virtual void script(const QString& sql) = 0;
};

} // namespace holdfast::storage
