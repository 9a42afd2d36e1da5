// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/store.h"
#include "services/authentication/api/caretaker.h"
#include "services/authentication/api/context.h"
#include "services/authentication/api/gate.h"
#include "services/authentication/api/log_switch.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/metrics.h"
#include "services/authentication/api/routes.h"
#include "services/authentication/api/surroundings.h"
#include "services/authentication/store/api_clients.h"
#include "services/http/server.h"

namespace holdfast::daemon {

// The authentication service, put together: gate and routes over a store, behind a server.
class Service
{
public:
    Service(Store& store, http::ServerOptions options, contract::Secret localSecret,
            authentication::Surroundings surroundings, const QStringList& logLevels,
            std::optional<authentication::MailFacts> mail = {}, authentication::ServiceSignals signals = {});
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    // Recovers, calibrates and listens. Errors: those of http::Server::start.
    [[nodiscard]] contract::Result<void> start();
    // Answers what is under way, then ends. Idempotent.
    void stop();
    [[nodiscard]] QString url() const { return m_url; }

private:
    void addGauges();

    http::ServerOptions m_options;
    QString m_url;
    http::Router m_router;
    authentication::Metrics m_metrics;
    std::unique_ptr<http::Server> m_server; // after the router that it reads; made with it, started last
    std::unique_ptr<authentication::Gate> m_gate;
    authentication::ApiClientDirectory m_apiClients;
    authentication::Surroundings m_surroundings;
    authentication::LogSwitch m_logs;
    std::optional<authentication::MailFacts> m_mail;
    authentication::ServiceSignals m_signals;
    std::unique_ptr<authentication::ApiContext> m_context;
    std::unique_ptr<authentication::Routes> m_routes;
    std::unique_ptr<authentication::Caretaker> m_caretaker;
};

} // namespace holdfast::daemon
