// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/message.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace holdfast::http {

// Where a handler runs. Inline: on the thread that read the request; it must not block (no storage, no slow
// hash). Worker: on a pool of threads, where it may.
enum class Execution
{
    Inline,
    Worker
};

struct ParameterDocumentation
{
    QString name;
    QString in; // "path", "query" or "header"
    QString description;
    bool required = false;
    QJsonObject schema;
};

// What the OpenAPI document says of a route. A query parameter that is not declared here is refused with 400.
struct RouteDocumentation
{
    QString operationId;
    QString summary;
    QString tag;
    QList<ParameterDocumentation> parameters;
    QJsonObject requestSchema; // empty: no body
    QString requestContentType = QStringLiteral("application/json");
    int successStatus = 200;
    QJsonObject responseSchema; // empty: no body
    QString responseContentType = QStringLiteral("application/json");
    QString security; // "bearer", "clientKey", "workstation" or empty for open routes
    bool ignoreUnknownParameters = false;
};

struct Route
{
    Method method = Method::Get;
    QString path; // template such as /api/v1/users/{id}
    Execution execution = Execution::Worker;
    qint64 maxBody = 256 * 1024; // bytes; a larger body is 413, before it is read
    std::function<void(Request, SharedResponder)> handler;
    RouteDocumentation documentation;
};

// Matches method and path. Built once, then only read: safe from any thread.
class Router
{
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    // Throws std::logic_error for two routes of the same method and shape.
    void add(Route route);

    struct Match
    {
        const Route* route = nullptr; // null: see status
        int status = 404; // 404, or 405 with `allow`
        QByteArray allow;
        QHash<QString, QString> pathParameters;
    };
    [[nodiscard]] Match match(Method method, const QString& path) const;
    // Of a path as it came, still encoded; without a method for one that no route has (405 or 404). nullopt:
    // the encoding is wrong.
    [[nodiscard]] std::optional<Match> matchEncoded(std::optional<Method> method, QByteArrayView path) const;
    [[nodiscard]] const std::vector<std::unique_ptr<Route>>& routes() const { return m_routes; }

private:
    struct Node;
    std::vector<std::unique_ptr<Route>> m_routes;
    std::unique_ptr<Node> m_root;
};

// The OpenAPI 3.1 document of all routes. `components` are the schemas that the routes refer to.
[[nodiscard]] QJsonObject openApiDocument(const Router& router, const QJsonObject& components,
                                          const QString& title, const QString& version);

} // namespace holdfast::http
