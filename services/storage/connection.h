// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <stdexcept>
#include <typeindex>
#include <utility>
#include <vector>

namespace holdfast::storage {

// Storage failed: disk full, file damaged, server gone. An exception, for no repository can do anything about
// it; the edge of the request turns it into 503 `storage_unavailable`. `what()` holds no values of rows.
class StorageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// A rule of the schema was broken (unique, foreign key, not null). Repositories look first; so this is a
// fault of the program.
class ConstraintError : public StorageError
{
public:
    using StorageError::StorageError;
};

// A value to bind, or null.
template <class T>
[[nodiscard]] QVariant orNull(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

// Where the supported databases differ, and nothing else does.
enum class Dialect
{
    Sqlite,
    PostgreSql
};

// A prepared statement as the rows see it; each dialect has its own.
class Cursor
{
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual void reset() noexcept = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
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
        explicit Rows(Cursor& cursor)
            : m_cursor(&cursor)
        { }
        Rows(Rows&& other) noexcept
            : m_cursor(std::exchange(other.m_cursor, nullptr))
        { }
        Rows& operator=(Rows&&) = delete;
        ~Rows() // resets the statement
        {
            if (m_cursor) {
                m_cursor->reset();
            }
        }
        bool next() { return m_cursor->next(); }
        [[nodiscard]] bool isNull(int column) const { return m_cursor->isNull(column); }
        [[nodiscard]] qint64 integer(int column) const { return m_cursor->integer(column); }
        [[nodiscard]] QString text(int column) const { return m_cursor->text(column); }
        [[nodiscard]] QByteArray bytes(int column) const { return m_cursor->bytes(column); }
        [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
        [[nodiscard]] std::optional<qint64> optionalInteger(int column) const
        {
            return isNull(column) ? std::nullopt : std::optional(integer(column));
        }

    private:
        Cursor* m_cursor;
    };

    virtual ~Connection() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    // Whether this is the writer's: within a work that may change rows.
    [[nodiscard]] virtual bool writes() const = 0;
    // `sql` with positional placeholders (?); values in order. Null is an invalid QVariant or one of no
    // value; a QByteArray is a blob, an integer or bool an integer, anything else a text. Throws
    // StorageError.
    [[nodiscard]] virtual Rows select(const QString& sql, const QVariantList& values = {}) = 0;
    // Returns the number of rows changed.
    virtual qint64 change(const QString& sql, const QVariantList& values = {}) = 0;
    // Inserts and returns the new row's `id` column.
    virtual qint64 insert(const QString& sql, const QVariantList& values = {}) = 0;
    // Several statements without parameters, for migrations.
    virtual void script(const QString& sql) = 0;

    // What was derived from rows and may be kept with the connection from one work to the next, one of each
    // type. On the writer everything is forgotten when a work or a batch is rolled back; a reader's must be
    // checked against its rows by whoever kept it.
    template <class T>
    [[nodiscard]] std::shared_ptr<T> kept() const
    {
        for (const Kept& entry : m_kept) {
            if (entry.type == std::type_index(typeid(T))) {
                return std::static_pointer_cast<T>(entry.value);
            }
        }
        return nullptr;
    }
    template <class T>
    void keep(std::shared_ptr<T> value)
    {
        forget<T>();
        m_kept.push_back(
            {std::type_index(typeid(T)), std::const_pointer_cast<std::remove_const_t<T>>(value)});
    }
    template <class T>
    void forget()
    {
        std::erase_if(m_kept, [](const Kept& entry) { return entry.type == std::type_index(typeid(T)); });
    }
    void forgetKept() { m_kept.clear(); }

private:
    struct Kept
    {
        std::type_index type;
        std::shared_ptr<void> value;
    };
    std::vector<Kept> m_kept;
};

} // namespace holdfast::storage
