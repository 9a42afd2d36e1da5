// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_routes.h"

#include "services/authentication/api/metrics.h"
#include "services/authentication/api/offline_turns.h"
#include "services/http/problem_response.h"

#include <QLoggingCategory>

#include <condition_variable>
#include <thread>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;

namespace {

Q_LOGGING_CATEGORY(logAgents, "holdfast.api.agents")

constexpr QLatin1String retryAfter("retryAfter");

// Ends tickets and attempts whose time is over although nobody logs on any more: PINs lie in them.
class TicketSweep final : public BackgroundWork
{
public:
    explicit TicketSweep(std::shared_ptr<AgentRoutes> agents)
        : m_agents(std::move(agents))
        , m_thread([this] { run(); })
    { }
    ~TicketSweep() override
    {
        stop();
        m_thread.join();
    }
    TicketSweep(const TicketSweep&) = delete;
    TicketSweep& operator=(const TicketSweep&) = delete;
    void stop() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_all();
    }

private:
    void run()
    {
        constexpr std::chrono::seconds pause {10};
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, pause, [this] { return m_stop; })) {
            m_agents->dropOld();
        }
    }

    std::shared_ptr<AgentRoutes> m_agents;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

// The edge: nothing leaves a handler but an answer.
template <class F>
void answeredByAll(const char* operation, const AgentRoutes::Respond& respond, F work)
{
    try {
        work();
    } catch (const storage::StorageError& error) {
        qCWarning(logAgents, "%s: storage: %s", operation, error.what());
        respond(contract::failure(ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                                  QStringLiteral("The service cannot reach its storage now. Try again.")));
    } catch (const std::exception& error) {
        qCCritical(logAgents, "%s: %s", operation, error.what());
        respond(contract::failure(ErrorKind::Internal, QStringLiteral("internal_error"),
                                  QStringLiteral("The service made a mistake; its log tells more.")));
    }
}

} // namespace

AgentRoutes::AgentRoutes(const ApiContext& context)
    : m_context(context)
    , m_gatekeeper(std::make_shared<AgentGatekeeper>(context))
{ }

void AgentRoutes::dropOld()
{
    const contract::Timestamp now = m_context.clock.now();
    m_tickets.dropOld(now);
    m_attempts.dropOld(now);
}

contract::Unexpected tryAgainIn(std::chrono::seconds wait, QLatin1String code, const QString& sentence)
{
    contract::Error error {ErrorKind::TooManyRequests, code, sentence};
    error.fields.append({retryAfter, code, QString::number(std::max<qint64>(1, wait.count()))});
    return contract::Unexpected(std::move(error));
}

void AgentRoutes::add(Routes& routes, const AgentOperation& operation, http::RouteDocumentation documentation,
                      RequestHandler handler)
{
    documentation.operationId = QString::fromLatin1(operation.id);
    documentation.summary = QString::fromLatin1(operation.summary);
    documentation.tag = QStringLiteral("Agents");
    documentation.successStatus = operation.success;
    http::Route route;
    route.method = http::Method::Post;
    route.path = QString::fromLatin1(operation.path);
    route.execution = http::Execution::Worker;
    route.maxBody = operation.maxBody;
    route.documentation = std::move(documentation);
    route.handler = [self = shared_from_this(), id = operation.id, handler = std::move(handler)](
                        http::Request request, const http::SharedResponder& responder) {
        const auto began = std::chrono::steady_clock::now();
        const Respond respond = [responder, id, began, requestId = request.id,
                                 &metrics = self->m_context.metrics](Result<http::Response> answer) {
            http::Response response =
                answer ? std::move(*answer) : http::problemResponse(answer.error(), requestId);
            if (!answer && answer.error().code == offlineBusyCode) {
                response.headers.emplace_back("Retry-After", offlineBusySeconds);
            }
            if (!answer && answer.error().kind == ErrorKind::TooManyRequests
                && !answer.error().fields.isEmpty() && answer.error().fields.front().path == retryAfter) {
                response.headers.emplace_back("Retry-After",
                                              answer.error().fields.front().message.toLatin1());
            }
            metrics.countRequest(id, response.status,
                                 std::chrono::duration_cast<std::chrono::microseconds>(
                                     std::chrono::steady_clock::now() - began));
            (*responder)(std::move(response));
        };
        answeredByAll(id, respond, [&] { handler(std::move(request), respond); });
    };
    routes.router().add(std::move(route));
}

void addAgentRoutes(Routes& routes)
{
    const auto agents = std::make_shared<AgentRoutes>(routes.context());
    addAgentEnrolmentRoutes(routes, agents);
    addAgentLogonRoutes(routes, agents);
    addAgentOfflineRoutes(routes, agents);
    addAgentContactRoutes(routes, agents);
    routes.keep(std::make_unique<TicketSweep>(agents));
}

} // namespace holdfast::authentication
