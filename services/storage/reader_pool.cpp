// SPDX-License-Identifier: Apache-2.0
#include "services/storage/reader_pool.h"

namespace holdfast::storage {

std::unique_ptr<SqliteConnection> ReaderPool::take()
{
    std::unique_ptr<SqliteConnection> connection;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            connection = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!connection) {
        connection = std::make_unique<SqliteConnection>(m_path, Access::Read, 0);
    }
    connection->run(QStringLiteral("BEGIN"));
    return connection;
}

void ReaderPool::giveBack(std::unique_ptr<SqliteConnection> connection) noexcept
{
    try {
        connection->run(QStringLiteral("COMMIT"));
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(connection));
    } catch (const std::exception&) {
        connection.reset(); // a broken one is not lent again
    }
}

} // namespace holdfast::storage
