// SPDX-License-Identifier: Apache-2.0
#include "services/storage/sqlite_statement.h"

#include "services/storage/sqlite_error.h"

#include <sqlite3.h>

namespace holdfast::storage {

SqliteStatement::SqliteStatement(sqlite3* handle, const QString& sql)
    : m_handle(handle)
{
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v3(handle, utf8.constData(), static_cast<int>(utf8.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK) {
        throwSqliteError(handle, code);
    }
    m_bound.resize(static_cast<size_t>(sqlite3_bind_parameter_count(m_statement)));
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::bind(const QVariantList& values)
{
    if (m_active) {
        throw std::logic_error("a statement was executed again before its rows were done with");
    }
    if (static_cast<size_t>(values.size()) != m_bound.size()) {
        throw std::logic_error("a statement got the wrong number of values");
    }
    int position = 0;
    for (const QVariant& value : values) {
        bindOne(position++, value);
    }
    m_active = true;
}

void SqliteStatement::bindOne(int position, const QVariant& value)
{
    QByteArray& kept = m_bound[static_cast<size_t>(position)];
    const int parameter = position + 1;
    const auto sized = [&kept] {
        return static_cast<int>(kept.size());
    };
    int code = SQLITE_OK;
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        code = sqlite3_bind_null(m_statement, parameter);
        break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        code = sqlite3_bind_int64(m_statement, parameter, value.toLongLong());
        break;
    case QMetaType::Double:
        code = sqlite3_bind_double(m_statement, parameter, value.toDouble());
        break;
    case QMetaType::QByteArray:
        kept = value.toByteArray();
        code = sqlite3_bind_blob(m_statement, parameter, kept.isNull() ? "" : kept.constData(), sized(),
                                 SQLITE_STATIC);
        break;
    default:
        kept = value.toString().toUtf8();
        code = sqlite3_bind_text(m_statement, parameter, kept.isNull() ? "" : kept.constData(), sized(),
                                 SQLITE_STATIC);
    }
    if (code != SQLITE_OK) {
        throwSqliteError(m_handle, code);
    }
}

void SqliteStatement::run()
{
    try {
        while (next()) { }
    } catch (...) {
        reset();
        throw;
    }
    reset();
}

bool SqliteStatement::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        throwSqliteError(m_handle, code);
    }
    return false;
}

void SqliteStatement::reset() noexcept
{
    sqlite3_reset(m_statement); // repeats the error of the last step, which was thrown already
    m_active = false;
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

QByteArray SqliteStatement::bytes(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

} // namespace holdfast::storage
