// SPDX-License-Identifier: Apache-2.0
// Beginning, resuming, cancelling and undoing jobs.
#include "services/authentication/api/bulk_jobs.h"
#include "services/authentication/store/bulk_settings.h"

#include <QScopeGuard>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BulkJob;
using contract::BulkJobStart;
using contract::BulkJobState;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// Only whoever rules everything decides that the agreed share does not hold this once.
Result<void> withinLimit(const Call& call, storage::Connection& connection, const BulkJobRow& job,
                         const BulkJobStart& body)
{
    const contract::BulkSettings settings = bulkSettings::read(connection);
    if (!isAboveLimit(job, settings)) {
        return {};
    }
    const bool may = call.caller().scopeOf(Permission::OverruleBulkLimit).everything();
    if (may && body.overruleReason) {
        return {};
    }
    return contract::failure(
        ErrorKind::Forbidden, u"bulk_share_exceeded"_s,
        u"It would change %1 of %2, more than the agreed %3 percent. A Super Administrator can overrule that"
        " with a reason."_s.arg(job.ready)
            .arg(job.population)
            .arg(settings.sharePercent));
}

Result<void> notUndoneBefore(storage::Connection& connection, const BulkJobRow& job)
{
    const auto undone = job.undoes ? bulk_jobs::find(connection, *job.undoes) : std::nullopt;
    if (undone && !undone->leavesToUndo()) {
        return contract::failure(ErrorKind::Conflict, u"bulk_not_undoable"_s,
                                 u"Another job has undone it already, or is at it."_s);
    }
    return {};
}

// Goes on behind the answer, or before it where it is a single batch.
Result<BulkJob> begin(const Call& call, BackgroundJobs& jobs, const VisibleBulkJob& visible,
                      const BulkJobStart& body)
{
    const qint64 id = visible.row.id;
    const bool few = visible.row.ready <= bulkBatch;
    using Place = BackgroundJobs::Place;
    if (!jobs.begin(few ? Place::Before : Place::Behind, id)) {
        return contract::failure(ErrorKind::TooManyRequests, u"too_many_jobs"_s,
                                 u"Several jobs are running. Wait for one to finish."_s);
    }
    // Unless it is handed over, it does not count as running any more, whatever went wrong.
    auto notBegun = qScopeGuard([&] { jobs.run(id, [](const JobStop&) {}); });
    const auto begun = call.write([&](storage::Connection& connection) -> Result<bool> {
        BulkJobRow job = bulk_jobs::find(connection, id).value();
        const bool again = job.startedAt.has_value();
        if (job.state != visible.row.state || job.ready == 0) {
            return contract::failure(ErrorKind::Conflict, u"bulk_nothing_to_do"_s,
                                     u"Nothing on its list is left to be changed."_s);
        }
        const auto permitted = withinLimit(call, connection, job, body).and_then([&] {
            return notUndoneBefore(connection, job);
        });
        if (!permitted && !again) {
            return Unexpected(permitted.error());
        }
        job.state = BulkJobState::Running;
        job.startedAt = job.startedAt.value_or(call.now());
        job.endedAt.reset();
        job.code.clear();
        job.cause.clear();
        contract::Event event = bulkEvent(call, again ? "BULK_JOB_RESUMED" : "BULK_JOB_STARTED", job);
        if (isAboveLimit(job, bulkSettings::read(connection)) && body.overruleReason) {
            job.overruleReason = *body.overruleReason;
            event.detail.insert(u"overruled"_s, job.overruleReason);
        }
        bulk_jobs::update(connection, job);
        call.record(connection, std::move(event));
        return true;
    });
    if (!begun) {
        return Unexpected(begun.error());
    }
    const auto work = [actor = BulkActor(call), id](const JobStop& stop) {
        runBulkJob(actor, id, stop);
    };
    notBegun.dismiss();
    few ? jobs.run(id, work) : jobs.runBehind(id, work);
    return bulkJobNow(call, jobs, id);
}

Result<BulkJob> startJob(const Call& call, BackgroundJobs& jobs, const BulkJobStart& body)
{
    const auto job = visibleBulkJob(call, jobs);
    if (!job) {
        return Unexpected(job.error());
    }
    if (job->row.state != BulkJobState::Ready) {
        return contract::failure(ErrorKind::Conflict, u"bulk_not_ready"_s,
                                 u"It was begun already, or its list is not made yet."_s);
    }
    return begin(call, jobs, *job, body);
}

Result<BulkJob> resumeJob(const Call& call, BackgroundJobs& jobs)
{
    const auto job = visibleBulkJob(call, jobs);
    if (!job) {
        return Unexpected(job.error());
    }
    const bool interrupted = job->row.state == BulkJobState::Running && !job->running;
    if (!interrupted && job->row.state != BulkJobState::Stopped) {
        return contract::failure(ErrorKind::Conflict, u"bulk_not_resumable"_s,
                                 u"It runs, has ended, or was never begun."_s);
    }
    return begin(call, jobs, *job, {});
}

Result<BulkJob> cancelJob(const Call& call, BackgroundJobs& jobs)
{
    const auto job = visibleBulkJob(call, jobs);
    if (!job) {
        return Unexpected(job.error());
    }
    const qint64 id = job->row.id;
    if (jobs.cancel(id)) {
        return bulkJobNow(call, jobs, id); // it ends between two batches
    }
    const auto cancelled = call.write([&](storage::Connection& connection) -> Result<bool> {
        BulkJobRow row = bulk_jobs::find(connection, id).value();
        if (row.endedAt && row.state != BulkJobState::Stopped) {
            return contract::failure(ErrorKind::Conflict, u"bulk_ended"_s,
                                     u"It has ended; there is nothing to cancel."_s);
        }
        row.state = BulkJobState::Cancelled;
        row.code = u"cancelled"_s;
        row.cause = row.startedAt ? u"It was cancelled; what was changed until then stays."_s
                                  : u"It was cancelled; nothing was changed."_s;
        row.endedAt = call.now();
        bulk_jobs::update(connection, row);
        if (row.startedAt) {
            contract::Event event = bulkEvent(call, "BULK_JOB_ENDED", row);
            event.result = contract::EventResult::Failure;
            event.reason = row.code;
            call.record(connection, std::move(event));
        }
        return true;
    });
    if (!cancelled) {
        return Unexpected(cancelled.error());
    }
    return bulkJobNow(call, jobs, id);
}

// Makes the job that puts back what this one has changed; it is begun like any other.
Result<BulkJob> undoJob(const Call& call, BackgroundJobs& jobs)
{
    const auto job = visibleBulkJob(call, jobs);
    if (!job) {
        return Unexpected(job.error());
    }
    const BulkJobRow& row = job->row;
    if (job->running || !row.leavesToUndo() || call.now() >= row.createdAt + bulk_jobs::kept) {
        return contract::failure(
            ErrorKind::Conflict, u"bulk_not_undoable"_s,
            u"It changed nothing, still runs, is older than thirty days, or was undone already."_s);
    }
    BulkJobRow inverse;
    inverse.action = factsOf(row.action).inverse;
    inverse.undoes = row.id;
    return makeBulkJob(call, jobs, std::move(inverse), bulkSourceOf(row.id), row.done <= bulkBatch);
}

} // namespace

void addBulkUndoRoutes(Routes& routes, BackgroundJobs& jobs)
{
    const auto operation = [](const char* path, const char* id, const char* summary) {
        return Operation {
            .path = path, .id = id, .summary = summary, .tag = "Jobs", .access = Permission::RunBulkJobs};
    };
    Operation start = operation("/api/v1/bulk-jobs/{id}/start", "startBulkJob",
                                "Begins to change what is on the list, in batches.");
    start.confirmed = true; // not for whoever finds an open console
    routes.post<BulkJobStart, BulkJob>(std::move(start), [&jobs](Call& call, const BulkJobStart& body) {
        return startJob(call, jobs, body);
    });
    routes.post<NoBody, BulkJob>(operation("/api/v1/bulk-jobs/{id}/resume", "resumeBulkJob",
                                           "Goes on with a job that was interrupted or stopped by itself."),
                                 [&jobs](Call& call) { return resumeJob(call, jobs); });
    routes.post<NoBody, BulkJob>(operation("/api/v1/bulk-jobs/{id}/cancel", "cancelBulkJob",
                                           "Ends a job between two batches, or before it began."),
                                 [&jobs](Call& call) { return cancelJob(call, jobs); });
    Operation undo = operation("/api/v1/bulk-jobs/{id}/undo", "undoBulkJob",
                               "Makes the job that puts back what this one changed, for thirty days.");
    undo.success = 201;
    routes.post<NoBody, BulkJob>(std::move(undo), [&jobs](Call& call) { return undoJob(call, jobs); });
}

} // namespace holdfast::authentication
