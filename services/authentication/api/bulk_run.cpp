// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/bulk_run.h"

#include "services/authentication/store/bulk_settings.h"
#include "services/authentication/store/events.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BulkItemState;
using contract::BulkJobState;
using contract::ErrorKind;
using contract::Result;

namespace {

constexpr qint64 leastFailures = 10;

// Of this run, not of those before it that somebody has looked at and resumed.
struct Tally
{
    qint64 seen = 0;
    qint64 failed = 0;

    [[nodiscard]] bool isTooMuch(const contract::BulkSettings& settings) const
    {
        return failed >= leastFailures && failed * 100 > seen * settings.failurePercent;
    }
};

// What is done in one transaction. What the store refuses undoes all of it, so the rest gets its turn alone.
enum class Turn
{
    Batch,
    One,
    OneFails, // the store has refused it
};

Result<Changed> change(const Call& call, storage::Connection& connection, const BulkJobRow& job,
                       BulkItemRow& item, Turn turn)
{
    if (turn == Turn::OneFails) {
        return contract::failure(ErrorKind::Unavailable, u"storage_unavailable"_s,
                                 u"The store did not take the change."_s);
    }
    return runBulkItem(call, connection, job.action, job.plan, item, Run::Does);
}

void settle(const Call& call, storage::Connection& connection, BulkJobRow& job, BulkItemRow item, Turn turn,
            Tally& tally)
{
    const auto changed = change(call, connection, job, item, turn);
    --job.ready;
    ++tally.seen;
    if (changed && changed->any) {
        item.state = BulkItemState::Done;
        ++job.done;
    } else if (changed) {
        item.state = BulkItemState::Unchanged; // somebody did it meanwhile
        ++job.unchanged;
    } else {
        item.state = BulkItemState::Failed;
        item.code = changed.error().code;
        ++job.failed;
        ++tally.failed;
    }
    bulk_jobs::settleItem(connection, job.id, item);
}

void end(const Call& call, storage::Connection& connection, BulkJobRow& job, BulkJobState state,
         const char* code, const QString& cause)
{
    job.state = state;
    job.code = QLatin1String(code);
    job.cause = cause;
    job.endedAt = call.now();
    contract::Event event = bulkEvent(call, "BULK_JOB_ENDED", job);
    if (state != BulkJobState::Finished) {
        event.result = contract::EventResult::Failure;
        event.reason = job.code;
    }
    call.record(connection, std::move(event));
}

// Nobody is left in whose name it could go on; the event names the service.
void endWithoutCaller(const ApiContext& context, storage::Connection& connection, BulkJobRow& job)
{
    job.state = BulkJobState::Stopped;
    job.code = u"caller_gone"_s;
    job.cause = u"The account that began it is no administrator any more, or its session was ended."_s;
    job.endedAt = context.clock.now();
    contract::Event event;
    event.at = *job.endedAt;
    event.log = contract::EventLog::Administration;
    event.key = u"BULK_JOB_ENDED"_s;
    event.result = contract::EventResult::Failure;
    event.reason = job.code;
    event.detail = {{u"job"_s, QString::number(job.id)}, {u"done"_s, job.done}, {u"failed"_s, job.failed}};
    context.events.append(connection, std::move(event));
}

// The changes, their events and the progress: together or not at all.
void runBatch(const Call& call, storage::Connection& connection, BulkJobRow& job, bool cancelled, Turn turn,
              Tally& tally)
{
    if (cancelled) {
        end(call, connection, job, BulkJobState::Cancelled, "cancelled",
            u"It was cancelled; what was changed until then stays."_s);
        return;
    }
    const int most = turn == Turn::Batch ? bulkBatch : 1;
    const auto items = bulk_jobs::itemsIn(connection, job.id, BulkItemState::Ready, 0, most);
    for (const BulkItemRow& item : items) {
        settle(call, connection, job, item, turn, tally);
    }
    if (items.size() < static_cast<std::size_t>(most)) {
        end(call, connection, job, BulkJobState::Finished, "", {});
    } else if (tally.isTooMuch(bulkSettings::read(connection))) {
        end(call, connection, job, BulkJobState::Stopped, "too_many_failures",
            u"It stopped by itself: %1 of the last %2 were refused."_s.arg(tally.failed).arg(tally.seen));
    }
}

} // namespace

contract::Event bulkEvent(const Call& call, const char* key, const BulkJobRow& job)
{
    contract::Event event = call.event(key);
    event.detail = {{u"action"_s, contract::enumName(job.action)},
                    {u"job"_s, QString::number(job.id)},
                    {u"items"_s, job.ready + job.done + job.failed},
                    {u"done"_s, job.done},
                    {u"failed"_s, job.failed}};
    if (job.undoes) {
        event.detail.insert(u"undoes"_s, QString::number(*job.undoes));
        event.detail.insert(u"action"_s, u"undo"_s);
        event.detail.insert(u"by"_s, contract::enumName(job.action));
    }
    return event;
}

bool isAboveLimit(const BulkJobRow& job, const contract::BulkSettings& settings)
{
    const qint64 touched = job.ready + job.done + job.failed;
    return !job.undoes && touched > settings.freeItems
        && touched * 100 > job.population * settings.sharePercent;
}

void runBulkJob(const BulkActor& actor, qint64 id, const JobStop& stop)
{
    Tally tally;
    BulkJobState state = BulkJobState::Running;
    int alone = 0; // how many more are done one by one
    while (state == BulkJobState::Running) {
        const bool cancelled = stop.discard && *stop.discard;
        if (!cancelled && stop.soon && *stop.soon) {
            return; // what is left can be resumed
        }
        const auto take = [&](Turn turn) {
            Tally counted;
            state = actor.context().database.writeAndWait([&](storage::Connection& connection) {
                counted = tally;
                BulkJobRow job = bulk_jobs::find(connection, id).value();
                if (const auto call = actor.call(connection, id)) {
                    runBatch(*call, connection, job, cancelled, turn, counted);
                } else {
                    endWithoutCaller(actor.context(), connection, job);
                }
                bulk_jobs::update(connection, job);
                return job.state;
            });
            tally = counted;
        };
        try {
            take(alone > 0 ? Turn::One : Turn::Batch);
            alone = std::max(0, alone - 1);
        } catch (const storage::StorageError&) {
            if (alone > 0) {
                take(Turn::OneFails);
            } else {
                alone = bulkBatch;
            }
        }
    }
}

} // namespace holdfast::authentication
