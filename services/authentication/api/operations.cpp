// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/metrics.h"
#include "services/contract/problem_body.h"
#include "services/http/problem_response.h"

#include <QJsonDocument>

namespace holdfast::authentication {

namespace {

using contract::Permission;
using contract::Result;

// Healthy is what can read its storage.
Result<QJsonObject> health(Call& call)
{
    call.read([](storage::Connection& connection) {
        auto rows = connection.select(QStringLiteral("SELECT id FROM domains WHERE parent_id IS NULL"));
        if (!rows.next()) {
            throw storage::StorageError("the root domain is missing");
        }
        return true;
    });
    return QJsonObject {{QStringLiteral("status"), QStringLiteral("ok")},
                        {QStringLiteral("version"), QStringLiteral(HOLDFAST_VERSION)}};
}

void answerText(const http::SharedResponder& respond, const QByteArray& contentType, const QByteArray& body)
{
    http::Response response;
    response.contentType = contentType;
    response.body = body;
    (*respond)(std::move(response));
}

http::RouteDocumentation textAnswer(const char* contentType)
{
    http::RouteDocumentation documentation;
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("string")}};
    documentation.responseContentType = QString::fromLatin1(contentType);
    return documentation;
}

void addOpenApi(Routes& routes)
{
    const auto document = std::make_shared<QByteArray>();
    http::RouteDocumentation documentation;
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("object")}};
    routes.raw(http::Method::Get,
               {.path = "/openapi.json",
                .id = "readOpenApi",
                .summary = "This document.",
                .tag = "Operation",
                .access = Access::open()},
               documentation, [document](const std::shared_ptr<Call>&, const http::SharedResponder& respond) {
                   answerText(respond, "application/json", *document);
               });
    // Every route is declared by now: the document holds them all, itself included.
    routes.schemas().reference<contract::Problem>();
    *document =
        QJsonDocument(http::openApiDocument(routes.router(), routes.schemas().components(),
                                            QStringLiteral("Holdfast"), QStringLiteral(HOLDFAST_VERSION)))
            .toJson(QJsonDocument::Indented);
}

} // namespace

void addOperationRoutes(Routes& routes)
{
    routes.get<QJsonObject>({.path = "/health",
                             .id = "readHealth",
                             .summary = "Whether the service can do its work.",
                             .tag = "Operation",
                             .access = Access::open()},
                            health);
    constexpr auto prometheus = "text/plain; version=0.0.4; charset=utf-8";
    routes.raw(http::Method::Get,
               {.path = "/metrics",
                .id = "readMetrics",
                .summary = "Figures for Prometheus.",
                .tag = "Operation",
                .access = Permission::ViewMetrics},
               textAnswer(prometheus),
               [](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
                   const auto permitted =
                       call->requireInScope(contract::Permission::ViewMetrics, QStringLiteral("/"));
                   if (!permitted) {
                       (*respond)(http::problemResponse(permitted.error(), call->request().id));
                       return;
                   }
                   answerText(respond, prometheus, call->context().metrics.text());
               });
    addOpenApi(routes);
}

} // namespace holdfast::authentication
