// SPDX-License-Identifier: Apache-2.0
#include "services/storage/checkpointer.h"

#include <QLoggingCategory>

namespace holdfast::storage {

namespace {

Q_LOGGING_CATEGORY(checkpointLog, "holdfast.storage.checkpoint")
constexpr int growth = 16'000; // pages, 64 MB

} // namespace

Checkpointer::Checkpointer(const QString& path)
    : m_connection(path, Access::Checkpoint, 0)
    , m_thread([this] { loop(); })
{ }

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Checkpointer::request(int pages)
{
    {
        const std::lock_guard lock(m_mutex);
        if (pages < m_copiedAt) {
            m_copiedAt = 0; // the log began anew
        }
        if (m_requested || pages < m_copiedAt + growth) {
            return;
        }
        m_copiedAt = pages;
        m_requested = true;
    }
    m_wake.notify_one();
}

bool Checkpointer::takeCaughtUp()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_caughtUp, false);
}

void Checkpointer::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || m_requested; });
        if (m_stop) {
            return;
        }
        lock.unlock();
        try {
            m_connection.run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
        } catch (const StorageError& thrown) {
            qCWarning(checkpointLog) << "The write-ahead log could not be copied:" << thrown.what();
        }
        lock.lock();
        m_requested = false;
        m_caughtUp = true;
    }
}

} // namespace holdfast::storage
