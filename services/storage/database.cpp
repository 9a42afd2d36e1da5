// SPDX-License-Identifier: Apache-2.0
#include "services/storage/database.h"

#include "services/storage/reader_pool.h"
#include "services/storage/writer.h"

namespace holdfast::storage {

struct Database::Implementation
{
    explicit Implementation(const DatabaseOptions& options)
        : writer(options)
        , readers(options.path)
    { }
    Writer writer;
    ReaderPool readers;
};

namespace {

// The reads that this thread is in, innermost last; there may be several databases.
struct CurrentRead
{
    const Database* database;
    std::unique_ptr<SqliteConnection> connection;
};
thread_local std::vector<CurrentRead> currentReads;

} // namespace

contract::Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options)
{
    try {
        return std::unique_ptr<Database>(new Database(std::make_unique<Implementation>(options)));
    } catch (const StorageError& thrown) {
        return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                                 QString::fromUtf8(thrown.what()));
    }
}

Database::Database(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{ }

Database::~Database() = default;

void Database::write(Work work, Done done)
{
    m_implementation->writer.add(std::move(work), std::move(done));
}

void Database::setBeforeCommit(std::function<void(Connection&)> work)
{
    m_implementation->writer.setBeforeCommit(std::move(work));
}

int Database::addCommitListener(std::function<void()> listener)
{
    return m_implementation->writer.addCommitListener(std::move(listener));
}

void Database::removeCommitListener(int number)
{
    m_implementation->writer.removeCommitListener(number);
}

Database::Figures Database::figures() const
{
    return m_implementation->writer.figures();
}

Database::ReadTransaction::ReadTransaction(Database& database)
    : m_database(database)
{
    for (const CurrentRead& read : currentReads) {
        if (read.database == &database) {
            m_connection = read.connection.get();
            return;
        }
    }
    currentReads.push_back({&database, database.m_implementation->readers.take()});
    m_connection = currentReads.back().connection.get();
    m_outermost = true;
}

Database::ReadTransaction::~ReadTransaction()
{
    if (m_outermost) {
        m_database.m_implementation->readers.giveBack(std::move(currentReads.back().connection));
        currentReads.pop_back();
    }
}

} // namespace holdfast::storage
