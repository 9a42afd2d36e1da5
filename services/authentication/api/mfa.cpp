// SPDX-License-Identifier: Apache-2.0
// Routes of the authentication API that existing integrations speak.
#include "services/authentication/api/mfa.h"

#include "services/authentication/api/client_keys.h"
#include "services/authentication/api/routes.h"
#include "services/contract/json_text.h"
#include "services/http/problem_response.h"

#include <QJsonDocument>

namespace holdfast::authentication {

using contract::UnknownFields;
using mfa::Client;
using mfa::Engine;

namespace {

constexpr qint64 maxBody = 64 * 1024;

template <class Body>
http::Response answerOf(const Body& body)
{
    http::Response response;
    response.contentType = "application/json";
    response.body = contract::toJsonText(body);
    return response;
}

// Everything that the handlers share. Lives as long as the routes.
class MfaRoutes : public std::enable_shared_from_this<MfaRoutes>
{
public:
    explicit MfaRoutes(const ApiContext& context)
        : m_keys(std::make_shared<ClientKeys>(context))
        , m_engine(std::make_shared<Engine>(context.gate, context.clock, context.metrics))
    { }

    void add(Routes& routes);

private:
    template <class Body>
    using Handler = std::function<void(const Client&, Body, const http::SharedResponder&)>;

    template <class Body, class Answer>
    void post(Routes& routes, const char* path, const char* id, const char* summary, Handler<Body> handler);
    void addResources(Routes& routes);

    // Nothing: the key is wrong, and the answer was given.
    std::optional<Client> clientOf(const http::Request& request, const http::SharedResponder& respond);

    std::shared_ptr<ClientKeys> m_keys;
    std::shared_ptr<Engine> m_engine;
};

std::optional<Client> MfaRoutes::clientOf(const http::Request& request, const http::SharedResponder& respond)
{
    auto client = m_keys->clientOf(request);
    if (!client) {
        (*respond)(http::problemResponse(ClientKeys::refusal(), request.id));
    }
    return client;
}

template <class Body, class Answer>
void MfaRoutes::post(Routes& routes, const char* path, const char* id, const char* summary,
                     Handler<Body> handler)
{
    http::Route route;
    route.method = http::Method::Post;
    route.path = QLatin1String(path);
    route.execution = http::Execution::Inline;
    route.maxBody = maxBody;
    route.documentation.operationId = QLatin1String(id);
    route.documentation.summary = QLatin1String(summary);
    route.documentation.tag = QStringLiteral("Authentication");
    route.documentation.requestSchema = routes.schemas().reference<Body>();
    route.documentation.responseSchema = routes.schemas().reference<Answer>();
    route.documentation.security = QStringLiteral("clientKey");
    route.documentation.ignoreUnknownParameters = true;
    route.handler = [self = shared_from_this(), handler = std::move(handler)](
                        const http::Request& request, const http::SharedResponder& respond) {
        const auto client = self->clientOf(request, respond);
        if (!client) {
            return;
        }
        auto body = contract::parseObject(request.body).and_then([](const QJsonObject& object) {
            return contract::fromJson<Body>(object, UnknownFields::Ignore);
        });
        if (!body) {
            (*respond)(http::problemResponse(body.error(), request.id));
            return;
        }
        handler(*client, std::move(*body), respond);
    };
    routes.router().add(std::move(route));
}

void MfaRoutes::add(Routes& routes)
{
    using namespace contract;
    const auto send = [](const http::SharedResponder& respond) {
        return [respond](const AuthnResponse& response) {
            (*respond)(answerOf(response));
        };
    };
    post<Initialize, AuthnResponse>(
        routes, "/mfa/v1_1/authn/initialize", "initializeAuthentication",
        "Starts an attempt, and ends it in one step where the credentials come along.",
        [engine = m_engine, send](const Client& client, Initialize body,
                                  const http::SharedResponder& respond) {
            engine->initialize(client, std::move(body), send(respond));
        });
    post<Verify, AuthnResponse>(
        routes, "/mfa/v1_1/authn/verify", "verifyAuthentication", "Answers a challenge.",
        [engine = m_engine, send](const Client& client, Verify body, const http::SharedResponder& respond) {
            engine->verify(client, std::move(body), send(respond));
        });
    post<CheckStatus, StatusResponse>(
        routes, "/mfa/v1_1/authn/status", "readAuthenticationStatus",
        "How an attempt stands. Of a finished one it tells once, unless it was to be kept.",
        [engine = m_engine](const Client& client, const CheckStatus& body,
                            const http::SharedResponder& respond) {
            (*respond)(answerOf(engine->status(client, body)));
        });
    post<Cancel, AuthnResponse>(
        routes, "/mfa/v1_1/authn/cancel", "cancelAuthentication", "Ends an attempt.",
        [engine = m_engine](const Client& client, const Cancel& body, const http::SharedResponder& respond) {
            (*respond)(answerOf(engine->cancel(client, body)));
        });
    addResources(routes);
}

void MfaRoutes::addResources(Routes& routes)
{
    const QJsonObject text {{QStringLiteral("type"), QStringLiteral("string")}};
    http::Route route;
    route.method = http::Method::Get;
    route.path = QStringLiteral("/mfa/v1_1/authn/resources");
    route.execution = http::Execution::Inline;
    route.documentation.operationId = QStringLiteral("listAuthenticationTexts");
    route.documentation.summary = QStringLiteral("The texts of the prompts.");
    route.documentation.tag = QStringLiteral("Authentication");
    route.documentation.parameters = {{QStringLiteral("lang"), QStringLiteral("query"),
                                       QStringLiteral("Such as us_EN or de_DE."), false, text},
                                      {QStringLiteral("resourceId"), QStringLiteral("query"),
                                       QStringLiteral("One text alone."), false, text}};
    route.documentation.responseSchema = {
        {QStringLiteral("type"), QStringLiteral("array")},
        {QStringLiteral("items"), routes.schemas().reference<contract::NameValue>()}};
    route.documentation.security = QStringLiteral("clientKey");
    route.documentation.ignoreUnknownParameters = true;
    route.handler = [self = shared_from_this()](const http::Request& request,
                                                const http::SharedResponder& respond) {
        if (!self->clientOf(request, respond)) {
            return;
        }
        const auto language = mfa::languageOf(request.parameter(u"lang"));
        QJsonArray list;
        for (const contract::NameValue& resource :
             mfa::resources(language, request.parameter(u"resourceId").value_or(QString()))) {
            list.append(toJson(resource));
        }
        http::Response response;
        response.contentType = "application/json";
        response.body = QJsonDocument(list).toJson(QJsonDocument::Compact);
        (*respond)(std::move(response));
    };
    routes.router().add(std::move(route));
}

} // namespace

void addMfaRoutes(Routes& routes)
{
    std::make_shared<MfaRoutes>(routes.context())->add(routes);
}

} // namespace holdfast::authentication
