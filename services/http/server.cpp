// SPDX-License-Identifier: Apache-2.0
#include "services/http/server.h"

#include "services/http/connection.h"
#include "services/http/listener.h"
#include "services/http/log.h"
#include "services/http/tls_context.h"

#include <numeric>

namespace holdfast::http {

namespace {

namespace asio = boost::asio;
using contract::ErrorKind;

// Deadlines are met within an eighth of the shortest one.
Milliseconds tickOf(const ServerOptions& options)
{
    const Milliseconds shortest =
        std::min({options.headerTimeout, options.bodyTimeout, options.writeTimeout, options.idleTimeout});
    return std::clamp(shortest / 8, Milliseconds(5), Milliseconds(250));
}

} // namespace

class Server::Implementation
{
public:
    Implementation(ServerOptions serverOptions, const Router& serverRouter)
        : options(std::move(serverOptions))
        , router(serverRouter)
        , workers(options.maxQueuedWork)
    {
        for (int i = 0; i < std::max(1, options.ioThreads); ++i) {
            threads.push_back(std::make_shared<IoThread>(tickOf(options)));
        }
    }

    contract::Result<quint16> start();
    void stop();
    [[nodiscard]] int connections() const
    {
        return std::accumulate(threads.begin(), threads.end(), 0,
                               [](int sum, const auto& thread) { return sum + thread->connections(); });
    }

    ServerOptions options;
    const Router& router;
    WorkerPool workers;
    std::vector<std::shared_ptr<IoThread>> threads;
    TlsIdentity tls;
    std::shared_ptr<ConnectionContext> context;
    std::unique_ptr<Listener> listener;
    std::atomic<std::size_t> nextTimer {0};
    bool running = false;
};

contract::Result<quint16> Server::Implementation::start()
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address.toStdString(), error);
    if (error) {
        return contract::failure(ErrorKind::InvalidRequest, QStringLiteral("address_invalid"),
                                 QStringLiteral("\"%1\" is no numeric address.").arg(options.address));
    }
    const bool withTls = !options.certificatePem.isEmpty();
    if (!withTls && !address.is_loopback()) {
        return contract::failure(
            ErrorKind::InvalidRequest, QStringLiteral("address_needs_tls"),
            QStringLiteral("An address that others can reach needs a TLS certificate and its key."));
    }
    if (withTls) {
        auto identity = makeTlsIdentity(options.certificatePem, options.keyPem);
        if (!identity) {
            return contract::Unexpected(identity.error());
        }
        tls = std::move(*identity);
    }
    auto newListener = std::make_unique<Listener>(threads);
    const auto port = newListener->bind(address, options.port);
    if (!port) {
        return port;
    }
    listener = std::move(newListener);
    HostNames names {.own = tls.names, .publicNames = options.publicNames};
    if (address.is_loopback()) {
        names.own = QStringList {QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                                 QStringLiteral("::1"), QString::fromStdString(address.to_string())};
    }
    context.reset(
        new ConnectionContext {.options = options,
                               .router = router,
                               .hosts = HostPolicy(names, *port, withTls),
                               .workers = workers,
                               .limiter {options.maxConnections, options.maxConnectionsPerAddress},
                               .largeBodies = BodyBudget(options.maxLargeBodies)});
    workers.start(options.workerThreads);
    for (const auto& thread : threads) {
        thread->start();
    }
    listener->start(context, tls.context.get());
    running = true;
    return port;
}

void Server::Implementation::stop()
{
    if (!std::exchange(running, false)) {
        return;
    }
    listener->stop();
    for (const auto& thread : threads) {
        thread->finishConnections();
    }
    const SteadyTime end = std::chrono::steady_clock::now() + options.shutdownGrace;
    while (connections() > 0 && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(Milliseconds(2));
    }
    for (const auto& thread : threads) {
        thread->stop();
    }
    workers.stop();
}

Server::Server(ServerOptions options, const Router& router)
    : m_implementation(std::make_unique<Implementation>(std::move(options), router))
{ }

Server::~Server()
{
    stop();
}

contract::Result<quint16> Server::start()
{
    return m_implementation->start();
}

void Server::stop()
{
    m_implementation->stop();
}

void Server::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    auto& threads = m_implementation->threads;
    const std::size_t next = m_implementation->nextTimer.fetch_add(1, std::memory_order_relaxed);
    auto timer = std::make_shared<asio::steady_timer>(threads[next % threads.size()]->context(), delay);
    timer->async_wait([timer, action = std::move(action)](const boost::system::error_code& error) {
        if (!error) {
            action();
        }
    });
}

bool Server::submit(std::function<void()> work)
{
    return m_implementation->workers.submit(std::move(work));
}

Server::Statistics Server::statistics() const
{
    Statistics statistics {.connections = m_implementation->connections()};
    for (const auto& thread : m_implementation->threads) {
        statistics.requests += thread->requests();
    }
    if (m_implementation->context) {
        statistics.refusedConnections = m_implementation->context->limiter.refused();
    }
    statistics.queuedWork = m_implementation->workers.queued();
    return statistics;
}

} // namespace holdfast::http
