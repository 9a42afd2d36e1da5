// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/bulk.h"
#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

#include <vector>

namespace holdfast::authentication {

// What a job must know to go on without the request that made it.
struct BulkPlan
{
    std::optional<QString> filter {};
    qint64 domainId = 0; // 0: none
    QString domain {}; // its path then
    bool setsEnd = false;
    std::optional<contract::Timestamp> until {};
};

struct BulkJobRow
{
    qint64 id = 0;
    contract::BulkAction action {};
    contract::BulkJobState state {};
    QString createdBy; // Caller::actorKey()
    QString createdName;
    contract::Timestamp createdAt {};
    std::optional<contract::Timestamp> startedAt {};
    std::optional<contract::Timestamp> endedAt {};
    BulkPlan plan {};
    qint64 total = 0;
    qint64 ready = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    qint64 done = 0;
    qint64 failed = 0;
    qint64 population = 0;
    std::optional<qint64> undoes {};
    QString code {};
    QString cause {};
    QString overruleReason {};

    // Only read: the latest undo that was begun, unless it ended without a change; how many items undos have
    // put back, and how many undos are at it.
    std::optional<qint64> undoneBy {};
    qint64 undone = 0;
    qint64 undoing = 0;
    [[nodiscard]] bool leavesToUndo() const { return startedAt && done > undone && undoing == 0; }
};

// One of a job's list. `before` and `pin` are what an undo needs: of an undo's own list, what it puts back.
struct BulkItemRow
{
    qint64 position = 0;
    qint64 subjectId = 0;
    QString name;
    QString detail {};
    contract::BulkItemState state {};
    QString code {};
    QString before {}; // JSON, or empty
    QByteArray pin {}; // a hash, or empty
    qint64 version = 0; // of the person or token after it was changed; of an undo: as it must still be
};

struct BulkJobFilter
{
    std::optional<QString> createdBy {}; // Caller::actorKey()
    QString text {}; // part of the name of whoever made it, in lower case
};

struct BulkWindow
{
    std::optional<qint64> after;
    std::optional<qint64> before; // the last `limit` in front of it, in the list's order
    qint64 offset = 0;
    int limit = 100;
};

} // namespace holdfast::authentication

// Jobs with their lists. The caller writes the events.
namespace holdfast::authentication::bulk_jobs {

inline constexpr std::chrono::hours kept {24 * 30}; // and so long they can be undone
inline constexpr std::chrono::hours keptUnstarted {24};

[[nodiscard]] qint64 create(storage::Connection& connection, const BulkJobRow& job);
[[nodiscard]] std::optional<BulkJobRow> find(storage::Connection& connection, qint64 id);
// State, times, counts, code and cause.
void update(storage::Connection& connection, const BulkJobRow& job);
// Latest first.
[[nodiscard]] std::vector<BulkJobRow> list(storage::Connection& connection, const BulkJobFilter& filter,
                                           const BulkWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, const BulkJobFilter& filter);
// Jobs that were made and not begun.
[[nodiscard]] qint64 waiting(storage::Connection& connection, const QString& createdBy);
// Items on the lists of jobs that were never begun, also of those that ended and are still there.
[[nodiscard]] qint64 waitingItems(storage::Connection& connection, const QString& createdBy);
[[nodiscard]] bool hasOld(storage::Connection& connection, contract::Timestamp now);
// Forgets jobs whose time is over, and the lists of those that ended without a beginning, some thousand items
// at a time.
void forgetOld(storage::Connection& connection, contract::Timestamp now);

void addItem(storage::Connection& connection, qint64 jobId, const BulkItemRow& item);
// State, code, before, pin and version.
void settleItem(storage::Connection& connection, qint64 jobId, const BulkItemRow& item);
// In order of position, from behind `after`.
[[nodiscard]] std::vector<BulkItemRow> itemsIn(storage::Connection& connection, qint64 jobId,
                                               contract::BulkItemState state, qint64 after, int limit);
// What was changed, last first, from in front of `before` (0: from the end), as the list of an undo: with
// what it puts back.
[[nodiscard]] std::vector<BulkItemRow> doneBefore(storage::Connection& connection, qint64 jobId,
                                                  qint64 before, int limit);
// For a list; of one state or of all.
[[nodiscard]] std::vector<BulkItemRow> items(storage::Connection& connection, qint64 jobId,
                                             std::optional<contract::BulkItemState> state,
                                             const BulkWindow& window);
[[nodiscard]] qint64 countItems(storage::Connection& connection, qint64 jobId,
                                std::optional<contract::BulkItemState> state);
// Refused and failed by code, the most frequent first.
[[nodiscard]] std::vector<contract::BulkRefusal> refusals(storage::Connection& connection, qint64 jobId);

} // namespace holdfast::authentication::bulk_jobs
