// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/session.h"
#include "services/client/embedded_service.h"
#include "services/client/http_transport.h"
#include "services/client/key_store.h"
#include "views/shell/idle_lock.h"
#include "views/shell/main_window.h"
#include "views/signin/sign_in_page.h"
#include "views/theme/theme.h"

#include <memory>

namespace holdfast {

// Wires the console: where the service is, who is signed in, and what the window shows for it. Owned by
// main().
class Console final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        std::optional<QUrl> server; // absent: the embedded service
        QString dataDirectory; // of the embedded service
        QString servicePath; // of holdfastd; empty: found beside the console
        QString page; // to open first; empty: the last one
        QString serviceFile; // tells others where the embedded service is; empty: none
        bool useKeychain = true;
    };
    Console(Options options, views::Theme& theme, views::Language* language = nullptr);
    ~Console() override;

    // Shows the window at once and goes on from there.
    void start();

    [[nodiscard]] views::MainWindow& window() { return m_window; }
    [[nodiscard]] models::Session& session() { return m_session; }
    [[nodiscard]] client::ApiClient& api() { return m_api; }
    [[nodiscard]] client::HttpTransport& transport() { return m_transport; }

private:
    void startService();
    void tellPlace() const;
    void useService(const std::optional<contract::Secret>& masterKey);
    void askForSignIn(const QString& reason);
    void signIn(const views::Credentials& credentials);
    void sessionChanged();
    void sessionFailed(const contract::Error& error);
    void sessionExpired();
    void askConfirmation();
    void watchIdleness();
    void lock();
    [[nodiscard]] std::optional<contract::Secret> localSecret() const;
    void leave();

    Options m_options;
    contract::SystemClock m_clock;
    client::HttpTransport m_transport;
    client::ApiClient m_api;
    models::Session m_session;
    client::KeychainStore m_keys;
    views::MainWindow m_window;
    views::IdleLock m_idle;
    std::unique_ptr<client::EmbeddedService> m_service;
    QString m_name;
};

} // namespace holdfast
