// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/storage/connection.h"

#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <type_traits>

namespace holdfast::storage {

struct DatabaseOptions
{
    QString path; // SQLite: the file
    int maxBatch = 256; // writes that share one commit
    int maxQueued = 20'000; // writes waiting; one more is refused with StorageError
    qint64 maxPages = 0; // SQLite: the file may not grow beyond; 0: no limit of ours
};

// One writer, many readers.
//
// Writes run one after the other on the writer's thread; those that wait together share one commit (group
// commit), each under a savepoint of its own, so that one that fails takes nobody else with it. `done` is
// called when the commit is durable (SQLite: WAL with synchronous=FULL), never before.
//
// Reads run on the calling thread, on a connection of that thread, each in one snapshot.
class Database
{
public:
    using Work = std::function<bool(Connection&)>; // true: keep; false: roll back to the savepoint
    using Done = std::function<void(std::exception_ptr)>; // on one thread, in order: be brief

    // Errors: storage_unavailable, with a sentence that says what is wrong with the file.
    static contract::Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    ~Database(); // finishes what is queued

    // Never blocks. When too many wait, throws StorageError and neither is called. A work that throws is
    // rolled back, and `done` gets what it threw; one that answers false is rolled back and `done` gets null.
    // When the commit itself fails, every work of the batch is rolled back and told so.
    void write(Work work, Done done);

    // Blocks until durable. F: Connection& -> Result<T>, or any other type. An Error rolls back. Exceptions
    // come through. Never to be called in a Work or a Done.
    template <class F>
    auto writeAndWait(F work) -> std::invoke_result_t<F, Connection&>;

    template <class F>
    auto read(F work) -> std::invoke_result_t<F, Connection&>
    {
        ReadTransaction transaction(*this);
        return work(transaction.connection());
    }

    // Called on the writer's thread at the end of every transaction, within it: what follows from the changes
    // of its works is written with them. What it throws undoes the whole batch. To be set before other
    // threads write; a null function takes it away.
    void setBeforeCommit(std::function<void(Connection&)> work);

    // Called on the writer's thread after every commit, before the `done` of its works: be brief, and call
    // nothing of this class. Returns a number for removeCommitListener(), after which it is called no more.
    // Both from any thread but the listener itself.
    int addCommitListener(std::function<void()> listener);
    void removeCommitListener(int number);

    // For health and metrics.
    struct Figures
    {
        quint64 works = 0; // committed
        quint64 commits = 0;
        int queued = 0; // now
    };
    [[nodiscard]] Figures figures() const;

private:
    struct Implementation;
    explicit Database(std::unique_ptr<Implementation> implementation);

    class ReadTransaction
    {
    public:
        explicit ReadTransaction(Database& database);
        ~ReadTransaction();
        ReadTransaction(const ReadTransaction&) = delete;
        ReadTransaction& operator=(const ReadTransaction&) = delete;
        [[nodiscard]] Connection& connection() { return *m_connection; }

    private:
        Database& m_database;
        Connection* m_connection = nullptr;
        bool m_outermost = false; // a read within a read sees the same snapshot
    };

    std::unique_ptr<Implementation> m_implementation;
};

namespace detail {
template <class T>
struct Keeps
{
    static bool value(const T&) { return true; }
};
template <class T>
struct Keeps<contract::Result<T>>
{
    static bool value(const contract::Result<T>& result) { return result.has_value(); }
};
} // namespace detail

template <class F>
auto Database::writeAndWait(F work) -> std::invoke_result_t<F, Connection&>
{
    using R = std::invoke_result_t<F, Connection&>;
    std::promise<void> durable;
    std::optional<std::conditional_t<std::is_void_v<R>, bool, R>> result;
    write(
        [&](Connection& connection) {
            if constexpr (std::is_void_v<R>) {
                work(connection);
                return true;
            } else {
                result.emplace(work(connection));
                return detail::Keeps<R>::value(*result);
            }
        },
        [&](std::exception_ptr failed) { failed ? durable.set_exception(failed) : durable.set_value(); });
    durable.get_future().get();
    if constexpr (!std::is_void_v<R>) {
        return std::move(*result);
    }
}

} // namespace holdfast::storage
