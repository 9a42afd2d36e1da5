// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/support_bundle.h"
#include "services/http/problem_response.h"

#include <QJsonDocument>

namespace holdfast::authentication {

namespace {

using contract::Permission;
using contract::Result;

Result<contract::HealthReport> readHealth(Call& call)
{
    return call.requireInScope(Permission::ViewMetrics, QStringLiteral("/")).map([&] {
        return healthReport(call.context(), call.now());
    });
}

Result<QByteArray> makeBundle(Call& call)
{
    if (const auto permitted = call.requireInScope(Permission::ManageService, QStringLiteral("/"));
        !permitted) {
        return contract::Unexpected(permitted.error());
    }
    const ApiContext& context = call.context();
    const auto head = headBefore(context.surroundings, &context.keys);
    const QJsonObject bundle = call.read([&](storage::Connection& connection) {
        return supportBundle({.connection = connection,
                              .surroundings = context.surroundings,
                              .keys = &context.keys,
                              .head = head,
                              .logs = context.logs,
                              .queued = context.database.figures().queued,
                              .now = call.now()});
    });
    call.write(
        [&](storage::Connection& connection) { call.record(connection, call.event("SUPPORT_BUNDLE_MADE")); });
    return QJsonDocument(bundle).toJson();
}

} // namespace

void addHealthRoutes(Routes& routes)
{
    const char* tag = "Operation";
    routes.get<contract::HealthReport>({.path = "/api/v1/health",
                                        .id = "readHealthReport",
                                        .summary = "Every part of the service, with reasons.",
                                        .tag = tag,
                                        .access = Permission::ViewMetrics},
                                       readHealth);
    http::RouteDocumentation documentation;
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("object")}};
    routes.raw(http::Method::Get,
               {.path = "/api/v1/support-bundle",
                .id = "readSupportBundle",
                .summary = "What somebody who helps needs to know of the service; holds no secret.",
                .tag = tag,
                .access = Permission::ManageService},
               documentation, [](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
                   const auto bundle = makeBundle(*call);
                   if (!bundle) {
                       (*respond)(http::problemResponse(bundle.error(), call->request().id));
                       return;
                   }
                   http::Response response;
                   response.contentType = "application/json";
                   response.body = *bundle;
                   response.headers = {{QByteArray("Content-Disposition"),
                                        QByteArray("attachment; filename=\"holdfast-support.json\"")},
                                       {QByteArray("Cache-Control"), QByteArray("no-store")}};
                   (*respond)(std::move(response));
               });
}

} // namespace holdfast::authentication
