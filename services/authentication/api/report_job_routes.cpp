// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report_writer.h"
#include "services/authentication/api/reports.h"
#include "services/authentication/api/saved_reports.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/notification_settings.h"
#include "services/http/problem_response.h"

#include <QFile>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::ReportJob;
using contract::ReportJobState;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

constexpr qint64 chunkBytes = 64 * 1024;

const QString latestFirst = QStringLiteral("-id");

Unexpected unknown()
{
    return contract::failure(ErrorKind::NotFound, QStringLiteral("report_job_unknown"),
                             QStringLiteral("There is no such run of a report."));
}

Result<ReportJobRow> found(const Call& call, Connection& connection)
{
    const auto id = call.pathId("id", "report_job_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    auto row = reportJobs::find(connection, *id);
    if (!row || (row->ownerId != call.caller().userId && !looksAfterReports(call))) {
        return unknown();
    }
    return std::move(*row);
}

Result<contract::Page<ReportJob>> listJobs(const Call& call, const ReportJobs& jobs)
{
    const auto request = pageRequest(call, latestFirst);
    if (!request) {
        return Unexpected(request.error());
    }
    return call.read([&](Connection& connection) -> Result<contract::Page<ReportJob>> {
        ReportJobWindow window;
        window.ownerId = listedOwner(call);
        window.limit = request->limit + 1;
        std::optional<qint64> total;
        if (request->total || request->at) {
            total = reportJobs::count(connection, window.ownerId);
        }
        if (request->after) {
            window.after = request->after->at(0).toInteger();
        } else if (request->before) {
            window.before = request->before->at(0).toInteger();
        } else if (request->at) {
            window.offset = offsetAt(*request->at, *total, request->limit);
        }
        const int keepDays = notificationSettings::read(connection).keepResultsDays;
        auto page = pageOf<ReportJob>(
            reportJobs::list(connection, window), *request, window.offset,
            [&](ReportJobRow row) {
                jobs.showProgress(row);
                return toReportJob(row, keepDays);
            },
            [&](const ReportJobRow& row) { return cursorOf(call, latestFirst, {row.id}); });
        if (request->total) {
            page.total = total;
        }
        return page;
    });
}

Result<ReportJob> readJob(const Call& call, const ReportJobs& jobs)
{
    return call.read([&](Connection& connection) {
        return found(call, connection).map([&](ReportJobRow row) {
            jobs.showProgress(row);
            return toReportJob(row, notificationSettings::read(connection).keepResultsDays);
        });
    });
}

Result<NoAnswer> removeJob(const Call& call, ReportJobs& jobs)
{
    const auto removed = call.write([&](Connection& connection) -> Result<ReportJobRow> {
        auto row = found(call, connection);
        if (row) {
            reportJobs::remove(connection, row->id);
            contract::Event event = call.event("DELETE_REPORT_JOB");
            event.detail = {{QStringLiteral("saved"), row->plan.name}, {QStringLiteral("owner"), row->owner}};
            call.record(connection, std::move(event));
        }
        return row;
    });
    if (!removed) {
        return Unexpected(removed.error());
    }
    jobs.cancel(removed->id);
    if (!removed->file.isEmpty()) {
        QFile::remove(jobs.pathOf(*removed));
    }
    return NoAnswer {};
}

// The result was made with the owner's rights: it is the owner's alone, while they still have them.
Result<http::Response> download(const std::shared_ptr<Call>& call, const ReportJobs& jobs)
{
    const auto job = call->read([&](Connection& connection) { return found(*call, connection); });
    if (!job) {
        return Unexpected(job.error());
    }
    if (job->ownerId != call->caller().userId) {
        return contract::failure(ErrorKind::Forbidden, QStringLiteral("not_owner"),
                                 QStringLiteral("This result is %1's.").arg(job->owner));
    }
    if (!sees(call->caller(), job->reach)) {
        return contract::failure(ErrorKind::Forbidden, QStringLiteral("result_out_of_reach"),
                                 QStringLiteral("This result was made with rights that you do not have any "
                                                "more. Run the report again."));
    }
    if (job->state != ReportJobState::Finished) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("report_not_finished"),
                                 QStringLiteral("This run has no result."));
    }
    const auto file = std::make_shared<QFile>(jobs.pathOf(*job));
    if (job->file.isEmpty() || !file->open(QIODevice::ReadOnly)) {
        return contract::failure(ErrorKind::NotFound, QStringLiteral("result_removed"),
                                 QStringLiteral("The result is not kept any more. Run the report again."));
    }
    call->write([&](Connection& connection) {
        contract::Event event = call->event("FETCH_REPORT_RESULT");
        event.detail = {{QStringLiteral("saved"), job->plan.name},
                        {QStringLiteral("name"), job->plan.report}};
        call->record(connection, std::move(event));
    });
    http::Response response;
    response.contentType = contentTypeOf(job->plan.format);
    response.headers = reportHeaders(job->plan.report.toLatin1() + '-' + job->file.toLatin1());
    response.stream = [file](const http::DeliverChunk& deliver) {
        const QByteArray bytes = file->read(chunkBytes);
        if (file->error() != QFileDevice::NoError) {
            throw std::runtime_error("a result cannot be read");
        }
        deliver(bytes.isEmpty() ? std::nullopt : std::optional(bytes));
    };
    return response;
}

} // namespace

ReportJob toReportJob(const ReportJobRow& row, int keepDays)
{
    ReportJob job;
    job.id = QString::number(row.id);
    if (row.savedReportId) {
        job.savedReportId = QString::number(*row.savedReportId);
    }
    job.name = row.plan.name;
    job.report = row.plan.report;
    job.format = row.plan.format;
    job.owner = row.owner;
    job.scheduled = row.scheduled;
    job.state = row.state;
    job.reason = row.reason;
    job.detail = row.detail;
    job.rows = row.rows;
    job.bytes = row.bytes;
    job.available = !row.file.isEmpty();
    job.createdAt = row.createdAt;
    job.startedAt = row.startedAt;
    job.finishedAt = row.finishedAt;
    if (job.available && row.finishedAt) {
        job.keptUntil = *row.finishedAt + std::chrono::days(keepDays);
    }
    return job;
}

void addReportJobRoutes(Routes& routes, ReportJobs& jobs)
{
    const char* tag = "Reports";
    routes.list<ReportJob>({.path = "/api/v1/report-jobs",
                            .id = "listReportJobs",
                            .summary = "Runs of saved reports, latest first.",
                            .tag = tag,
                            .access = Permission::RunReports,
                            .query = {everybodyParameter()}},
                           [&jobs](Call& call) { return listJobs(call, jobs); });
    routes.get<ReportJob>({.path = "/api/v1/report-jobs/{id}",
                           .id = "readReportJob",
                           .summary = "How far a run is.",
                           .tag = tag,
                           .access = Permission::RunReports},
                          [&jobs](Call& call) { return readJob(call, jobs); });
    routes.remove({.path = "/api/v1/report-jobs/{id}",
                   .id = "deleteReportJob",
                   .summary = "Stops a run, or removes an ended one with its result.",
                   .tag = tag,
                   .access = Permission::RunReports},
                  [&jobs](Call& call) { return removeJob(call, jobs); });
    http::RouteDocumentation documentation;
    documentation.responseContentType = QStringLiteral("text/csv");
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("string")}};
    routes.raw(http::Method::Get,
               {.path = "/api/v1/report-jobs/{id}/result",
                .id = "fetchReportResult",
                .summary = "The result of one's own run, in its format.",
                .tag = tag,
                .access = Permission::RunReports},
               documentation,
               [&jobs](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
                   auto response = download(call, jobs);
                   (*respond)(response ? std::move(*response)
                                       : http::problemResponse(response.error(), call->request().id));
               });
}

} // namespace holdfast::authentication
