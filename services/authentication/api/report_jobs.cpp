// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report_jobs.h"

#include "services/authentication/api/surroundings.h"
#include "services/authentication/domain/report_schedule.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/notification_settings.h"
#include "services/authentication/store/saved_reports.h"

#include <QDir>
#include <QLoggingCategory>

namespace holdfast::authentication {

using contract::ReportJobState;
using contract::Result;
using contract::Timestamp;
using storage::Connection;

namespace {

Q_LOGGING_CATEGORY(logReports, "holdfast.reports")

constexpr std::chrono::seconds pause {5}; // between looks at the schedule
constexpr int roundsBetweenTidying = 60;
constexpr int mostAttempts = 3; // one that ends the service each time is given up
constexpr std::chrono::hours jobsKept {90 * 24};

contract::Event jobEvent(const char* key, const ReportJobRow& job, Timestamp now)
{
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::Administration;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Success;
    event.actor = job.owner;
    event.actorId = QString::number(job.ownerId);
    event.detail = {{QStringLiteral("name"), job.plan.report},
                    {QStringLiteral("saved"), job.plan.name},
                    {QStringLiteral("job"), QString::number(job.id)},
                    {QStringLiteral("rows"), job.rows}};
    return event;
}

QString preparedFolder(const Surroundings* surroundings)
{
    if (surroundings == nullptr) {
        return {};
    }
    const QString folder = surroundings->dataDirectory + QStringLiteral("/reports");
    constexpr auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, own)) {
        qCWarning(logReports, "The folder of results cannot be made: no report runs in the background.");
        return {};
    }
    return folder;
}

} // namespace

ReportJobs::ReportJobs(const ApiContext& context)
    : m_context(context)
    , m_folder(preparedFolder(context.surroundings))
{
    if (canRun()) {
        m_thread = std::thread([this] { run(); });
    }
}

ReportJobs::~ReportJobs()
{
    ReportJobs::stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void ReportJobs::stop()
{
    m_progress.stopping = true;
    wake();
}

void ReportJobs::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_dirty = true;
    }
    m_wake.notify_one();
}

QString ReportJobs::pathOf(const ReportJobRow& job) const
{
    return m_folder + QLatin1Char('/') + job.file;
}

void ReportJobs::showProgress(ReportJobRow& job) const
{
    if (m_progress.id == job.id) {
        job.rows = m_progress.rows;
        job.bytes = m_progress.bytes;
    }
}

void ReportJobs::cancel(qint64 id)
{
    m_progress.cancelled = id;
}

// The thread's edge: what fails is tried again at the next look.
void ReportJobs::run()
{
    for (int round = 0; !m_progress.stopping; ++round) {
        bool more = false;
        try {
            const Timestamp now = m_context.clock.now();
            beginDue(now);
            if (round % roundsBetweenTidying == 0) {
                tidy(now);
            }
            more = runNext();
        } catch (const std::exception& failed) {
            qCWarning(logReports, "%s", failed.what());
        }
        if (!more) {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, pause, [this] { return m_dirty; });
            m_dirty = false;
        }
    }
}

void ReportJobs::beginDue(Timestamp now)
{
    const auto due =
        m_context.database.read([&](Connection& connection) { return savedReports::due(connection, now); });
    if (due.empty()) {
        return;
    }
    m_context.database.writeAndWait([&](Connection& connection) {
        for (const SavedReportRow& saved : savedReports::due(connection, now)) {
            const contract::SavedReportEdit& plan = saved.plan;
            // However many times were missed while the service did not run: it runs once.
            savedReports::setNext(
                connection, saved.id,
                nextRun({plan.schedule, plan.hour, plan.weekday}, now, QTimeZone::systemTimeZone()));
            if (reportJobs::isUnfinished(connection, saved.id)
                || reportJobs::unfinished(connection) >= reportJobs::mostUnfinished) {
                continue;
            }
            ReportJobRow job;
            job.savedReportId = saved.id;
            job.ownerId = saved.ownerId;
            job.owner = saved.owner;
            job.plan = plan;
            job.scheduled = true;
            job.createdAt = now;
            reportJobs::create(connection, std::move(job));
        }
    });
}

// False: nothing waits.
bool ReportJobs::runNext()
{
    auto found = m_context.database.read([](Connection& connection) { return reportJobs::next(connection); });
    if (!found || m_progress.stopping) {
        return false;
    }
    ReportJobRow job = std::move(*found);
    if (job.attempts >= mostAttempts) {
        settle(job,
               contract::failure(contract::ErrorKind::Internal, QStringLiteral("interrupted_too_often"),
                                 QStringLiteral("The service ended each time that it ran.")));
        return true;
    }
    ++job.attempts;
    job.state = ReportJobState::Running;
    job.startedAt = m_context.clock.now();
    m_context.database.writeAndWait([&](Connection& connection) { reportJobs::update(connection, job); });
    m_progress.id = job.id;
    Result<ReportResult> result =
        contract::failure(contract::ErrorKind::Internal, QStringLiteral("internal_error"),
                          QStringLiteral("The service made a mistake."));
    try {
        result = runReportJob(m_context, job, m_folder, m_progress);
    } catch (const storage::StorageError& failed) {
        qCWarning(logReports, "job %lld: %s", static_cast<long long>(job.id), failed.what());
        result = contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                                   QStringLiteral("The service could not reach its storage."));
    } catch (const std::exception& failed) {
        qCCritical(logReports, "job %lld: %s", static_cast<long long>(job.id), failed.what());
    }
    m_progress.id = 0;
    settle(std::move(job), result);
    return true;
}

void ReportJobs::settle(ReportJobRow job, const Result<ReportResult>& result)
{
    const Timestamp now = m_context.clock.now();
    const bool stopped = !result && result.error().code == QLatin1String("report_stopped");
    if (result) {
        job.file = result->file;
        job.rows = result->rows;
        job.bytes = result->bytes;
        job.reach = result->reach;
    }
    m_context.database.writeAndWait([&](Connection& connection) {
        if (!reportJobs::find(connection, job.id)) { // nobody wants it any more
            QFile::remove(pathOf(job));
            return;
        }
        if (stopped) { // by the end of the service: not the job's fault
            job.state = ReportJobState::Waiting;
            --job.attempts;
            reportJobs::update(connection, job);
            return;
        }
        job.finishedAt = now;
        job.state = result ? ReportJobState::Finished : ReportJobState::Failed;
        contract::Event event = jobEvent(result ? "RUN_REPORT" : "REPORT_FAILED", job, now);
        if (!result) {
            job.reason = result.error().code;
            job.detail = result.error().detail;
            event.result = contract::EventResult::Failure;
            event.reason = job.reason;
        }
        if (result && job.scheduled && !mailReport(m_context, connection, job, pathOf(job))) {
            event.reason = QStringLiteral("mail_queue_full");
        }
        reportJobs::update(connection, job);
        m_context.events.append(connection, std::move(event));
    });
    if (result) {
        tidy(now);
    }
}

void ReportJobs::removeResult(ReportJobRow job)
{
    QFile::remove(pathOf(job));
    job.file.clear();
    m_context.database.writeAndWait([&](Connection& connection) { reportJobs::update(connection, job); });
}

void ReportJobs::removeStrays(const QStringList& known)
{
    for (const QFileInfo& file : QDir(m_folder).entryInfoList(QDir::Files)) {
        if (!known.contains(file.fileName())) {
            QFile::remove(file.absoluteFilePath());
        }
    }
}

void ReportJobs::tidy(Timestamp now)
{
    const auto [jobs, keepDays] = m_context.database.read([](Connection& connection) {
        return std::pair(reportJobs::withResults(connection),
                         notificationSettings::read(connection).keepResultsDays);
    });
    qint64 total = 0;
    for (const ReportJobRow& job : jobs) {
        total += job.bytes;
    }
    QStringList kept;
    for (const ReportJobRow& job : jobs) { // oldest first
        const bool isLast = job.id == jobs.back().id;
        if (job.finishedAt.value_or(now) < now - std::chrono::days(keepDays)
            || (total > mostResultsBytes && !isLast)) {
            total -= job.bytes;
            removeResult(job);
        } else {
            kept << job.file;
        }
    }
    removeStrays(kept);
    m_context.database.writeAndWait(
        [&](Connection& connection) { reportJobs::removeOld(connection, now - jobsKept); });
}

} // namespace holdfast::authentication
