// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/bulk_jobs.h"

#include "services/authentication/api/token_query.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/bulk_settings.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BulkItem;
using contract::BulkItemState;
using contract::BulkJob;
using contract::BulkJobCreate;
using contract::BulkJobState;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

constexpr int mostWaiting = 50; // jobs of one administrator that were never begun
constexpr qint64 mostWaitingItems = 2'000'000; // on their lists
constexpr qint64 maxBody = 256 * 1024;

QString idOf(const BulkJobRow& job, const BulkItemRow& item)
{
    const bool isToken = factsOf(job.action).subject == BulkSubject::Tokens;
    return isToken || item.subjectId == 0 ? item.name : QString::number(item.subjectId);
}

BulkItem toBulkItem(const BulkJobRow& job, const BulkItemRow& item)
{
    return {static_cast<int>(item.position), idOf(job, item), item.name, item.detail, item.state, item.code};
}

bool seesAll(const Call& call)
{
    return call.caller().scopeOf(Permission::RunBulkJobs).everything();
}

Result<void> mayDo(const Call& call, contract::BulkAction action)
{
    const BulkActionFacts& facts = factsOf(action);
    if (facts.undoOnly) {
        return contract::invalidField(u"action"_s, u"not_one_of"_s,
                                      u"This is the way back of another action: undo that job."_s);
    }
    if (!call.caller().may(facts.permission)) {
        return contract::failure(
            ErrorKind::Forbidden, u"not_permitted"_s,
            u"Your role does not permit this (%1)."_s.arg(contract::enumName(facts.permission)));
    }
    return {};
}

Result<BulkPlan> planOf(storage::Connection& connection, const BulkJobCreate& body)
{
    using contract::BulkAction;
    BulkPlan plan;
    plan.filter = body.filter;
    const bool moves = body.action == BulkAction::MoveUsers || body.action == BulkAction::MoveTokens;
    const bool ends = body.action == BulkAction::EndUsers || body.action == BulkAction::ExpireTokens;
    if (body.ids.has_value() == body.filter.has_value()) {
        return contract::invalidField(u"ids"_s, u"required"_s, u"Say either ids or a filter."_s);
    }
    if (moves != body.domain.has_value()) {
        return contract::invalidField(u"domain"_s, moves ? u"required"_s : u"unknown_field"_s,
                                      u"A domain belongs to moving, and to nothing else."_s);
    }
    if (ends != body.until.present) {
        return contract::invalidField(u"until"_s, ends ? u"required"_s : u"unknown_field"_s,
                                      u"An end belongs to setting it, and to nothing else."_s);
    }
    if (moves) {
        const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(*body.domain);
        if (domain == nullptr) {
            return contract::invalidField(u"domain"_s, u"domain_unknown"_s,
                                          u"There is no such security domain."_s);
        }
        plan.domainId = domain->id;
        plan.domain = domain->path;
    }
    plan.setsEnd = ends;
    plan.until = body.until.value;
    return plan;
}

// How many it will be; and whether the filter can be read.
Result<qint64> sizeOf(const Call& call, storage::Connection& connection, const BulkJobCreate& body)
{
    if (body.ids) {
        return body.ids->size();
    }
    if (factsOf(body.action).subject == BulkSubject::Users) {
        return userFilter(call, connection, *body.filter).map([&](const UserFilter& filter) {
            return users::count(connection, filter);
        });
    }
    return tokenFilter(call, connection, *body.filter).map([&](const TokenFilter& filter) {
        return tokens::count(connection, filter);
    });
}

Result<BulkJob> createJob(const Call& call, BackgroundJobs& jobs, const BulkJobCreate& body)
{
    struct Begin
    {
        BulkPlan plan;
        qint64 size = 0;
    };
    const auto begin = call.read([&](storage::Connection& connection) -> Result<Begin> {
        auto plan = mayDo(call, body.action).and_then([&] { return planOf(connection, body); });
        if (!plan) {
            return Unexpected(plan.error());
        }
        return sizeOf(call, connection, body).map([&](qint64 size) {
            return Begin {std::move(*plan), size};
        });
    });
    if (!begin) {
        return Unexpected(begin.error());
    }
    BulkJobRow row;
    row.action = body.action;
    row.plan = begin->plan;
    return makeBulkJob(call, jobs, std::move(row),
                       body.ids ? bulkSourceOf(body.action, *body.ids)
                                : bulkSourceOf(body.action, *body.filter),
                       begin->size <= bulkBatch);
}

Result<contract::Page<BulkJob>> listJobs(const Call& call, const BackgroundJobs& jobs)
{
    const auto request = pageRequest(call, u"latest"_s);
    if (!request) {
        return Unexpected(request.error());
    }
    BulkJobFilter who {{}, call.text("filter").value_or(QString()).trimmed().toLower()};
    if (!seesAll(call)) {
        who.createdBy = call.caller().actorKey();
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<BulkJob>> {
        const qint64 total = totalFor(*request, [&] { return bulk_jobs::count(connection, who); });
        BulkWindow window;
        place(window, *request, total);
        auto page = pageOf<BulkJob>(
            bulk_jobs::list(connection, who, window), *request, window.offset,
            [&](const BulkJobRow& row) {
                return toBulkJob(connection, {row, jobs.isRunning(row.id)}, call.now(), false);
            },
            [&](const BulkJobRow& row) { return cursorOf(call, u"latest"_s, {row.id}); });
        page.total = request->total ? std::optional(total) : std::nullopt;
        return page;
    });
}

Result<BulkJob> readJob(const Call& call, const BackgroundJobs& jobs)
{
    const auto job = visibleBulkJob(call, jobs);
    if (!job) {
        return Unexpected(job.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<BulkJob> {
        return toBulkJob(connection, *job, call.now(), true);
    });
}

Result<contract::Page<BulkItem>> listItems(const Call& call, const BackgroundJobs& jobs)
{
    const auto state = contract::enumValue<BulkItemState>(call.text("state").value_or(QString()));
    const QString order = state ? contract::enumName(*state) : u"all"_s;
    const auto request = pageRequest(call, order);
    const auto job = visibleBulkJob(call, jobs);
    if (!request || !job) {
        return Unexpected(job ? request.error() : job.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<BulkItem>> {
        const qint64 total = bulk_jobs::countItems(connection, job->row.id, state);
        BulkWindow window {{}, {}, 0, request->limit + 1};
        qint64 offset = 0;
        if (request->after) {
            window.after = request->after->at(0).toInteger();
        } else if (request->before) {
            window.before = request->before->at(0).toInteger();
        } else if (request->at) {
            offset = offsetAt(*request->at, total, request->limit);
            // Of all, the position says the place without a walk.
            window.after = state ? std::nullopt : std::optional(offset);
            window.offset = state ? offset : 0;
        }
        auto page = pageOf<BulkItem>(
            bulk_jobs::items(connection, job->row.id, state, window), *request, offset,
            [&](const BulkItemRow& row) { return toBulkItem(job->row, row); },
            [&](const BulkItemRow& row) { return cursorOf(call, order, {row.position}); });
        page.total = request->total ? std::optional(total) : std::nullopt;
        return page;
    });
}

} // namespace

Result<VisibleBulkJob> visibleBulkJob(const Call& call, const BackgroundJobs& jobs)
{
    const auto id = call.pathId("id", "bulk_job_unknown");
    // Asked before the row is read: a job that ends in between has written its row by then.
    const bool running = id && jobs.isRunning(*id);
    const auto row = id
        ? call.read([&](storage::Connection& connection) { return bulk_jobs::find(connection, *id); })
        : std::nullopt;
    if (!row || (row->createdBy != call.caller().actorKey() && !seesAll(call))) {
        return contract::failure(ErrorKind::NotFound, u"bulk_job_unknown"_s,
                                 u"There is no such job; they are kept for thirty days."_s);
    }
    return VisibleBulkJob {*row, running};
}

BulkJob toBulkJob(storage::Connection& connection, const VisibleBulkJob& visible, contract::Timestamp now,
                  bool whole)
{
    const BulkJobRow& row = visible.row;
    const contract::BulkSettings settings = bulkSettings::read(connection);
    const bool halfway = row.state == BulkJobState::Running || row.state == BulkJobState::Preparing;
    BulkJob job;
    job.id = QString::number(row.id);
    job.action = row.action;
    job.state = halfway && !visible.running ? BulkJobState::Interrupted : row.state;
    job.createdBy = row.createdName;
    job.createdAt = row.createdAt;
    job.startedAt = row.startedAt;
    job.endedAt = row.endedAt;
    job.filter = row.plan.filter;
    if (row.plan.domainId != 0) {
        job.domain = row.plan.domain;
    }
    job.until = row.plan.until;
    job.total = static_cast<int>(row.total);
    job.ready = static_cast<int>(row.ready);
    job.unchanged = static_cast<int>(row.unchanged);
    job.refused = static_cast<int>(row.refused);
    job.done = static_cast<int>(row.done);
    job.failed = static_cast<int>(row.failed);
    job.population = row.population;
    const qint64 touched = row.ready + row.done + row.failed;
    job.sharePercent =
        row.population > 0 ? static_cast<double>(touched) * 100.0 / static_cast<double>(row.population) : 0.0;
    job.limitPercent = settings.sharePercent;
    job.aboveLimit = isAboveLimit(row, settings);
    if (!row.overruleReason.isEmpty()) {
        job.overruleReason = row.overruleReason;
    }
    job.resumable = row.startedAt && row.ready > 0
        && (job.state == BulkJobState::Interrupted || job.state == BulkJobState::Stopped);
    if (job.state != BulkJobState::Running && row.leavesToUndo() && now < row.createdAt + bulk_jobs::kept) {
        job.undoUntil = row.createdAt + bulk_jobs::kept;
    }
    job.undoes = row.undoes ? std::optional(QString::number(*row.undoes)) : std::nullopt;
    job.undoneBy = row.undoneBy ? std::optional(QString::number(*row.undoneBy)) : std::nullopt;
    job.code = row.code;
    job.cause = row.cause;
    if (whole) {
        constexpr int firstItems = 20;
        job.refusals = bulk_jobs::refusals(connection, row.id);
        for (const BulkItemRow& item :
             bulk_jobs::items(connection, row.id, std::nullopt, {{}, {}, 0, firstItems})) {
            job.first.push_back(toBulkItem(row, item));
        }
    }
    return job;
}

BulkJob bulkJobNow(const Call& call, const BackgroundJobs& jobs, qint64 id)
{
    const bool running = jobs.isRunning(id);
    return call.read([&](storage::Connection& connection) {
        return toBulkJob(connection, {bulk_jobs::find(connection, id).value(), running}, call.now(), true);
    });
}

Result<BulkJob> makeBulkJob(const Call& call, BackgroundJobs& jobs, BulkJobRow row, const BulkSource& source,
                            bool few)
{
    row.state = BulkJobState::Preparing;
    row.createdBy = call.caller().actorKey();
    row.createdName = call.caller().name;
    row.createdAt = call.now();
    const auto tooMany = [](const QString& sentence) {
        return contract::failure(ErrorKind::TooManyRequests, u"too_many_jobs"_s, sentence);
    };
    const auto writeRow = [&](storage::Connection& connection) -> Result<BackgroundJobs::Begun> {
        if (bulk_jobs::waiting(connection, row.createdBy) >= mostWaiting) {
            return tooMany(u"Cancel some of the jobs that you never began."_s);
        }
        if (bulk_jobs::waitingItems(connection, row.createdBy) >= mostWaitingItems) {
            return tooMany(u"Your lists hold two million already. Cancel some; they are cleared away"
                           " within the hour."_s);
        }
        return BackgroundJobs::Begun {bulk_jobs::create(connection, row)};
    };
    const auto begun = jobs.begin(few ? BackgroundJobs::Place::Before : BackgroundJobs::Place::Behind,
                                  tooMany(u"Several jobs are running. Wait for one to finish."_s),
                                  [&] { return call.write(writeRow); });
    if (!begun) {
        return Unexpected(begun.error());
    }
    const BulkActor actor(call);
    const auto work = [actor, source, id = begun->id](const JobStop& stop) {
        prepareBulkJob(actor, id, source, stop);
    };
    few ? jobs.run(begun->id, work) : jobs.runBehind(begun->id, work);
    return bulkJobNow(call, jobs, begun->id);
}

void addBulkJobRoutes(Routes& routes)
{
    auto owned = std::make_unique<BackgroundJobs>();
    BackgroundJobs& jobs = *owned;
    routes.keep(std::move(owned));
    routes.post<BulkJobCreate, BulkJob>(
        {.path = "/api/v1/bulk-jobs",
         .id = "createBulkJob",
         .summary = "Freezes the list of what an action on many would change, and says what becomes of each;"
                    " changes nothing.",
         .tag = "Jobs",
         .access = Permission::RunBulkJobs,
         .success = 201,
         .maxBody = maxBody},
        [&jobs](Call& call, const BulkJobCreate& body) { return createJob(call, jobs, body); });
    routes.list<BulkJob>(
        {.path = "/api/v1/bulk-jobs",
         .id = "listBulkJobs",
         .summary = "Lists jobs, the latest first: one's own, or all for who may everywhere.",
         .tag = "Jobs",
         .access = Permission::RunBulkJobs},
        [&jobs](Call& call) { return listJobs(call, jobs); });
    routes.get<BulkJob>({.path = "/api/v1/bulk-jobs/{id}",
                         .id = "readBulkJob",
                         .summary = "How a job stands.",
                         .tag = "Jobs",
                         .access = Permission::RunBulkJobs},
                        [&jobs](Call& call) { return readJob(call, jobs); });
    routes.list<BulkItem>(
        {.path = "/api/v1/bulk-jobs/{id}/items",
         .id = "listBulkItems",
         .summary = "Lists what the job changes or leaves alone, each with what becomes of it.",
         .tag = "Jobs",
         .access = Permission::RunBulkJobs,
         .query = {{.name = "state",
                    .description = "Only those.",
                    .oneOf = {"ready", "unchanged", "refused", "done", "failed"}}}},
        [&jobs](Call& call) { return listItems(call, jobs); });
    addBulkUndoRoutes(routes, jobs);
    addBulkSettingsRoutes(routes);
}

} // namespace holdfast::authentication
