// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/sqlite_connection.h"

#include <mutex>

namespace holdfast::storage {

// Reading connections, each lent to one thread at a time.
class ReaderPool
{
public:
    explicit ReaderPool(QString path)
        : m_path(std::move(path))
    { }
    // In a snapshot of its own. Throws StorageError.
    [[nodiscard]] std::unique_ptr<SqliteConnection> take();
    void giveBack(std::unique_ptr<SqliteConnection> connection) noexcept;

private:
    QString m_path;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<SqliteConnection>> m_idle;
};

} // namespace holdfast::storage
