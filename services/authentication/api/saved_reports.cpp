// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/saved_reports.h"

#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/reports.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/domain/report_schedule.h"
#include "services/authentication/store/notification_settings.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::ReportJob;
using contract::Result;
using contract::SavedReport;
using contract::SavedReportEdit;
using contract::Unexpected;
using storage::Connection;

namespace {

SavedReport toSavedReport(const SavedReportRow& row)
{
    const SavedReportEdit& plan = row.plan;
    return {.id = QString::number(row.id),
            .name = plan.name,
            .report = plan.report,
            .columns = plan.columns,
            .filters = plan.filters,
            .format = plan.format,
            .schedule = plan.schedule,
            .hour = plan.hour,
            .weekday = plan.weekday,
            .recipients = plan.recipients,
            .owner = row.owner,
            .timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId()),
            .nextAt = row.nextAt,
            .version = row.version};
}

Unexpected unknown()
{
    return contract::failure(ErrorKind::NotFound, QStringLiteral("saved_report_unknown"),
                             QStringLiteral("There is no such saved report."));
}

// Of the caller, or of somebody else where the caller looks after what others have saved.
Result<SavedReportRow> found(const Call& call, Connection& connection)
{
    const auto id = call.pathId("id", "saved_report_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    auto row = savedReports::find(connection, *id);
    if (!row || (row->ownerId != call.caller().userId && !looksAfterReports(call))) {
        return unknown();
    }
    return std::move(*row);
}

// Nobody runs or writes in another's name.
Result<SavedReportRow> own(const Call& call, Connection& connection)
{
    return found(call, connection).and_then([&](SavedReportRow row) -> Result<SavedReportRow> {
        if (row.ownerId != call.caller().userId) {
            return contract::failure(
                ErrorKind::Forbidden, QStringLiteral("not_owner"),
                QStringLiteral("This report is %1's: only they run and change it.").arg(row.owner));
        }
        return row;
    });
}

Result<void> requireRecipients(const Call& call, const QStringList& recipients)
{
    if (auto addresses = requireMailAddresses(QStringLiteral("recipients"), recipients); !addresses) {
        return addresses;
    }
    const MailFacts* mail = call.context().mail;
    if (!recipients.isEmpty() && mail == nullptr) {
        return contract::invalidField(QStringLiteral("recipients"), QStringLiteral("mail_not_configured"),
                                      QStringLiteral("This service sends no e-mail."));
    }
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const QString domain = recipients.at(i).section(QLatin1Char('@'), -1);
        if (!mail->reportDomains.contains(domain, Qt::CaseInsensitive)) {
            return contract::invalidField(QStringLiteral("recipients[%1]").arg(i),
                                          QStringLiteral("recipient_not_allowed"),
                                          QStringLiteral("Reports are not sent to %1.").arg(domain));
        }
    }
    return {};
}

// What would make every run fail is told now.
Result<void> requireRunnable(const Call& call, const SavedReportEdit& plan)
{
    if (!call.caller().userId) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("first_run_incomplete"),
                                 QStringLiteral("Complete the first run: a saved report needs an owner."));
    }
    if (plan.name.trimmed().isEmpty()) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("required"),
                                      QStringLiteral("A saved report needs a name."));
    }
    return requireRecipients(call, plan.recipients).and_then([&]() -> Result<void> {
        const auto run = prepareSaved(call.context(), call.caller(), plan);
        return run ? Result<void>() : Unexpected(run.error());
    });
}

SavedReportRow rowOf(const Call& call, const SavedReportEdit& plan)
{
    SavedReportRow row;
    row.ownerId = *call.caller().userId;
    row.owner = call.caller().name;
    row.plan = plan;
    row.plan.name = plan.name.trimmed();
    row.nextAt = nextRun({plan.schedule, plan.hour, plan.weekday}, call.now(), QTimeZone::systemTimeZone());
    return row;
}

void tell(const Call& call, Connection& connection, const char* key, const SavedReportRow& row)
{
    contract::Event event = call.event(key);
    event.detail = {{QStringLiteral("saved"), row.plan.name},
                    {QStringLiteral("name"), row.plan.report},
                    {QStringLiteral("owner"), row.owner},
                    {QStringLiteral("schedule"), contract::enumName(row.plan.schedule)},
                    {QStringLiteral("recipients"), row.plan.recipients.join(QStringLiteral(", "))}};
    call.record(connection, std::move(event));
}

Result<contract::Page<SavedReport>> listSaved(Call& call)
{
    return call.read([&](Connection& connection) {
        std::vector<SavedReport> all;
        QHash<QString, QString> places;
        for (const SavedReportRow& row : savedReports::list(connection, listedOwner(call))) {
            all.push_back(toSavedReport(row));
            places.insert(all.back().id, QStringLiteral("%1").arg(places.size(), 6, 10, QLatin1Char('0')));
        }
        return pageOfSmallList(call, std::move(all),
                               [places](const SavedReport& report) { return places.value(report.id); });
    });
}

Result<SavedReport> readSaved(Call& call)
{
    return call.read([&](Connection& connection) { return found(call, connection).map(toSavedReport); });
}

Result<SavedReport> createSaved(Call& call, const SavedReportEdit& body)
{
    if (auto runnable = requireRunnable(call, body); !runnable) {
        return Unexpected(runnable.error());
    }
    return call.write([&](Connection& connection) {
        return savedReports::create(connection, rowOf(call, body), call.now())
            .map([&](const SavedReportRow& row) {
                tell(call, connection, "CREATE_SAVED_REPORT", row);
                return toSavedReport(row);
            });
    });
}

Result<SavedReport> replaceSaved(Call& call, const SavedReportEdit& body)
{
    if (auto runnable = requireRunnable(call, body); !runnable) {
        return Unexpected(runnable.error());
    }
    return call.write([&](Connection& connection) -> Result<SavedReport> {
        const auto before = own(call, connection);
        if (!before) {
            return Unexpected(before.error());
        }
        SavedReportRow row = rowOf(call, body);
        row.id = before->id;
        row.version = before->version;
        return call.requireVersion(before->version)
            .and_then([&] { return savedReports::replace(connection, row, call.now()); })
            .map([&](const SavedReportRow& after) {
                tell(call, connection, "UPDATE_SAVED_REPORT", after);
                return toSavedReport(after);
            });
    });
}

Result<NoAnswer> removeSaved(Call& call)
{
    return call.write([&](Connection& connection) -> Result<NoAnswer> {
        const auto row = found(call, connection);
        if (!row) {
            return Unexpected(row.error());
        }
        if (auto fresh = call.requireVersion(row->version); !fresh) {
            return Unexpected(fresh.error());
        }
        savedReports::remove(connection, row->id);
        tell(call, connection, "DELETE_SAVED_REPORT", *row);
        return NoAnswer {};
    });
}

Result<ReportJob> runSaved(const Call& call, Connection& connection, const ReportJobs& jobs)
{
    const auto saved = own(call, connection);
    if (!saved) {
        return Unexpected(saved.error());
    }
    if (!jobs.canRun()) {
        return contract::failure(ErrorKind::Unavailable, QStringLiteral("reports_unavailable"),
                                 QStringLiteral("This service has no folder for results."));
    }
    if (reportJobs::isUnfinished(connection, saved->id)) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("report_running"),
                                 QStringLiteral("This report runs already, or waits for its turn."));
    }
    if (reportJobs::unfinished(connection) >= reportJobs::mostUnfinished) {
        return contract::failure(ErrorKind::TooManyRequests, QStringLiteral("too_many_report_jobs"),
                                 QStringLiteral("Too many reports wait already. Try again later."));
    }
    ReportJobRow job;
    job.savedReportId = saved->id;
    job.ownerId = saved->ownerId;
    job.owner = call.caller().name;
    job.plan = saved->plan;
    job.createdAt = call.now();
    return toReportJob(reportJobs::create(connection, std::move(job)),
                       notificationSettings::read(connection).keepResultsDays);
}

} // namespace

bool looksAfterReports(const Call& call)
{
    return call.caller().scopeOf(Permission::ManageService).everything();
}

std::optional<qint64> listedOwner(const Call& call)
{
    constexpr qint64 nobody = 0;
    return call.flag("everybody") && looksAfterReports(call)
        ? std::nullopt
        : std::optional(call.caller().userId.value_or(nobody));
}

QueryParameter everybodyParameter()
{
    return {.name = "everybody",
            .description = "Those of all owners, for whoever manages the service; else one's own.",
            .type = ParameterType::Boolean};
}

void addSavedReportRoutes(Routes& routes)
{
    auto owned = std::make_unique<ReportJobs>(routes.context());
    ReportJobs* jobs = owned.get();
    routes.keep(std::move(owned));
    const char* tag = "Reports";
    routes.list<SavedReport>({.path = "/api/v1/saved-reports",
                              .id = "listSavedReports",
                              .summary = "Reports with their choices, by name.",
                              .tag = tag,
                              .access = Permission::RunReports,
                              .query = {everybodyParameter()}},
                             listSaved);
    routes.get<SavedReport>({.path = "/api/v1/saved-reports/{id}",
                             .id = "readSavedReport",
                             .summary = "Reads a saved report.",
                             .tag = tag,
                             .access = Permission::RunReports},
                            readSaved);
    routes.post<SavedReportEdit, SavedReport>({.path = "/api/v1/saved-reports",
                                               .id = "createSavedReport",
                                               .summary = "Keeps a report with its choices, for the caller.",
                                               .tag = tag,
                                               .access = Permission::RunReports,
                                               .success = 201},
                                              createSaved);
    routes.put<SavedReportEdit, SavedReport>({.path = "/api/v1/saved-reports/{id}",
                                              .id = "replaceSavedReport",
                                              .summary = "Writes one's own saved report.",
                                              .tag = tag,
                                              .access = Permission::RunReports},
                                             replaceSaved);
    routes.remove({.path = "/api/v1/saved-reports/{id}",
                   .id = "deleteSavedReport",
                   .summary = "Deletes a saved report; results that are there stay.",
                   .tag = tag,
                   .access = Permission::RunReports},
                  removeSaved);
    routes.post<NoBody, ReportJob>(
        {.path = "/api/v1/saved-reports/{id}/run",
         .id = "runSavedReport",
         .summary = "Runs it in the background, with the rights of its owner.",
         .tag = tag,
         .access = Permission::RunReports,
         .success = 202,
         .idempotent = true,
         .committed =
             [jobs](const ApiContext&) {
                 jobs->wake();
             }},
        [jobs](Call& call, Connection& connection) { return runSaved(call, connection, *jobs); });
    addReportJobRoutes(routes, *jobs);
}

} // namespace holdfast::authentication
