// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report_job.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/parameters.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/private_file.h"
#include "services/authentication/store/users.h"

#include <QFile>
#include <QJsonArray>
#include <QStorageInfo>

#include <array>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// As GET /reports/{template} declares them.
const Operation& reportOperation()
{
    static const Operation operation {.path = "/api/v1/reports/{template}",
                                      .id = "runReport",
                                      .summary = "A saved report.",
                                      .tag = "Reports",
                                      .access = Permission::RunReports,
                                      .query = reportParameters()};
    return operation;
}

http::Request requestOf(const contract::SavedReportEdit& plan)
{
    http::Request request;
    request.query.append({QStringLiteral("format"), contract::enumName(plan.format)});
    if (!plan.columns.isEmpty()) {
        request.query.append({QStringLiteral("columns"), plan.columns.join(QLatin1Char(','))});
    }
    for (const contract::ReportFilter& filter : plan.filters) {
        request.query.append({filter.name, filter.value});
    }
    return request;
}

contract::Unexpected refused(const char* code, const QString& detail)
{
    return contract::failure(ErrorKind::Conflict, QString::fromLatin1(code), detail);
}

Result<void> mayGoOn(const ReportJobProgress& progress, qint64 id)
{
    if (progress.stopping || progress.cancelled == id) {
        return refused("report_stopped", QStringLiteral("The run was stopped."));
    }
    if (progress.bytes > mostResultBytes) {
        return refused("report_too_large",
                       QStringLiteral("The result is larger than 1 GiB. Restrict the report."));
    }
    return {};
}

Result<void> requireRoom(const QString& folder)
{
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < leastFreeBytes) {
        return contract::failure(ErrorKind::Unavailable, QStringLiteral("disk_low"),
                                 QStringLiteral("Less than 512 MiB are free where results are kept."));
    }
    return {};
}

// What the reports ask for.
constexpr std::array reportRights {
    Permission::RunReports,         Permission::ViewUsers,    Permission::ViewTokens,
    Permission::ViewEmergencyCodes, Permission::ViewPolicies, Permission::ViewDomains,
    Permission::ViewAdministrators, Permission::ViewEvents,   Permission::ManageApiClients};

} // namespace

QJsonObject reachOf(const Caller& caller)
{
    QJsonObject reach;
    for (const Permission right : reportRights) {
        if (caller.may(right)) {
            reach.insert(contract::enumName(right), QJsonArray::fromStringList(caller.scopeOf(right).tops()));
        }
    }
    return reach;
}

bool sees(const Caller& caller, const QJsonObject& reach)
{
    return std::all_of(reportRights.begin(), reportRights.end(), [&](Permission right) {
        const QJsonArray tops = reach.value(contract::enumName(right)).toArray();
        const Scope scope = caller.scopeOf(right);
        return std::all_of(tops.begin(), tops.end(),
                           [&](const QJsonValue& top) { return scope.contains(top.toString()); });
    });
}

Result<ReportRun> prepareSaved(const ApiContext& context, const Caller& caller,
                               const contract::SavedReportEdit& plan)
{
    for (const contract::ReportFilter& filter : plan.filters) {
        if (QStringList {QStringLiteral("format"), QStringLiteral("columns"), QStringLiteral("limit")}
                .contains(filter.name)) {
            return contract::invalidField(filter.name, QStringLiteral("unknown_parameter"),
                                          QStringLiteral("This is no filter."));
        }
    }
    http::Request request = requestOf(plan);
    if (auto checked = checkParameters(reportOperation(), request); !checked) {
        return Unexpected(checked.error());
    }
    return ReportRun::prepare(std::make_shared<Call>(context, std::move(request), reportOperation(), caller),
                              plan.report);
}

Result<Caller> ownerOf(storage::Connection& connection, const ReportJobRow& job, contract::Timestamp now)
{
    const auto user = users::find(connection, job.ownerId);
    if (!user) {
        return refused("owner_gone", QStringLiteral("The account of %1 is gone.").arg(job.owner));
    }
    const contract::UserStatus status = toUser(connection, *user, now).status;
    if (status != contract::UserStatus::Active && status != contract::UserStatus::Locked) {
        return refused(
            "owner_disabled",
            QStringLiteral("The account of %1 is disabled, or its time is over.").arg(user->account.name));
    }
    Caller caller;
    caller.userId = job.ownerId;
    caller.name = user->account.name;
    caller.displayName = user->displayName;
    caller.roles = rolesHeldBy(connection, job.ownerId);
    if (!caller.may(Permission::RunReports)) {
        return refused("right_lost",
                       QStringLiteral("%1 may not run reports any more.").arg(user->account.name));
    }
    return caller;
}

Result<ReportResult> runReportJob(const ApiContext& context, const ReportJobRow& job, const QString& folder,
                                  ReportJobProgress& progress)
{
    progress.rows = 0;
    progress.bytes = 0;
    ReportResult result;
    const auto ownerNow = [&] {
        return context.database.read(
            [&](storage::Connection& connection) { return ownerOf(connection, job, context.clock.now()); });
    };
    auto run = ownerNow().and_then([&](const Caller& caller) {
        result.reach = reachOf(caller);
        return prepareSaved(context, caller, job.plan);
    });
    if (!run) {
        return Unexpected(run.error());
    }
    result.file = QStringLiteral("%1.%2").arg(job.id).arg(QString::fromLatin1(run->writer().suffix()));
    const QString path = folder + QLatin1Char('/') + result.file;
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished); // of a run that a crash has ended
    QFile::remove(path);
    PrivateFile file(unfinished);
    constexpr int chunksBetweenLooks = 64;
    for (int chunk = 0;; ++chunk) {
        const auto text = run->next();
        if (!text) {
            break;
        }
        progress.rows = run->rows();
        progress.bytes += text->size();
        auto good = mayGoOn(progress, job.id);
        if (good && chunk % chunksBetweenLooks == 0) {
            good = requireRoom(folder);
        }
        if (!good) {
            return Unexpected(good.error());
        }
        if (!file.write(*text)) {
            return file.error("result_not_written");
        }
    }
    if (const auto owner = ownerNow(); !owner || !sees(*owner, result.reach)) {
        return owner ? refused("right_lost", QStringLiteral("%1 has lost a right meanwhile.").arg(job.owner))
                     : Unexpected(owner.error());
    }
    if (!file.keep(path)) {
        return file.error("result_not_written");
    }
    result.rows = progress.rows;
    result.bytes = progress.bytes;
    return result;
}

} // namespace holdfast::authentication
