// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_attempts.h"
#include "services/authentication/api/agent_gatekeeper.h"
#include "services/authentication/api/agent_tickets.h"
#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// TooManyRequests, answered with Retry-After.
[[nodiscard]] contract::Unexpected tryAgainIn(std::chrono::seconds wait, QLatin1String code,
                                              const QString& sentence);

// A route of /agent/v1.
struct AgentOperation
{
    const char* path;
    const char* id; // operationId
    const char* summary;
    int success = 200;
    qint64 maxBody = 64 * 1024; // bytes
};

// Declares routes that workstations' agents call. Handlers run on a worker thread and may block; what they
// throw becomes a problem as everywhere. Handlers refer to it by a shared pointer, so that it lives as long
// as the routes and what they have under way.
class AgentRoutes : public std::enable_shared_from_this<AgentRoutes>
{
public:
    explicit AgentRoutes(const ApiContext& context);

    // handler: (const AgentCall&, const Body&) -> Result<Answer>
    template <class Body, class Answer, class F>
    void post(Routes& routes, const AgentOperation& operation, F handler)
    {
        later<Body, Answer>(routes, operation,
                            [success = operation.success, handler = std::move(handler)](
                                const std::shared_ptr<AgentCall>& call, Body body, const Respond& respond) {
                                contract::Result<Answer> answer = handler(*call, std::as_const(body));
                                if (answer) {
                                    respond(Wire<Answer>::response(success, *answer));
                                } else {
                                    respond(contract::Unexpected(std::move(answer.error())));
                                }
                            });
    }
    // For those that answer later. handler: (std::shared_ptr<AgentCall>, Body, const Respond&)
    using Respond = std::function<void(contract::Result<http::Response>)>;
    template <class Body, class Answer, class F>
    void later(Routes& routes, const AgentOperation& operation, F handler)
    {
        http::RouteDocumentation documentation;
        documentation.requestSchema = routes.schemas().reference<Body>();
        documentation.responseSchema = Wire<Answer>::schema(routes.schemas());
        documentation.security = QStringLiteral("workstation");
        add(routes, operation, std::move(documentation),
            [gatekeeper = m_gatekeeper, handler = std::move(handler)](http::Request request,
                                                                      const Respond& respond) {
                auto call = gatekeeper->admit(std::move(request));
                if (!call) {
                    respond(contract::Unexpected(std::move(call.error())));
                    return;
                }
                auto body = bodyOf<Body>(call->request());
                if (!body) {
                    respond(contract::Unexpected(std::move(body.error())));
                    return;
                }
                handler(std::make_shared<AgentCall>(std::move(*call)), std::move(*body), respond);
            });
    }
    // For whoever is not known yet: nothing is checked. handler: (const http::Request&, const Body&) ->
    // Result<Answer>
    template <class Body, class Answer, class F>
    void open(Routes& routes, const AgentOperation& operation, F handler)
    {
        http::RouteDocumentation documentation;
        documentation.requestSchema = routes.schemas().reference<Body>();
        documentation.responseSchema = Wire<Answer>::schema(routes.schemas());
        add(routes, operation, std::move(documentation),
            [success = operation.success, handler = std::move(handler)](const http::Request& request,
                                                                        const Respond& respond) {
                const auto answer =
                    bodyOf<Body>(request).and_then([&](const Body& body) { return handler(request, body); });
                if (answer) {
                    respond(Wire<Answer>::response(success, *answer));
                } else {
                    respond(contract::Unexpected(answer.error()));
                }
            });
    }

    [[nodiscard]] const ApiContext& context() const { return m_context; }
    [[nodiscard]] LogonTickets& tickets() { return m_tickets; }
    [[nodiscard]] LogonAttempts& attempts() { return m_attempts; }
    // Ends tickets and attempts whose time is over; to be called now and then.
    void dropOld();

private:
    // A later agent may say more than is known here.
    template <class Body>
    [[nodiscard]] static contract::Result<Body> bodyOf(const http::Request& request)
    {
        return contract::parseObject(request.body).and_then([](const QJsonObject& object) {
            return contract::fromJson<Body>(object, contract::UnknownFields::Ignore);
        });
    }
    using RequestHandler = std::function<void(http::Request, const Respond&)>;
    void add(Routes& routes, const AgentOperation& operation, http::RouteDocumentation documentation,
             RequestHandler handler);

    const ApiContext& m_context;
    std::shared_ptr<AgentGatekeeper> m_gatekeeper;
    LogonTickets m_tickets;
    LogonAttempts m_attempts;
};

// All of /agent/v1; one function for each subject, in the .cpp of that name.
void addAgentRoutes(Routes& routes);
void addAgentEnrolmentRoutes(Routes& routes,
                             const std::shared_ptr<AgentRoutes>& agents); // and /agent/v1/time; both are open
void addAgentLogonRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents);
void addAgentOfflineRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents);
void addAgentContactRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents);

} // namespace holdfast::authentication
