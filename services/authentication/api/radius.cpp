// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/radius.h"

#include "services/authentication/api/client_keys.h"
#include "services/authentication/api/radius_conversation.h"
#include "services/authentication/api/routes.h"
#include "services/http/problem_response.h"

namespace holdfast::authentication {

namespace {

constexpr qint64 maxBody = 64 * 1024;
constexpr int forbidden = 403;

// rlm_rest reads the status: 204 accepts, 401 rejects (and reads attributes), anything else is no answer. A
// challenge is a 401 as well, so that a FreeRADIUS that does not understand it refuses and never lets in.
http::Response responseOf(const radius::Reply& reply, const QString& requestId)
{
    using Kind = radius::Reply::Kind;
    switch (reply.kind) {
    case Kind::Accept:
        return {.status = 204};
    case Kind::Challenge:
        return jsonResponse(401, radius::challengeAttributes(reply.state, reply.message));
    case Kind::Reject:
        return jsonResponse(401, {});
    case Kind::Unavailable:
        break;
    }
    return http::problemResponse({contract::ErrorKind::Unavailable, QStringLiteral("attempt_undecided"),
                                  QStringLiteral("The service could not decide this attempt.")},
                                 requestId);
}

http::RouteDocumentation documentation()
{
    const QJsonObject attributes {
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("additionalProperties"), true},
        {QStringLiteral("description"),
         QStringLiteral("Attributes by name, as FreeRADIUS's rlm_rest writes them.")}};
    http::RouteDocumentation route;
    route.operationId = QStringLiteral("authenticateRadius");
    route.summary =
        QStringLiteral("Decides an Access-Request: 204 accepts; 401 rejects, or challenges with attributes.");
    route.tag = QStringLiteral("Authentication");
    route.parameters = {{QStringLiteral("lang"), QStringLiteral("query"),
                         QStringLiteral("Such as us_EN or de_DE."), false,
                         QJsonObject {{QStringLiteral("type"), QStringLiteral("string")}}}};
    route.requestSchema = attributes;
    route.successStatus = 204;
    route.security = QStringLiteral("clientKey");
    return route;
}

} // namespace

void addRadiusRoutes(Routes& routes)
{
    const ApiContext& context = routes.context();
    http::Route route;
    route.method = http::Method::Post;
    route.path = QStringLiteral("/radius/v1/authenticate");
    route.execution = http::Execution::Inline;
    route.maxBody = maxBody;
    route.documentation = documentation();
    route.handler = [keys = std::make_shared<ClientKeys>(context),
                     conversation = std::make_shared<radius::Conversation>(context.gate, context.clock,
                                                                           context.metrics)](
                        const http::Request& request, const http::SharedResponder& respond) {
        auto client = keys->clientOf(request);
        if (!client) {
            // 401 would refuse the person for what the administrator got wrong.
            const contract::Error refusal = ClientKeys::refusal();
            (*respond)(http::problemResponse(forbidden, refusal.code, refusal.detail, request.id));
            return;
        }
        auto access = contract::parseObject(request.body).and_then(radius::accessRequestOf);
        if (!access) {
            (*respond)(http::problemResponse(access.error(), request.id));
            return;
        }
        conversation->authenticate(
            std::move(*client), std::move(*access), request.parameter(u"lang").value_or(QString()),
            [respond, id = request.id](const radius::Reply& reply) { (*respond)(responseOf(reply, id)); });
    };
    routes.router().add(std::move(route));
}

} // namespace holdfast::authentication
