// SPDX-License-Identifier: Apache-2.0
#include "services/storage/writer.h"

#include <QLoggingCategory>

namespace holdfast::storage {

namespace {

Q_LOGGING_CATEGORY(storageLog, "holdfast.storage")

} // namespace

Writer::Writer(const DatabaseOptions& options)
    : m_options(options)
    , m_connection(options.path, Access::Write, options.maxPages)
    , m_checkpointer(options.path)
    , m_thread([this] { loop(); })
{ }

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Writer::add(Database::Work work, Database::Done done)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop || m_queue.size() >= static_cast<size_t>(m_options.maxQueued)) {
            throw StorageError("Too many changes wait to be written.");
        }
        first = m_queue.empty();
        m_queue.push_back({std::move(work), std::move(done)});
    }
    if (first) {
        m_wake.notify_one();
    }
}

std::vector<Writer::Job> Writer::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stop || !m_queue.empty(); });
    const auto count = std::min(m_queue.size(), static_cast<size_t>(m_options.maxBatch));
    std::vector<Job> batch;
    batch.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return batch;
}

void Writer::loop()
{
    for (std::vector<Job> batch = take(); !batch.empty(); batch = take()) {
        runBatch(batch);
        std::vector<Finisher::Call> calls;
        calls.reserve(batch.size());
        for (Job& job : batch) { // with the work goes what it captured
            calls.emplace_back([job = std::move(job)] { job.done(job.failed); });
        }
        batch.clear();
        m_finisher.add(std::move(calls));
        checkpointWhenDue();
    }
}

void Writer::runBatch(std::vector<Job>& batch)
{
    try {
        m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
        for (Job& job : batch) {
            runGuarded(job, batch.size() == 1);
            if (!m_connection.inTransaction()) { // SQLite gave up the whole of it
                job.failed ? std::rethrow_exception(job.failed)
                           : throw StorageError("The database gave up the transaction.");
            }
        }
        runBeforeCommit();
        m_connection.run(QStringLiteral("COMMIT"));
    } catch (const std::exception&) {
        undoBatch(batch, std::current_exception());
        return;
    }
    m_works += static_cast<quint64>(batch.size());
    ++m_commits;
    tellListeners();
}

// A work alone in its batch needs no savepoint: undoing it is undoing the batch.
void Writer::runGuarded(Job& job, bool alone)
{
    try {
        if (!alone) {
            m_connection.run(QStringLiteral("SAVEPOINT work"));
        }
        runJob(job, alone);
    } catch (...) {
        job.failed = std::current_exception();
        m_connection.forgetKept();
        if (!m_connection.inTransaction()) {
            return;
        }
        if (alone) {
            m_connection.run(QStringLiteral("ROLLBACK"));
            m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
        } else {
            m_connection.run(QStringLiteral("ROLLBACK TO work"));
            m_connection.run(QStringLiteral("RELEASE work"));
        }
    }
}

void Writer::runJob(Job& job, bool alone)
{
    if (job.work(m_connection)) {
        if (!alone) {
            m_connection.run(QStringLiteral("RELEASE work"));
        }
        return;
    }
    m_connection.forgetKept();
    if (alone) {
        m_connection.run(QStringLiteral("ROLLBACK"));
        m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    } else {
        m_connection.run(QStringLiteral("ROLLBACK TO work"));
        m_connection.run(QStringLiteral("RELEASE work"));
    }
}

void Writer::undoBatch(std::vector<Job>& batch, const std::exception_ptr& why)
{
    m_connection.forgetKept();
    if (m_connection.inTransaction()) {
        try {
            m_connection.run(QStringLiteral("ROLLBACK"));
        } catch (const StorageError& thrown) {
            qCCritical(storageLog) << "A rollback failed:" << thrown.what();
        }
    }
    for (Job& job : batch) {
        if (!job.failed) {
            job.failed = why;
        }
    }
}

void Writer::setBeforeCommit(std::function<void(Connection&)> work)
{
    const std::lock_guard lock(m_listenersMutex);
    m_beforeCommit = std::move(work);
}

void Writer::runBeforeCommit()
{
    const std::lock_guard lock(m_listenersMutex);
    if (m_beforeCommit) {
        m_beforeCommit(m_connection);
    }
}

int Writer::addCommitListener(std::function<void()> listener)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.emplace(++m_lastListener, std::move(listener));
    return m_lastListener;
}

void Writer::removeCommitListener(int number)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.erase(number);
}

void Writer::tellListeners()
{
    const std::lock_guard lock(m_listenersMutex);
    for (const auto& entry : m_listeners) {
        entry.second();
    }
}

Database::Figures Writer::figures() const
{
    const std::lock_guard lock(m_mutex);
    return {m_works, m_commits, static_cast<int>(m_queue.size())};
}

void Writer::checkpointWhenDue()
{
    constexpr int backgroundPages = 16'000; // 64 MB
    constexpr int inlinePages = 48'000; // 192 MB: the log must begin anew
    const int pages = m_connection.walPages();
    if (pages >= inlinePages && m_checkpointer.takeCaughtUp()) {
        // Little is left to copy; then nothing keeps the next transaction from starting the log again.
        try {
            m_connection.run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
        } catch (const StorageError& thrown) {
            qCWarning(storageLog) << "The write-ahead log could not be copied:" << thrown.what();
        }
    } else if (pages >= backgroundPages) {
        m_checkpointer.request(pages);
    }
}

} // namespace holdfast::storage
