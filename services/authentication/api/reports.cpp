// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/reports.h"

#include "services/authentication/api/event_query.h"
#include "services/authentication/api/report_writer.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/http/problem_response.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

const std::vector<ReportKind>& kinds()
{
    static const std::vector<ReportKind> all = [] {
        std::vector<ReportKind> gathered = eventReports();
        for (auto more : {userReports(), tokenReports()}) {
            std::move(more.begin(), more.end(), std::back_inserter(gathered));
        }
        return gathered;
    }();
    return all;
}

// One report under way.
struct Run
{
    std::shared_ptr<Call> call; // outlives the source
    ReportWriter writer;
    ReportSource source;
    bool begun = false;
    bool ended = false;

    // Nothing at the end.
    std::optional<QByteArray> next()
    {
        if (ended) {
            return std::nullopt;
        }
        QByteArray chunk = std::exchange(begun, true) ? QByteArray() : writer.begin();
        // By reference: the source keeps its place in itself.
        const auto rows = call->read([this](storage::Connection& connection) { return source(connection); });
        for (const ReportRow& row : rows) {
            chunk += writer.row(row);
        }
        if (rows.empty()) {
            ended = true;
            chunk += writer.end();
        }
        return chunk.isEmpty() ? std::nullopt : std::optional(chunk);
    }
};

Result<void> requireTaken(const Call& call, const ReportKind& kind)
{
    for (const auto& [name, value] : call.request().query) {
        if (name != QLatin1String("format") && name != QLatin1String("columns")
            && !kind.described.parameters.contains(name)) {
            return contract::invalidField(
                name, QStringLiteral("unknown_parameter"),
                QStringLiteral("The report %1 takes: format, columns, %2.")
                    .arg(kind.described.id, kind.described.parameters.join(QStringLiteral(", "))));
        }
    }
    return {};
}

// Who took what out of the house.
void recordRun(const Call& call, const ReportKind& kind)
{
    contract::Event event = call.event("RUN_REPORT");
    event.detail = {{QStringLiteral("name"), kind.described.id}};
    QJsonObject parameters;
    for (const auto& [name, value] : call.request().query) {
        parameters.insert(name, value);
    }
    event.detail.insert(QStringLiteral("parameters"), parameters);
    call.write([&](storage::Connection& connection) { call.record(connection, event); });
}

Result<http::Response> startReport(const std::shared_ptr<Call>& call)
{
    const auto kind = std::find_if(kinds().begin(), kinds().end(), [&](const ReportKind& known) {
        return known.described.id == call->pathText("template");
    });
    if (kind == kinds().end()) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("report_unknown"),
                                 QStringLiteral("There is no such report. GET /reports lists them."));
    }
    if (auto taken = requireTaken(*call, *kind); !taken) {
        return Unexpected(taken.error());
    }
    auto writer = ReportWriter::forCall(*call, kind->described);
    if (!writer) {
        return Unexpected(writer.error());
    }
    auto source = call->read([&](storage::Connection& connection) { return kind->begin(*call, connection); });
    if (!source) {
        return Unexpected(source.error());
    }
    recordRun(*call, *kind);
    const QByteArray day = contract::toRfc3339(call->now()).left(10).toLatin1();
    http::Response response;
    response.contentType = writer->contentType();
    response.headers = {
        {QByteArray("Content-Disposition"),
         "attachment; filename=\"" + kind->described.id.toLatin1() + '-' + day + '.' + writer->suffix()
             + '"'},
        {QByteArray("Content-Security-Policy"), QByteArray("default-src 'none'; style-src 'unsafe-inline'")},
        {QByteArray("Cache-Control"), QByteArray("no-store")}};
    const auto run = std::make_shared<Run>(Run {call, std::move(*writer), std::move(*source)});
    response.stream = [run](const http::DeliverChunk& deliver) {
        deliver(run->next());
    };
    return response;
}

std::vector<QueryParameter> reportParameters()
{
    std::vector<QueryParameter> parameters = eventFilterParameters();
    parameters.push_back(
        {.name = "format",
         .description = "csv (the default; RFC 4180), jsonl (an object on each line) or html.",
         .oneOf = {"csv", "jsonl", "html"}});
    parameters.push_back(
        {.name = "columns", .description = "Which, in which order, with commas between them."});
    parameters.push_back({.name = "domain", .description = "Path of a security domain: its subtree only."});
    parameters.push_back({.name = "filter", .description = "The filter line of the list."});
    parameters.push_back({.name = "sort", .description = "The order of the list."});
    parameters.push_back({.name = "order",
                          .description = "Of events: asc (the default), oldest first, or desc.",
                          .oneOf = {"asc", "desc"}});
    return parameters;
}

} // namespace

Result<std::optional<std::vector<qint64>>> reportDomains(const Call& call, storage::Connection& connection)
{
    return domainsWithin(call.caller().scopeOf(Permission::RunReports), connection,
                         call.text("domain").value_or(QString()));
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
            for (const ReportKind& kind : kinds()) {
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
