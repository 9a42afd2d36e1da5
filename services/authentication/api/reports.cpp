// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/reports.h"

#include "services/authentication/api/event_query.h"
#include "services/authentication/api/report_run.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/http/problem_response.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// Who took what out of the house. The first rows alone are what the lists show as well.
void recordRun(const Call& call, const QString& report)
{
    if (call.integer("limit")) {
        return;
    }
    contract::Event event = call.event("RUN_REPORT");
    event.detail = {{QStringLiteral("name"), report}};
    QJsonObject parameters;
    for (const auto& [name, value] : call.request().query) {
        parameters.insert(name, value);
    }
    event.detail.insert(QStringLiteral("parameters"), parameters);
    call.write([&](storage::Connection& connection) { call.record(connection, event); });
}

Result<http::Response> startReport(const std::shared_ptr<Call>& call)
{
    const QString report = call->pathText("template");
    auto prepared = ReportRun::prepare(call, report);
    if (!prepared) {
        return Unexpected(prepared.error());
    }
    recordRun(*call, report);
    const QByteArray day = contract::toRfc3339(call->now()).left(10).toLatin1();
    http::Response response;
    response.contentType = prepared->writer().contentType();
    response.headers = reportHeaders(report.toLatin1() + '-' + day + '.' + prepared->writer().suffix());
    const auto run = std::make_shared<ReportRun>(std::move(*prepared));
    response.stream = [run](const http::DeliverChunk& deliver) {
        deliver(run->next());
    };
    return response;
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> reportHeaders(const QByteArray& fileName)
{
    return {
        {QByteArray("Content-Disposition"), "attachment; filename=\"" + fileName + '"'},
        {QByteArray("Content-Security-Policy"), QByteArray("default-src 'none'; style-src 'unsafe-inline'")},
        {QByteArray("Cache-Control"), QByteArray("no-store")}};
}

Result<void> requirePermission(const Call& call, Permission permission)
{
    if (call.caller().may(permission)) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Forbidden, QStringLiteral("not_permitted"),
        QStringLiteral("Your role does not permit this (%1).").arg(contract::enumName(permission)));
}

ReportDomains inBoth(const ReportDomains& one, const ReportDomains& other)
{
    if (!one || !other) {
        return one ? one : other;
    }
    std::vector<qint64> both;
    for (const qint64 id : *one) {
        if (std::find(other->begin(), other->end(), id) != other->end()) {
            both.push_back(id);
        }
    }
    return both;
}

Result<ReportDomains> reportDomains(const Call& call, storage::Connection& connection,
                                    std::initializer_list<Permission> alsoNeeded)
{
    const QString domain = call.text("domain").value_or(QString());
    auto covered = domainsWithin(call.caller().scopeOf(Permission::RunReports), connection, domain);
    for (const Permission permission : alsoNeeded) {
        if (auto permitted = requirePermission(call, permission); !permitted) {
            return Unexpected(permitted.error());
        }
        const auto visible = domainsWithin(call.caller().scopeOf(permission), connection, domain);
        if (!covered || !visible) {
            return Unexpected(covered ? visible.error() : covered.error());
        }
        covered = inBoth(*covered, *visible);
    }
    return covered;
}

Result<void> requireSort(const Call& call, const std::vector<QueryParameter>& list)
{
    const auto sort = call.text("sort");
    for (const QueryParameter& parameter : list) {
        const bool known = std::any_of(parameter.oneOf.begin(), parameter.oneOf.end(),
                                       [&](const char* order) { return sort == QString::fromLatin1(order); });
        if (sort && QLatin1String(parameter.name) == QLatin1String("sort") && !known) {
            return contract::invalidField(QStringLiteral("sort"), QStringLiteral("not_one_of"),
                                          QStringLiteral("sort must be an order of the list."));
        }
    }
    return {};
}

QJsonValue cell(std::optional<contract::Timestamp> at)
{
    return at ? QJsonValue(contract::toRfc3339(*at)) : QJsonValue();
}

QJsonValue cell(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonValue daysUntil(std::optional<contract::Timestamp> then, contract::Timestamp now)
{
    return then ? QJsonValue(static_cast<qint64>(std::chrono::floor<std::chrono::days>(*then - now).count()))
                : QJsonValue();
}

QStringList names(std::initializer_list<const char*> list)
{
    QStringList all;
    for (const char* name : list) {
        all << QString::fromLatin1(name);
    }
    return all;
}

void addReportRoutes(Routes& routes)
{
    routes.get<contract::Page<contract::ReportTemplate>>(
        {.path = "/api/v1/reports",
         .id = "listReports",
         .summary = "The reports that there are, with what restricts them.",
         .tag = "Reports",
         .access = Permission::RunReports},
        [](Call&) -> Result<contract::Page<contract::ReportTemplate>> {
            contract::Page<contract::ReportTemplate> page;
            for (const ReportKind& kind : reportKinds()) {
                page.items.push_back(kind.described);
            }
            return page;
        });
    http::RouteDocumentation documentation;
    documentation.responseContentType = QStringLiteral("text/csv");
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("string")}};
    routes.raw(http::Method::Get,
               {.path = "/api/v1/reports/{template}",
                .id = "runReport",
                .summary = "A report, streamed. Which parameters it takes GET /reports tells.",
                .tag = "Reports",
                .access = Permission::RunReports,
                .query = reportParameters()},
               documentation, [](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
                   auto response = startReport(call);
                   (*respond)(response ? std::move(*response)
                                       : http::problemResponse(response.error(), call->request().id));
               });
}

} // namespace holdfast::authentication
