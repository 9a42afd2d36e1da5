// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/service.h"

#include "services/authentication/api/api.h"

namespace holdfast::daemon {

Service::Service(Store& store, http::ServerOptions options, contract::Secret localSecret,
                 authentication::Surroundings surroundings, const QStringList& logLevels,
                 std::optional<authentication::MailFacts> mail, authentication::ServiceSignals signals)
    : m_options(std::move(options))
    , m_server(std::make_unique<http::Server>(m_options, m_router))
    , m_gate(std::make_unique<authentication::Gate>(
          store.database(), store.keys(), store.events(), store.clock(),
          [this](std::chrono::milliseconds delay, std::function<void()> function) {
              m_server->after(delay, std::move(function));
          }))
    , m_apiClients(store.database(), store.keys())
    , m_surroundings(std::move(surroundings))
    , m_logs(logLevels)
    , m_mail(std::move(mail))
    , m_signals(std::move(signals))
    , m_context(std::make_unique<authentication::ApiContext>(
          authentication::ApiContext {store.database(),
                                      store.keys(),
                                      store.clock(),
                                      store.events(),
                                      *m_gate,
                                      m_apiClients,
                                      m_metrics,
                                      std::move(localSecret),
                                      {},
                                      &m_surroundings,
                                      &m_logs,
                                      m_mail ? &*m_mail : nullptr,
                                      m_signals.anchorFault ? &m_signals : nullptr}))
    , m_routes(std::make_unique<authentication::Routes>(*m_context, m_router))
{
    authentication::addRoutes(*m_routes);
    addGauges();
}

Service::~Service()
{
    stop();
    // The gate calls back into the server's timers, and routes into the gate: they end after the server has
    // stopped.
    m_gate.reset();
}

void Service::addGauges()
{
    m_metrics.addGauge("holdfast_http_connections", "Connections that are open.",
                       [this] { return static_cast<double>(m_server->statistics().connections); });
    m_metrics.addGauge("holdfast_http_queued_work", "Requests that wait for a worker.",
                       [this] { return static_cast<double>(m_server->statistics().queuedWork); });
    m_metrics.addGauge("holdfast_slow_hashes_waiting", "PINs and passwords that wait for their slow hash.",
                       [this] { return static_cast<double>(m_gate->hashesWaiting()); });
}

contract::Result<void> Service::start()
{
    m_gate->recover();
    m_gate->calibrate();
    const auto port = m_server->start();
    if (!port) {
        return contract::Unexpected(port.error());
    }
    const QString host = m_options.address.contains(QLatin1Char(':'))
        ? QStringLiteral("[%1]").arg(m_options.address)
        : m_options.address;
    m_url =
        QStringLiteral("%1://%2:%3")
            .arg(m_options.certificatePem.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"), host)
            .arg(*port);
    m_caretaker = std::make_unique<authentication::Caretaker>(*m_context);
    return {};
}

void Service::stop()
{
    m_caretaker.reset();
    m_routes->stopWork();
    m_server->stop();
}

} // namespace holdfast::daemon
